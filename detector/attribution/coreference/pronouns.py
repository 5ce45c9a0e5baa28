"""Whom "he", "it" or "they" stands for: who agrees with it, weighed by what each was in the sentence that named it.

After Hobbs 1978 and Grosz, Joshi and Weinstein 1995 (centering): the subject before the object, the object before the
possessor, the near before the far. Where two fit alike nobody is meant for sure. Positions are token indices.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from detector.attribution.coreference.entities import Entity
from detector.attribution.entities import roles
from detector.attribution.syntax import cue_verbs, noun_phrases
from detector.attribution.syntax.noun_phrases import Phrase
from detector.attribution.tokens.token_table import TokenTable
from detector.attribution.tokens.types import RawQuotation
from detector.languages.entity_words import Coreference, Gender
from detector.languages.grammar import AttributionGrammar
from detector.settings import SETTINGS

Weighed = tuple[float, Entity]

BESIDE = 14  # tokens of an apposition between a name and its verb


@dataclass(frozen=True, slots=True)
class ResolvedMention:
    """Entity `entity` is named at token `position`, where it weighs `weight`; `source` where words are given to it."""

    position: int
    entity: Entity
    source: bool
    weight: float = SETTINGS.coreference.object

    @property
    def acts(self) -> bool:
        """Whether the entity speaks or is the subject there."""
        return self.source or self.weight >= SETTINGS.coreference.subject


def weigh(words: TokenTable, phrase: Phrase) -> float:
    """What the noun phrase at a token range is in its sentence."""
    weights = SETTINGS.coreference
    first, last = phrase
    end = words.unit_at(first).last
    if last < end and words.low[last] in words.grammar.noun_phrases.possessive_endings:
        return weights.possessor
    if _is_governed(words, first):
        return weights.object
    opens = first == words.unit_at(first).first and last < end and words.is_preposition(last)
    return weights.subject if opens or _is_inverted(words, first) or _acts(words, last, end) else weights.object


def _is_inverted(words: TokenTable, first: int) -> bool:
    """Whether somebody named at `first` is who said the words before the verb: “…,” said | Jane Roe."""
    verb = first - 1
    if verb - 1 <= words.unit_at(first).first or not words.is_finite(verb):
        return False
    cue = words.grammar.cues.verbs.get(words.low[verb])
    closed = words.quoted[verb - 1] or (words.capital(first) and cue_verbs.ends_speech(words, verb - 1))
    return closed and cue is not None and cue.kind == "speech"


def _acts(words: TokenTable, index: int, end: int) -> bool:
    """Whether a verb follows that somebody named before `index` is the subject of, beyond what is between commas."""
    index = noun_phrases.past_brackets(words, index, end)
    if index < end and words.low[index] in words.grammar.noun_phrases.additive:
        other = noun_phrases.after(words, index + 1, end)
        index = other[1] if other is not None else index
    if index < end and words.raw[index] == ",":
        closing = (at for at in range(index + 1, min(index + BESIDE, end)) if words.raw[at] == ",")
        index = next(closing, end - 1) + 1
    while index < end and words.is_adverb(index):
        index += 1
    if index >= end or words.low[index] in words.grammar.noun_phrases.infinitive:
        return False  # found | Roe | to be a threat
    if noun_phrases.is_auxiliary(words, index):
        return True
    if words.capital(index - 1) and words.pos[index] == "VERB" and words.form[index] in ("participle", "past"):
        return True  # Roe | demonstrated; nobody's name is told more of without a comma
    return words.is_finite(index) or (words.raw[index - 1] == "," and words.pos[index] == "VERB")


def tells(words: TokenTable, raw: RawQuotation) -> bool:
    """Whether the source of a quotation is the subject of its verb: Roe | notes, said | Roe; not: according to Roe."""
    if raw.source is None or not raw.cue:
        return False
    cue, (first, last) = words.tokens_within(raw.cue[0]), words.tokens_within(raw.source)
    verb = next((low for low in words.low[slice(*cue)] if low in words.grammar.cues.verbs), None)
    inverted = cue[1] == first and words.low[first - 1] == verb
    return verb is not None and (inverted or (last == cue[0] and not _is_governed(words, first)))


def _is_governed(words: TokenTable, first: int) -> bool:
    unit = words.unit_at(first)
    return first > unit.first and words.low[first - 1] in words.grammar.coreference.governing


def tells_both(words: TokenTable) -> bool:
    """Whether a text has both "he" and "she", outside quotations; where it has one of them, it tells nobody apart."""
    singular = words.grammar.coreference.singular
    spoken = zip(words.low, words.quoted, strict=True)
    return len({singular[low] for low, quoted in spoken if not quoted and low in singular}) > 1


def resolve_pronoun(
    pronoun: str, position: int, recent: Iterable[ResolvedMention], words: TokenTable, *, both: bool = True
) -> Entity | None:
    """Whom the pronoun, in lower case, at token `position` takes up among `recent` mentions, the latest first; `both`:
    see `tells_both`."""
    grammar, here, weights = words.grammar.coreference, words.unit_of[position], SETTINGS.coreference
    found: dict[int, Weighed] = {}
    for mention in recent:
        if words.quoted[mention.position] or not _agrees(pronoun, mention.entity, words.grammar):
            continue
        group = pronoun in grammar.plural and mention.entity.description.plural
        weight = mention.weight + weights.speaker * mention.source + weights.group * group
        weight += _gender_weight(pronoun, mention, grammar)
        weight -= weights.sentence * (here - words.unit_of[mention.position])
        known = found.get(id(mention.entity))
        if known is None or weight > known[0]:
            found[id(mention.entity)] = weight, mention.entity
    ranked = sorted(_fitting(pronoun, list(found.values()), both, grammar), key=lambda pair: -pair[0])
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < weights.alike):
        return None
    return ranked[0][1]


def only_person(gender: Gender, near: Iterable[ResolvedMention], far: Iterable[ResolvedMention]) -> Entity | None:
    """Whom a pronoun long behind its name stands for: the only person named in `far` mentions, who can be of its
    gender, where `near` ones are of nobody."""
    if any(each.entity.is_person for each in near):
        return None
    people = {id(each.entity): each.entity for each in far if each.entity.is_person and each.entity.description.name}
    only = next(iter(people.values())) if len(people) == 1 else None
    return only if only is not None and only.gender in (None, gender) else None


def _fitting(pronoun: str, found: Sequence[Weighed], both: bool, grammar: Coreference) -> Sequence[Weighed]:
    """Those whose first name tells the other gender only where nobody in reach can be of the pronoun's, in a text that
    has both."""
    gender = grammar.singular.get(pronoun)
    if not both or gender is None or not any(_can_be(gender, entity) for _, entity in found):
        return found
    return [pair for pair in found if pair[1].gender in (None, gender)]


def _can_be(gender: Gender, entity: Entity) -> bool:
    """Whether somebody is described as of the gender, or is named and taken for nobody of another one."""
    known = entity.description
    return known.gender == gender or (entity.gender in (None, gender) and len(known.name) > 1)


def _gender_weight(pronoun: str, mention: ResolvedMention, grammar: Coreference) -> float:
    """What the gender that is told of somebody adds to their weight, or takes off it; nothing where they speak."""
    weights, entity = SETTINGS.coreference, mention.entity
    if not entity.is_person or entity.gender is None:
        nameless = pronoun in grammar.singular and not entity.description.name and not mention.source
        return -weights.nameless if nameless else 0.0
    return weights.known if grammar.singular.get(pronoun, entity.gender) == entity.gender else -weights.clash


def _agrees(pronoun: str, entity: Entity, grammar: AttributionGrammar) -> bool:
    """Whether the entity can be of the pronoun's gender and number."""
    reference = grammar.coreference
    if pronoun in reference.singular:
        fits = entity.gender in (None, reference.singular[pronoun])
        return entity.is_person and (fits or _only_by_name(entity, grammar))
    if pronoun in reference.plural:
        return not entity.is_person and entity.description.kind != "document"
    return not entity.is_person and not entity.description.plural


def _only_by_name(entity: Entity, grammar: AttributionGrammar) -> bool:
    """Whether the first name alone tells somebody's gender, and no role (a businessman)."""
    about = entity.description
    by_role = roles.gender((), (), about.role, grammar)
    return by_role is None and roles.gender((), about.name, None, grammar) == entity.gender
