"""Where the titles before a name end: Icelandic Foreign Minister | Jon Roe.

Positions are token indices.
"""

from collections.abc import Mapping

from detector.attribution.entities.gazetteer import PlaceMention
from detector.attribution.entities.lexicons import word_lists
from detector.attribution.syntax.noun_phrases import DAYS
from detector.attribution.tokens.token_table import Words
from detector.languages.en.reporting import load

MONTHS = frozenset("january february march april june july august september october november december".split())
HONORIFICS = frozenset("mr mrs ms miss mx dr sen rep gov".split())  # after which a title is a last name: Mr King
BOTH = frozenset("king bishop pope prince judge baron duke dean cardinal".split())  # titles that are last names too


def _people(key: str) -> frozenset[str]:
    return word_lists("people")[key]


def after_titles(words: Words, first: int, last: int, places: Mapping[int, PlaceMention]) -> tuple[int, list[str]]:
    """Where the name itself begins, and the titles before it: Icelandic Foreign Minister | Jon Roe."""
    core, titles = first, list[str]()
    if not person_follows(words, first, last):
        return core, titles
    while core < last:
        place, low = places.get(core), words.low[core].rstrip(".")
        if place is not None and place.last < last and place.place.sort != "body":
            core = place.last
        elif _begins_name(words, first, core, last):
            break
        elif low in _people("titles") or low in load().lists["persons"] or low in _people("modifiers"):
            titles.append(low)
            core += 1
        elif low in DAYS or low in MONTHS or (is_matter(words, core) and leads_to_title(words, core + 1, last)):
            core += 1
        else:
            break
    return (first, []) if core >= last and not titles else (core, titles)


def _begins_name(words: Words, first: int, core: int, last: int) -> bool:
    """Whether a word that may be a title is a name here: a first name before one more word, or a last name."""
    if last - core == 2 and words.low[core].rstrip(".") in _people("male") | _people("female"):
        return True
    honoured = core > first and words.low[core - 1].rstrip(".") in HONORIFICS
    return honoured and is_last_name(words, core, last)


def is_last_name(words: Words, index: int, last: int) -> bool:
    """Whether a title that ends the run is a last name by itself: Angus S. | King | Jr."""
    rest = (low.rstrip(".") for low in words.low[index + 1 : last])
    return words.low[index] in BOTH and _people("suffixes").issuperset(rest)


def is_matter(words: Words, index: int) -> bool:
    """Whether the token is of what somebody is in charge of, or joins two such: Health | and | Human | Services."""
    matters = _people("portfolios")
    if words.low[index] in ("and", "&"):
        return words.low[index - 1] in matters and not matters.isdisjoint(words.low[index + 1 : index + 2])
    return words.low[index] in matters


def leads_to_title(words: Words, index: int, last: int) -> bool:
    """Whether a title follows, after further matters perhaps: Foreign | Affairs Minister."""
    while index < last and (words.low[index] in _people("portfolios") or words.low[index] in ("and", "&")):
        index += 1
    return index < last and words.low[index] in _people("titles")


def person_follows(words: Words, index: int, last: int) -> bool:
    """Whether what follows a place inside a run is a person's name or title and not the rest of an organisation's."""
    return not any(
        words.low[at] == "of" or (words.low[at] in _people("organisation") and not leads_to_title(words, at + 1, last))
        for at in range(index, last)
    )
