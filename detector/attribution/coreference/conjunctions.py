"""Two who speak as one: "Jane Roe and Tom Hale said", "the two said", "Roe and her team".

Positions are token indices.
"""

from itertools import pairwise

from detector.attribution.coreference.descriptions import Description, is_person
from detector.attribution.entities.context import Context
from detector.attribution.syntax.noun_phrases import ATTACHED, Phrase
from detector.attribution.tokens.token_table import Words
from detector.languages.en.reporting import load

PAIRS = frozenset({("the", "two"), ("the", "pair"), ("the", "duo"), ("the", "couple"), ("these", "two")})
PEOPLE = frozenset("men women people brothers sisters".split())
OWN = frozenset("his her their".split())


def is_pair(words: Words, phrase: Phrase) -> bool:
    """Whether the phrase takes up two people named before: the two, both, the two senators."""
    low = words.low[slice(*phrase)]
    rest = low[1:] if low[0] == "both" else low[2:] if low[:2] in PAIRS else None
    if rest is None or len(rest) > 1:
        return False
    return not rest or rest[0] in PEOPLE or rest[0].removesuffix("s") in load().lists["persons"]


def members(context: Context, phrase: Phrase) -> list[Phrase]:
    """The people of "Jane Roe and Tom Hale", one phrase each; none where the phrase is anything else."""
    words, (first, last) = context.words, phrase
    within = context.names_in(first, last)
    if len(within) < 2 or within[-1].core[1] != last or not all(is_person(context, one, one.first) for one in within):
        return []
    if not ATTACHED.isdisjoint(words.low[first : within[0].first]):
        return []
    for one, other in pairwise(within):
        if not {",", "and"}.issuperset(words.low[one.core[1] : other.first]):
            return []
    joined = "and" in words.low[within[-2].core[1] : within[-1].first]
    return [(first, within[0].core[1]), *((one.first, one.core[1]) for one in within[1:])] if joined else []


def leader(context: Context, phrase: Phrase) -> Phrase:
    """The phrase without those who follow somebody: Jane Roe | and her team · Roe and Hale | both."""
    words, (first, last) = context.words, phrase
    if words.low[last - 1] in ("both", "all", "each") and last - first > 1:
        return first, last - 1
    for name in context.names_in(first, last):
        end = name.core[1]
        if words.low[end : end + 1] == ("and",) and words.low[end + 1 : end + 2] and words.low[end + 1] in OWN:
            return (first, end) if end < last and is_person(context, name, first) else phrase
    return phrase


def describe(people: list[Description]) -> Description:
    """Several people as one source: named, of the affiliation they share, if any."""
    label = " and ".join(one.label for one in people)
    shared = {one.affiliation for one in people}
    return Description(
        "collective",
        label,
        (label,),
        affiliation=shared.pop() if len(shared) == 1 else None,
        places=tuple(place for place in people[0].places if all(place in one.places for one in people)),
        plural=True,
    )
