"""Two who speak as one: "Jane Roe and Tom Hale said", "the two said", "Roe and her team".

Positions are token indices.
"""

from collections.abc import Sequence
from dataclasses import replace

from detector.attribution.coreference.descriptions import Description
from detector.attribution.coreference.entities import Entity
from detector.attribution.coreference.people import is_person
from detector.attribution.entities import plurals
from detector.attribution.entities.context import Context
from detector.attribution.syntax import animacy
from detector.attribution.syntax.noun_phrases import Phrase, past_brackets
from detector.attribution.tokens.token_table import TokenTable
from detector.attribution.tokens.types import RawQuotation
from detector.languages.grammar import AttributionGrammar


def is_pair(words: TokenTable, phrase: Phrase) -> bool:
    """Whether the phrase takes up two people named before: the two, both, the two senators."""
    low, grammar = words.low[slice(*phrase)], words.grammar.coreference
    rest = low[1:] if low[0] in grammar.both else low[2:] if low[:2] in grammar.pairs else None
    if rest is None or len(rest) > 1:
        return False
    if not rest or rest[0] in grammar.pair_nouns or is_pair_of_bodies(words, phrase):
        return True
    return words.grammar.singular(rest[0]) in words.grammar.cues.words.persons


def is_pair_of_bodies(words: TokenTable, phrase: Phrase) -> bool:
    """Whether a pair is told as two bodies: both groups, the two companies."""
    noun = words.low[phrase[1] - 1]
    return words.grammar.singular(noun) != noun and words.grammar.singular(noun) in words.grammar.people.resumptive


def members(context: Context, phrase: Phrase) -> list[Phrase]:
    """The people of "Jane Roe and Tom Hale", or "Tom Hale and his lawyer, Jane Roe", one phrase each; the two bodies of
    "the council and the board"; none where the phrase is anything else."""
    words, grammar, (first, last) = context.words, context.grammar.noun_phrases, phrase
    people = _people(context, phrase)
    ends = [_past_year(words, past_brackets(words, end, last), last) for _, end in people]
    if not people:
        return _bodies(words, phrase) or _named_bodies(context, phrase)
    if len(people) < 2 or ends[-1] != last or not grammar.prepositions.isdisjoint(words.low[first : people[0][0]]):
        return []
    between = [words.low[end:start] for end, (start, _) in zip(ends, people[1:], strict=False)]
    listed = all(_joins(words, each) for each in between)
    return [(first, people[0][1]), *people[1:]] if listed and not grammar.additive.isdisjoint(between[-1]) else []


def _joins(words: TokenTable, between: Sequence[str]) -> bool:
    """Whether these words join two people: and; , and; and his wife, …"""
    additive = words.grammar.noun_phrases.additive
    owned = len(between) > 2 and between[0] in additive and between[1] in words.grammar.coreference.owners
    rest = between[2:] if owned else between
    persons = words.grammar.cues.words.persons
    return all(low == "," or (low in persons if owned else low in additive) for low in rest)


def _bodies(words: TokenTable, phrase: Phrase) -> list[Phrase]:
    """The two bodies of "the council and the board"; none where the phrase is anything else."""
    (first, last), grammar = phrase, words.grammar.noun_phrases
    if words.low[first] not in grammar.definite or words.raw[first:last].count(","):
        return []
    links = [k for k in range(first + 1, last - 1) if words.low[k] in grammar.additive]
    if len(links) != 1 or words.low[links[0] + 1] not in grammar.definite:
        return []
    both = [(first, links[0]), (links[0] + 1, last)]
    named = all(words.capital(one[0] + 1) and animacy.can_speak(words, one) for one in both)
    return both if named else []


def _named_bodies(context: Context, phrase: Phrase) -> list[Phrase]:
    """The two bodies that a phrase names, each with its article: Oxley Aid | and | the Tarn Dairy Council."""
    words, grammar, (first, last) = context.words, context.grammar.noun_phrases, phrase
    names = context.names_in(first, last)
    if len(names) != 2 or any(name.kind != "organisation" for name in names):
        return []
    found = [(name.core[0] - (words.low[name.core[0] - 1] in grammar.definite), name.core[1]) for name in names]
    (start, end), (second, closing) = found
    joined = end + 1 == second and words.low[end] in grammar.additive
    return found if joined and (start, closing) == (first, last) else []


def _past_year(words: TokenTable, index: int, last: int) -> int:
    """Where it ends when one of them spoke: Jane Roe | in 1973 | and Tom Hale."""
    dated = index + 1 < last and words.low[index] in words.grammar.noun_phrases.inside and words.pos[index + 1] == "NUM"
    return index + 2 if dated else index


def _people(context: Context, phrase: Phrase) -> list[Phrase]:
    """The people named in a phrase, with what stands right before their names, without what is in brackets: House
    Speaker Jane Roe | (D., Ohio); none where somebody else is named too."""
    kept, closed, start = list[Phrase](), phrase[0], -1
    within = context.names_in(*phrase)
    for name, following in zip(within, [*within[1:], None], strict=False):
        if name.first < closed:
            continue
        start = name.first if start < 0 else start
        if is_person(context, name, name.first):
            kept.append((start, name.core[1]))
            closed, start = past_brackets(context.words, name.core[1], phrase[1]), -1
        elif following is None or following.first != name.core[1]:
            return []
    return kept


def share_office(context: Context, phrases: Sequence[Phrase], people: Sequence[Entity]) -> None:
    """Let those who are named behind one word for all of them have that office: Sens. | Jane Roe | and | Tom Hale."""
    grammar = context.grammar
    for (first, last), one, other in zip(phrases, people, people[1:], strict=False):
        known, nouns = one.description, (low.rstrip(".") for low in context.words.low[first:last])
        several = (low for low in nouns if grammar.singular(low) != low)
        titled = any(plurals.of_one(low, grammar) != low for low in several)
        if titled and known.role and other.description.role is None:
            other.learn(replace(other.description, role=known.role, head=known.head))


def leader(context: Context, phrase: Phrase) -> Phrase:
    """The phrase without those who follow somebody: Jane Roe | and her team · the mayor | and his allies · Roe |
    and another friend · Roe and Hale | both."""
    words, grammar, (first, last) = context.words, context.grammar, phrase
    if words.low[last - 1] in grammar.coreference.distributive and last - first > 1:
        return first, last - 1
    for end in range(first + 1, last - 1):
        others = grammar.coreference.owners | grammar.coreference.further
        follows = words.low[end] in grammar.noun_phrases.additive and words.low[end + 1] in others
        if follows and (_is_somebody(context, end - 1, first) or words.low[end - 1] in grammar.cues.words.persons):
            return phrase if members(context, phrase) else (first, end)
    return phrase


def _is_somebody(context: Context, index: int, first: int) -> bool:
    name = context.names.by_token.get(index)
    return name is not None and is_person(context, name, first)


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


def spread(
    raws: Sequence[RawQuotation], entities: Sequence[Entity | None]
) -> tuple[list[RawQuotation], list[Entity | None]]:
    """What several people say together as a quotation of each of them: nobody is two sources."""
    pairs: list[tuple[RawQuotation, Entity | None]] = []
    for raw, entity in zip(raws, entities, strict=True):
        pairs.extend((raw, member) for member in (entity and entity.members) or (entity,))
    return [raw for raw, _ in pairs], [entity for _, entity in pairs]
