"""Who is who: the mentions of sources, in the order of the text, brought together into entities.

Names and nouns are looked up in the index of entities; here stand pronouns, relative clauses and those who speak
together. Positions are token indices.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from detector.attribution.coreference import (
    appositions,
    conjunctions,
    documents,
    groups,
    introductions,
    mentions,
    non_sources,
    pronouns,
    repeats,
    studies,
    trimming,
)
from detector.attribution.coreference.descriptions import Description
from detector.attribution.coreference.entities import Entity
from detector.attribution.coreference.entity_index import EntityIndex
from detector.attribution.coreference.mentions import Mention
from detector.attribution.coreference.pronouns import ResolvedMention
from detector.attribution.entities.context import Context
from detector.attribution.syntax import noun_phrases
from detector.attribution.syntax.noun_phrases import Phrase
from detector.attribution.tokens.types import RawQuotation
from detector.settings import SETTINGS


class Resolver:
    """Reads the mentions of one article from left to right."""

    def __init__(self, context: Context, source_starts: Collection[int]) -> None:
        """`source_starts`: where a source of a quotation begins."""
        self._context = context
        self._source_starts = source_starts
        self._both = pronouns.tells_both(context.words)
        self._index = EntityIndex(context)
        self._read: dict[Phrase, Entity] = {}
        self._makers: dict[int, Entity] = {}
        self._works: dict[int, Entity] = {}  # the last document of each maker, by the maker's `id`

    def note(self, mention: Mention, tells: bool = False) -> Entity | None:
        """The entity that is meant; `None` for the writer ("I") and where no pronoun can be resolved. `tells`: it is
        the subject of a verb that gives it words."""
        words, source = self._context.words, mention.number >= 0
        phrase = trimming.unpossessed(words, mention.phrase)
        pronominal = phrase[1] - phrase[0] == 1 and self._is_pronoun(words.low[phrase[0]])
        entity = self._signed(mention) if mention.signed else self._meant(phrase, mention.position, source)
        if entity is not None:
            if source or not pronominal:
                entity.spans.append(mention.span)
            weight = SETTINGS.coreference.subject if tells else pronouns.weigh(words, phrase)
            for one in (*entity.members, entity):
                self._index.add(ResolvedMention(mention.position, one, source, weight))
        return entity

    def _is_pronoun(self, low: str) -> bool:
        return low in self._context.grammar.noun_phrases.pronouns or low in self._context.grammar.coreference.owned_by

    def _meant(self, phrase: Phrase, position: int, source: bool) -> Entity | None:
        words, grammar = self._context.words, self._context.grammar
        phrase = trimming.opened(self._context, phrase)
        phrase = trimming.uttered(words, phrase) if source else phrase
        low, alone = words.low[phrase[0]], phrase[1] - phrase[0] == 1
        if words.low[phrase[1] - 1] in grammar.coreference.oblique or (alone and low in grammar.noun_phrases.relative):
            return self._antecedent(phrase, position) if phrase[0] > words.unit_at(phrase[0]).first else None
        if alone and self._is_pronoun(low):
            return None if low in grammar.noun_phrases.first_person else self._pronoun(low, position, source)
        return self._speaker(phrase, position) if source else self._mention(phrase, position)

    def _speaker(self, phrase: Phrase, position: int) -> Entity | None:
        """Who speaks, where that is told by more than a pronoun."""
        if conjunctions.is_pair(self._context.words, phrase):
            return self._pair(position, conjunctions.is_pair_of_bodies(self._context.words, phrase))
        if non_sources.is_no_source(self._context, phrase):
            return None
        if studies.is_share(self._context, phrase):
            met = self._index.recent(position, SETTINGS.coreference.surveyed)
            survey = studies.find_survey(self._context, phrase, met)
            if survey is not None or studies.is_percentage(self._context, phrase):
                return survey
        phrase = trimming.subject_of(self._context, phrase)
        phrase = trimming.described(self._context, phrase) or phrase
        whole = groups.find_whole(self._context, phrase, self._index.met())
        return whole or self._author(phrase, position) or self._mention(phrase, position)

    def _author(self, phrase: Phrase, position: int) -> Entity | None:
        """Who speaks in a document: whoever made a statement; a report speaks for itself, and is kept in mind for the
        case that its maker speaks too."""
        authorship = documents.authorship(self._context, phrase)
        if authorship is None:
            recent = self._index.recent(position, SETTINGS.coreference.paragraphs)
            return studies.find_teller(self._context, phrase, recent, self._index.has_document)
        if authorship.pronoun is not None:
            maker = self._pronoun(self._context.words.low[authorship.pronoun], position)
        elif authorship.maker is not None:
            maker = self._mention(authorship.maker, position)
        elif authorship.issued:
            maker = documents.issuer(self._context.words, phrase, self._index.recent(position, 0))
        else:
            spoken = (one.entity for one in self._index.recent(position, 1) if one.source)
            maker = next((one for one in spoken if one.description.kind != "document"), None)
        if maker is not None and not authorship.message:
            taken_up = self._works.get(id(maker)) if studies.are_results(self._context, phrase) else None
            document = taken_up or self._mention(phrase, position)
            self._makers.setdefault(id(document), maker)
            self._works[id(maker)] = document
            return document
        return maker

    def name_affiliation(self, entity: Entity) -> None:
        """Write whom somebody belongs to as the body called so is written as a source: Harwood University."""
        body = self._index.body(entity.description.affiliation or "")
        loud = body is not None and body.description.label.isupper()  # KANSAS CITY, of a dateline
        if body is not None and body is not entity and not loud:
            entity.description = replace(entity.description, affiliation=body.description.label)

    def maker_or_itself(self, entity: Entity | None, heard: Collection[int]) -> Entity | None:
        """The entity itself; for a document whose maker is `heard` otherwise (by `id`), its maker."""
        maker = self._makers.get(id(entity))
        if entity is None or maker is None or id(maker) not in heard:
            return entity
        maker.spans.extend(span for span in entity.spans if span not in maker.spans)
        return maker

    def _signed(self, mention: Mention) -> Entity:
        """Who signed with a name, however that is written."""
        words, phrase = self._context.words, mention.phrase
        if any(name.kind != "unknown" for name in self._context.names_in(*phrase)):
            return self._mention(phrase, mention.position)
        label = words.span(*phrase).of(words.text)
        return self._index.merge(Description("person", label, tuple(label.split())), mention.position)

    def _mention(self, phrase: Phrase, position: int) -> Entity:
        if phrase[0] in self._context.places and self._context.words.raw[phrase[0] - 1] == ",":
            phrase = (
                introductions.resident(self._context, phrase[1], self._context.words.unit_at(phrase[0]).first) or phrase
            )
        phrase = conjunctions.leader(self._context, phrase)
        known = self._read.get(phrase)
        if known is None:
            members = conjunctions.members(self._context, phrase)
            people = [self._mention(one, position) for one in members]
            conjunctions.share_office(self._context, members, people)
            described = (
                self._together(people) if people else appositions.describe_with_apposition(self._context, phrase)
            )
            described = self._of_owner(described, phrase, position)
            known = self._index.merge(described, position, phrase[0] in self._source_starts)
            known.members = tuple(people)
            self._read[phrase] = known
        return known

    def _of_owner(self, described: Description, phrase: Phrase, position: int) -> Description:
        """The description of somebody or some body told by whose it is, with who that is: her | legal team."""
        low = self._context.words.low[phrase[0]]
        people = self._context.grammar.coreference.singular
        pronoun = self._context.grammar.coreference.owned_by.get(low)
        if pronoun not in people or described.kind == "document" or described.affiliation or described.name:
            return described
        owner = self._pronoun(low, position, source=False)
        if owner is None or not owner.description.name:
            return described
        return replace(described, affiliation=owner.description.label)

    def _together(self, people: Sequence[Entity]) -> Description:
        return conjunctions.describe([one.description for one in people], self._context.grammar)

    def _pair(self, position: int, bodies: bool) -> Entity | None:
        """The last who spoke together, else the last two people named, or `bodies`."""
        people: list[Entity] = []
        for mention in self._index.recent(position, SETTINGS.coreference.paragraphs):
            entity = mention.entity
            if entity.description.kind == "collective" and entity.description.name:
                return entity
            fits = entity.description.kind == "organisation" if bodies else entity.is_person
            if fits and entity.description.name and entity not in people:
                people.insert(0, entity)
            if len(people) == 2:
                pair = self._index.merge(self._together(people), position)
                pair.members = tuple(people)
                return pair
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
        before = introductions.resident(self._context, end, first) or noun_phrases.before(words, end, first)
        if (
            before is None
            or words.low[before[0]] in grammar.noun_phrases.pronouns
            or not grammar.coreference.versus.isdisjoint(words.low[max(first, before[0] - 1) : before[1]])
        ):
            return None
        whom = (
            introductions.one_of(words, before, first)
            or introductions.introduced(self._context, before, first)
            or introductions.last_person(self._context, before)
            or introductions.of_whom(words, before)
        )
        return None if non_sources.is_no_source(self._context, whom) else self._mention(whom, position)

    def _pronoun(self, low: str, position: int, source: bool = True) -> Entity | None:
        grammar = self._context.grammar.coreference
        low = grammar.owned_by.get(low, low)
        recent = tuple(self._index.recent(position, SETTINGS.coreference.paragraphs))
        found = pronouns.resolve_pronoun(low, position, recent, self._context.words, both=self._both)
        gender = grammar.singular.get(low)
        if found is None and source and gender is not None:
            found = pronouns.only_person(gender, recent, self._index.recent(position, SETTINGS.coreference.surveyed))
        if found is not None and found.gender is None and source:
            found.gender = gender
        return found


def resolve(context: Context, raws: Sequence[RawQuotation]) -> Sequence[Entity | None]:
    """The entity behind each raw quotation; `None` where there is none.

    Persons and organisations that the body names are met too, so that pronouns and "the company" can find them.
    """
    met = mentions.collect(context, raws)
    resolver = Resolver(context, {mention.phrase[0] for mention in met if mention.number >= 0})
    found: dict[int, Entity | None] = {}
    for mention in met:
        cue = raws[mention.number].cue if mention.number >= 0 else ()
        if mention.number >= 0 and non_sources.is_shown(
            context, mention.phrase, " ".join(one.of(context.words.text) for one in cue) or None
        ):
            continue
        entity = resolver.note(mention, mention.number >= 0 and pronouns.tells(context.words, raws[mention.number]))
        if mention.number >= 0:
            found[mention.number] = entity
    for entity in {id(one): one for one in found.values() if one is not None}.values():
        resolver.name_affiliation(entity)
    heard = {id(entity) for entity in found.values()}
    entities = documents.resolve_by_body(context.words, raws, [found.get(number) for number in range(len(raws))])
    return repeats.bring_together(context.words, raws, [resolver.maker_or_itself(entity, heard) for entity in entities])
