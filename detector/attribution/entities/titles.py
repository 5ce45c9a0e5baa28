"""Where the titles before a name end: Icelandic Foreign Minister | Jon Roe.

Positions are token indices.
"""

from collections.abc import Mapping

from detector.attribution.entities.gazetteer import PlaceMention
from detector.attribution.tokens.token_table import TokenTable


def after_titles(words: TokenTable, first: int, last: int, places: Mapping[int, PlaceMention]) -> tuple[int, list[str]]:
    """Where the name itself begins, and the titles before it: Icelandic Foreign Minister | Jon Roe."""
    core, titles = first, list[str]()
    grammar, people = words.grammar.noun_phrases, words.grammar.people
    if not person_follows(words, first, last):
        return core, titles
    while core < last:
        place, low = places.get(core), words.low[core].replace(".", "")
        if place is not None and place.last < last and place.place.sort != "body":
            core = place.last
        elif is_compound(words, core) and core + 2 < last:
            titles.extend(word.replace(".", "") for word in words.low[core : core + 2])
            core += 2
        elif _begins_name(words, first, core, last):
            break
        elif is_title(words, low) or low in people.modifiers or _ranks(words, core, last):
            titles.append(low)
            core += 1
        elif (
            low in grammar.days
            or low in grammar.months
            or (is_matter(words, core) and leads_to_title(words, core + 1, last))
        ):
            core += 1
        else:
            break
    return (first, []) if core >= last and not titles else (core, titles)


def _ranks(words: TokenTable, index: int, last: int) -> bool:
    """Whether the token only ranks the title behind it: First | Lady."""
    return words.low[index] in words.grammar.names.ranks and index + 1 < last and is_title(words, words.low[index + 1])


def is_title(words: TokenTable, low: str) -> bool:
    """Whether a word is a title or a noun for one person."""
    grammar = words.grammar
    return low in grammar.people.titles or low in grammar.cues.words.persons or low in grammar.names.offices


def is_compound(words: TokenTable, index: int) -> bool:
    """Whether a title of two words begins at a token, of which the first alone is none: District | Attorney."""
    pair = tuple(low.replace(".", "") for low in words.low[index : index + 2])
    return pair in words.grammar.names.compound_titles


def closes_office(words: TokenTable, index: int) -> bool:
    """Whether the token ends an office that no name goes on from: Secretary of | State."""
    return words.low[max(0, index - 2) : index + 1] in words.grammar.names.closed_offices


def _begins_name(words: TokenTable, first: int, core: int, last: int) -> bool:
    """Whether a word that may be a title is a name here: a first name before one more word, or a last name."""
    if last - core == 2 and is_given_name(words, words.low[core].rstrip(".")):
        return True
    honoured = core > first and words.low[core - 1].rstrip(".") in words.grammar.names.honorifics
    return honoured and is_last_name(words, core, last)


def is_given_name(words: TokenTable, low: str) -> bool:
    """Whether a word is a first name."""
    return low in words.grammar.people.male or low in words.grammar.people.female


def is_last_name(words: TokenTable, index: int, last: int) -> bool:
    """Whether a title that ends the run is a last name by itself: Angus S. | King | Jr."""
    rest = (low.rstrip(".") for low in words.low[index + 1 : last])
    return words.low[index] in words.grammar.names.title_surnames and words.grammar.people.suffixes.issuperset(rest)


def is_matter(words: TokenTable, index: int) -> bool:
    """Whether the token is of what somebody is in charge of, or joins two such: Health | and | Human | Services."""
    matters = words.grammar.people.portfolios
    if _joins(words, index):
        return words.low[index - 1] in matters and not matters.isdisjoint(words.low[index + 1 : index + 2])
    return words.low[index] in matters


def leads_to_title(words: TokenTable, index: int, last: int) -> bool:
    """Whether a title follows, after further matters perhaps: Foreign | Affairs Minister."""
    people = words.grammar.people
    while index < last and (words.low[index] in people.portfolios or _joins(words, index)):
        index += 1
    return index < last and is_title(words, words.low[index])


def _joins(words: TokenTable, index: int) -> bool:
    return words.low[index] in words.grammar.noun_phrases.additive or words.low[index] == "&"


def person_follows(words: TokenTable, index: int, last: int) -> bool:
    """Whether what follows a place inside a run is a person's name or title and not the rest of an organisation's."""
    genitive, bodies = words.grammar.noun_phrases.genitive, words.grammar.people.organisation
    return not any(
        words.low[at] in genitive or (words.low[at] in bodies and not leads_to_title(words, at + 1, last))
        for at in range(index, last)
    )
