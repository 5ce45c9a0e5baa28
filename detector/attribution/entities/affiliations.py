"""Whom somebody belongs to: the organisation among the names beside them, or the person whom they serve.

Positions are token indices.
"""

from collections.abc import Sequence

from detector.attribution.entities.context import Context
from detector.attribution.entities.names import Name
from detector.attribution.syntax.noun_phrases import Phrase
from detector.languages.grammar import AttributionGrammar


def affiliation(context: Context, others: Sequence[Name]) -> str | None:
    """The organisation among the names beside somebody: the first that is surely one, else the last."""
    grammar = context.grammar
    bodies = ((name, _of_what(name, grammar)) for name in others if _may_be_body(context, name))
    usable = [(name, words) for name, words in bodies if words and not _is_vague(words, grammar)]
    sure = [words for name, words in usable if name.kind == "organisation" and len(words) > 1]
    chosen = sure[:1] or [words for _, words in usable if len(words) > 1][:1] or [words for _, words in usable[-1:]]
    return " ".join(chosen[0]) if chosen else None


def _may_be_body(context: Context, name: Name) -> bool:
    """Whether a name can be that of a body: no person's, and not where something stands: a bakery in | Tarn."""
    words, before = context.words, name.first - 1
    somewhere = name.kind == "unknown" and before > 0 and words.low[before] in words.grammar.gazetteer.locative
    somewhere = somewhere and words.low[before - 1] not in words.grammar.cues.words.persons  # the attorney in | Leeds
    return not somewhere and not _is_person_by_name(context, name)


def _of_what(name: Name, grammar: AttributionGrammar) -> tuple[str, ...]:
    """The words of a name behind the office that it opens with: President of | Acme Mills."""
    low, genitive = [word.lower() for word in name.words], grammar.names.genitive
    if genitive not in low:
        return _without_office(name.words, grammar)
    office = [word.replace(".", "") for word in low[: low.index(genitive)]]
    leads = office and (office[-1] in grammar.cues.words.persons or office[-1] in grammar.people.titles)
    if not leads:
        return name.words
    rest = name.words[low.index(genitive) + 1 :]
    return rest[1:] if rest[:1] and rest[0].lower() == grammar.names.article else rest


def _without_office(words: tuple[str, ...], grammar: AttributionGrammar) -> tuple[str, ...]:
    """The words of a name before the office that closes it: Acme | CEO, House | Speaker."""
    last = len(words)
    while last > 1 and words[last - 1].lower() in grammar.people.offices | grammar.names.offices:
        last -= 1
    return words[:last]


def _is_vague(words: Sequence[str], grammar: AttributionGrammar) -> bool:
    """Whether a name says nothing by itself: House, U.S. Senate Majority, Security, May."""
    low, persons = [word.lower() for word in words], grammar.cues.words.persons
    syntax, unplaced = grammar.noun_phrases, [word for word in words if not _is_placed(word, grammar)]
    rest = {word.lower() for word in unplaced}
    if any(map(rest.issubset, (grammar.names.chambers, grammar.people.portfolios, syntax.months, syntax.modal_months))):
        return True
    if low[0] in persons or words[-1] in grammar.gazetteer.followers or _tells_origin(low, grammar):
        return True
    lone = persons | grammar.people.organisation | grammar.names.ranks
    return len(low) == 1 and (low[0] in lone or low[0].find(".") == len(low[0]) - 1)  # No. 2; not: U.N.


def _tells_origin(low: Sequence[str], grammar: AttributionGrammar) -> bool:
    """Whether a name says of what faith or people somebody is, which is no body: Jewish, Kuwaiti-born British."""
    tails = (word.rpartition("-") for word in low)
    return low[-1] in grammar.names.origins or any(
        head and tail in grammar.names.origin_tails for head, _, tail in tails
    )


def _is_placed(word: str, grammar: AttributionGrammar) -> bool:
    """Whether a word by itself is of a country or a political party: U.S. | Senate Majority, | African | American."""
    known = grammar.gazetteer.entries.get(word, ())
    return word in grammar.gazetteer.origins or any(len(form) == 1 and place.sort != "body" for form, place in known)


def fuller(known: str | None, served: str | None) -> str | None:
    """What is known of whom somebody belongs to, where it is a campaign as that: Roe campaign, not Roe."""
    return served if served and (known is None or served.startswith(f"{known} ")) else known


def served(context: Context, first: int, last: int) -> str | None:
    """The person, or the campaign or family of a person, whom somebody told by tokens `[first, last)` speaks for or
    works for: a | Roe campaign | spokesman · a lawyer for | Roe · Roe | adviser."""
    words, people = context.words, context.grammar.people
    for name in context.names_in(first, last):
        end = name.core[1]
        if name.kind == "organisation" or end > last or name.core[0] in context.places:
            continue
        released = words.low[end + 1 : end + 2] and words.low[end + 1] in context.grammar.cues.words.documents
        if end < last and words.low[end] in people.bodies and not words.capital(end) and not released:
            return words.text[words.start[name.core[0]] : words.end[end]]
        if _is_person_by_name(context, name) and _serves(context, first, name):
            return words.text[words.start[name.core[0]] : words.end[end - 1]]
    return None


def institution(context: Context, phrase: Phrase) -> str | None:
    """The institution or known body in a phrase, as it is written: a White House official."""
    words = context.words
    scenes = words.grammar.gazetteer.locative
    within = (context.places[at] for at in range(*phrase) if at in context.places)
    bodies = (one for one in within if one.place.sort in ("institution", "body"))
    ahead = ((one, words.low[max(one.first - 2, phrase[0]) : one.first]) for one in bodies)
    named = next((one for one, before in ahead if scenes.isdisjoint(before)), None)
    return words.text[words.start[named.first] : words.end[named.last - 1]] if named is not None else None


def possessor(context: Context, first: int, last: int) -> str | None:
    """The person whose somebody or something is that tokens `[first, last)` tell: Jane Roe's | legal team."""
    names = context.names_in(first, last)
    if not names or names[0].first != first or not _is_person_by_name(context, names[0]):
        return None
    behind = context.words.low[names[0].core[1] : last]
    owns = not context.grammar.noun_phrases.possessive_endings.isdisjoint(behind[:1])
    return " ".join(names[0].words) if owns and len(behind) > 1 else None


def _is_person_by_name(context: Context, name: Name) -> bool:
    known = name.kind == "unknown" and context.names.surname(name.words) in context.names.full
    return name.kind == "person" or (known and len(name.words) == 1)


def _serves(context: Context, first: int, name: Name) -> bool:
    """Whether a noun for those who serve somebody stands right behind the name, or before it and a preposition."""
    words, serving, syntax = context.words, context.grammar.people.serving, context.grammar.noun_phrases
    ahead = name.first - 1 - (words.low[name.first - 1] in syntax.definite)  # for | the | Roe family
    before, behind = ahead - 1, words.low[name.core[1] : name.core[1] + 2]
    served = behind[1:] if behind and behind[0] in syntax.possessive_endings else behind[:1]
    governed = before >= first and words.low[ahead] in syntax.prepositions
    return not serving.isdisjoint(served) or (governed and words.low[before] in serving)
