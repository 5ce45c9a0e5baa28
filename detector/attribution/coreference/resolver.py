"""Who is who: the mentions of sources, in the order of the text, brought together into entities.

Names and nouns are looked up in the index of entities; here stand pronouns, relative clauses and those who speak
together. Positions are token indices.
"""

from collections.abc import Sequence

from detector.attribution.coreference import appositions, conjunctions, mentions, non_sources
from detector.attribution.coreference.descriptions import Description, is_person
from detector.attribution.coreference.entities import Entity
from detector.attribution.coreference.entity_index import PARAGRAPHS, EntityIndex, ResolvedMention
from detector.attribution.coreference.mentions import Mention
from detector.attribution.entities.context import Context
from detector.attribution.syntax import noun_phrases
from detector.attribution.syntax.noun_phrases import Phrase
from detector.attribution.tokens.types import RawQuotation
from detector.languages.grammar import Coreference


class Resolver:
    """Reads the mentions of one article from left to right."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._index = EntityIndex(context)
        self._read: dict[Phrase, Entity] = {}

    def note(self, mention: Mention) -> Entity | None:
        """The entity that is meant; `None` for the writer ("I") and where no pronoun can be resolved."""
        words, phrase, source = self._context.words, mention.phrase, mention.number >= 0
        grammar = self._context.grammar
        low = words.low[phrase[0]]
        alone = phrase[1] - phrase[0] == 1
        entity: Entity | None
        if mention.signed:
            entity = self._signed(mention)
        elif words.low[phrase[1] - 1] in grammar.coreference.oblique or (
            alone and low in grammar.noun_phrases.relative
        ):
            unit = words.unit_at(phrase[0])
            entity = self._antecedent(phrase, mention.position) if phrase[0] > unit.first else None
        elif alone and low in grammar.noun_phrases.pronouns:
            first_person = low in grammar.noun_phrases.first_person
            entity = None if first_person else self._pronoun(low, mention.position)
        elif source and conjunctions.is_pair(words, phrase):
            entity = self._pair(mention.position)
        elif source and non_sources.is_no_source(self._context, phrase):
            entity = None
        else:
            entity = self._mention(phrase, mention.position)
        if entity is not None:
            entity.spans.append(mention.span)
            self._index.add(ResolvedMention(mention.position, entity, source))
        return entity

    def _signed(self, mention: Mention) -> Entity:
        """Who signed with a name, however that is written."""
        words, phrase = self._context.words, mention.phrase
        if any(name.kind != "unknown" for name in self._context.names_in(*phrase)):
            return self._mention(phrase, mention.position)
        label = words.span(*phrase).of(words.text)
        return self._index.merge(Description("person", label, tuple(label.split())), mention.position)

    def _mention(self, phrase: Phrase, position: int) -> Entity:
        if phrase[0] in self._context.places and self._context.words.raw[phrase[0] - 1] == ",":
            phrase = self._resident(phrase[1], self._context.words.unit_at(phrase[0]).first) or phrase
        phrase = conjunctions.leader(self._context, phrase)
        known = self._read.get(phrase)
        if known is None:
            people = [self._mention(one, position) for one in conjunctions.members(self._context, phrase)]
            described = (
                self._together(people) if people else appositions.describe_with_apposition(self._context, phrase)
            )
            known = self._index.merge(described, position)
            self._read[phrase] = known
        return known

    def _together(self, people: Sequence[Entity]) -> Description:
        return conjunctions.describe([one.description for one in people], self._context.grammar)

    def _pair(self, position: int) -> Entity | None:
        """The last who spoke together, else the last two people named."""
        people: list[Entity] = []
        for mention in self._index.recent(position, PARAGRAPHS):
            entity = mention.entity
            if entity.description.kind == "collective" and entity.description.name:
                return entity
            if entity.is_person and entity.description.name and entity not in people:
                people.insert(0, entity)
            if len(people) == 2:
                return self._index.merge(self._together(people), position)
        return None

    def _antecedent(self, phrase: Phrase, position: int) -> Entity | None:
        """Whom "who" takes up; a second "who" of a sentence, after "and", takes up the same as the first."""
        words, grammar = self._context.words, self._context.grammar
        first, end = words.unit_at(phrase[0]).first, phrase[0]
        if end - 1 > first and words.low[end - 1] in grammar.clauses.coordinating:
            same = words.low[phrase[0]]
            end = next((index for index in range(end - 2, first, -1) if words.low[index] == same), end)
        while end > first and not words.is_word(end - 1) and words.raw[end - 1] != ")":
            end -= 1
        before = self._resident(end, first) or noun_phrases.before(words, end, first)
        if (
            before is None
            or words.low[before[0]] in grammar.noun_phrases.pronouns
            or non_sources.is_no_source(self._context, before)
        ):
            return None
        return self._mention(self._introduced(before, first) or before, position)

    def _resident(self, end: int, first: int) -> Phrase | None:
        """The name before an age and a place: Jane Roe | , 59, of Dayton, Ohio, who …"""
        words, living = self._context.words, False
        residence = self._context.grammar.coreference.residence
        for index in range(end - 1, first - 1, -1):
            name = self._context.names.by_token.get(index)
            if name is not None and name.kind == "person":
                return (name.first, name.core[1]) if living else None
            telling = words.pos[index] == "NUM" or words.low[index] in residence
            if not (telling or words.raw[index] == "," or words.capital(index)):
                return None
            living = living or telling
        return None

    def _introduced(self, phrase: Phrase, first: int) -> Phrase | None:
        """The name before an apposition: Jane Roe | , a deputy of X, who …"""
        words, comma = self._context.words, phrase[0] - 1
        articles = self._context.grammar.noun_phrases.articles
        if comma <= first or words.raw[comma] != "," or words.low[phrase[0]] not in articles:
            return None
        name = self._context.names.by_token.get(comma - 1)
        if name is None or not is_person(self._context, name, name.first):
            return None
        return noun_phrases.before(words, comma, first) or (name.first, comma)

    def _pronoun(self, low: str, position: int) -> Entity | None:
        """The subject of this sentence or of one before it, a source rather than a name in passing (Hobbs 1978)."""
        words, grammar = self._context.words, self._context.grammar.coreference
        best: ResolvedMention | None = None
        for mention in self._index.recent(position, PARAGRAPHS):
            if best is not None and words.unit_of[mention.position] != words.unit_of[best.position]:
                break
            if _agrees(low, mention.entity, grammar) and not words.quoted[mention.position]:
                best = mention
                if mention.source:
                    break
        if best is None:
            return None
        if low in grammar.singular and best.entity.gender is None:
            best.entity.gender = grammar.singular[low]
        return best.entity


def _agrees(pronoun: str, entity: Entity, grammar: Coreference) -> bool:
    """Whether the entity is of the pronoun's gender and number."""
    if pronoun in grammar.singular:
        return entity.is_person and entity.gender in (None, grammar.singular[pronoun])
    if pronoun in grammar.plural:
        return not entity.is_person and entity.description.kind != "document"
    return not entity.is_person and not entity.description.plural


def resolve(context: Context, raws: Sequence[RawQuotation]) -> Sequence[Entity | None]:
    """The entity behind each raw quotation; `None` where there is none.

    Persons and organisations that the body names are met too, so that pronouns and "the company" can find them.
    """
    resolver = Resolver(context)
    found: dict[int, Entity | None] = {}
    for mention in mentions.collect(context, raws):
        entity = resolver.note(mention)
        if mention.number >= 0:
            found[mention.number] = entity
    return [found.get(number) for number in range(len(raws))]
