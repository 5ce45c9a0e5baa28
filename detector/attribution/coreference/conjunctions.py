"""Two who speak as one: "Jane Roe and Tom Hale said", "the two said", "Roe and her team".

Positions are token indices.
"""

from itertools import pairwise

from detector.attribution.coreference.descriptions import Description, is_person
from detector.attribution.entities.context import Context
from detector.attribution.syntax.noun_phrases import Phrase
from detector.attribution.tokens.token_table import Words
from detector.languages.grammar import AttributionGrammar


def is_pair(words: Words, phrase: Phrase) -> bool:
    """Whether the phrase takes up two people named before: the two, both, the two senators."""
    low, grammar = words.low[slice(*phrase)], words.grammar.coreference
    rest = low[1:] if low[0] in grammar.both else low[2:] if low[:2] in grammar.pairs else None
    if rest is None or len(rest) > 1:
        return False
    if not rest or rest[0] in grammar.pair_nouns:
        return True
    return words.grammar.singular(rest[0]) in words.grammar.cues.words.persons


def members(context: Context, phrase: Phrase) -> list[Phrase]:
    """The people of "Jane Roe and Tom Hale", one phrase each; none where the phrase is anything else."""
    words, grammar, (first, last) = context.words, context.grammar.noun_phrases, phrase
    within = context.names_in(first, last)
    if len(within) < 2 or within[-1].core[1] != last or not all(is_person(context, one, one.first) for one in within):
        return []
    if not grammar.prepositions.isdisjoint(words.low[first : within[0].first]):
        return []
    for one, other in pairwise(within):
        if not (grammar.additive | {","}).issuperset(words.low[one.core[1] : other.first]):
            return []
    joined = not grammar.additive.isdisjoint(words.low[within[-2].core[1] : within[-1].first])
    return [(first, within[0].core[1]), *((one.first, one.core[1]) for one in within[1:])] if joined else []


def leader(context: Context, phrase: Phrase) -> Phrase:
    """The phrase without those who follow somebody: Jane Roe | and her team · Roe and Hale | both."""
    words, grammar, (first, last) = context.words, context.grammar, phrase
    if words.low[last - 1] in grammar.coreference.distributive and last - first > 1:
        return first, last - 1
    for name in context.names_in(first, last):
        end = name.core[1]
        joins = not grammar.noun_phrases.additive.isdisjoint(words.low[end : end + 1])
        if joins and not grammar.coreference.owners.isdisjoint(words.low[end + 1 : end + 2]):
            return (first, end) if end < last and is_person(context, name, first) else phrase
    return phrase


def describe(people: list[Description], grammar: AttributionGrammar) -> Description:
    """Several people as one source: named, of the affiliation they share, if any."""
    label = f" {grammar.names.conjunction} ".join(one.label for one in people)
    shared = {one.affiliation for one in people}
    return Description(
        "collective",
        label,
        (label,),
        affiliation=shared.pop() if len(shared) == 1 else None,
        places=tuple(place for place in people[0].places if all(place in one.places for one in people)),
        plural=True,
    )
