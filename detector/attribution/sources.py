"""Who is who: the mentions of sources, in the order of the text, brought together into entities.

A deterministic cascade after Raghunathan et al. 2010 (the most precise tests first): exact name, last name, first name,
role, taken-up organisation, pronoun. Positions are token indices.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detector.attribution import appositions, phrases, refusals
from detector.attribution import names as naming
from detector.attribution.context import Context
from detector.attribution.descriptions import Description, is_person
from detector.attribution.entities import Entity, aliases, compatible, same_affiliation
from detector.attribution.lexicons import word_lists
from detector.attribution.phrases import Phrase
from detector.attribution.raw import RawQuotation
from detector.attribution.roles import Gender

FIRST_PERSON = frozenset({"i", "we", "you"})
SINGULAR: dict[str, Gender] = {"he": "male", "she": "female"}
MEMORY = 60  # mentions a pronoun or an alias may look back
NAMESAKES = 12  # entities of one alias that are looked through
PARAGRAPHS = 3


@dataclass(frozen=True, slots=True)
class Mention:
    """Entity `entity` is named at token `position`; `source` where words are given to it there."""

    position: int
    entity: Entity
    source: bool


class Resolver:
    """Reads the mentions of one article from left to right."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._by_alias: defaultdict[str, list[Entity]] = defaultdict(list)
        self._by_given: defaultdict[str, list[Entity]] = defaultdict(list)
        self._by_role: defaultdict[str, list[Entity]] = defaultdict(list)
        self._history: list[Mention] = []
        self._read: dict[int, Entity] = {}

    def note(self, phrase: Phrase, position: int, source: bool) -> Entity | None:
        """The entity that the phrase means; `None` for the writer ("I") and where no pronoun can be resolved."""
        low = self._context.words.low[phrase[0]]
        entity: Entity | None
        if phrase[1] - phrase[0] > 1 or low not in phrases.PRONOUNS | phrases.RELATIVE:
            if source and refusals.refuses(self._context, phrase):
                return None
            entity = self._mention(phrase, position)
        elif low in FIRST_PERSON:
            return None
        elif low in phrases.RELATIVE:
            if phrase[0] == self._context.words.unit_at(phrase[0]).first:
                return None
            entity = self._antecedent(phrase, position)
        else:
            entity = self._pronoun(low, position)
        if entity is not None:
            entity.spans.append(phrase)
            self._history.append(Mention(position, entity, source))
        return entity

    def _mention(self, phrase: Phrase, position: int) -> Entity:
        known = self._read.get(phrase[0])
        if known is None:
            known = self._read[phrase[0]] = self._merge(appositions.read(self._context, phrase), position)
        return known

    def _antecedent(self, phrase: Phrase, position: int) -> Entity | None:
        words = self._context.words
        first, end = words.unit_at(phrase[0]).first, phrase[0]
        while end > first and not words.is_word(end - 1) and words.raw[end - 1] != ")":
            end -= 1
        before = phrases.before(words, end, first)
        if before is None or words.low[before[0]] in phrases.PRONOUNS:
            return None
        return self._mention(self._introduced(before, first) or before, position)

    def _introduced(self, phrase: Phrase, first: int) -> Phrase | None:
        """The name before an apposition: Jane Roe | , a deputy of X, who …"""
        words, comma = self._context.words, phrase[0] - 1
        if comma <= first or words.raw[comma] != "," or words.low[phrase[0]] not in ("a", "an", "the"):
            return None
        name = self._context.names.by_token.get(comma - 1)
        if name is None or not is_person(self._context, name, name.first):
            return None
        return phrases.before(words, comma, first) or (name.first, comma)

    def _recent(self, position: int, paragraphs: int) -> Iterator[Mention]:
        """The latest mentions first, as far back as `paragraphs`."""
        words = self._context.words
        block = words.unit_at(position).block
        for mention in reversed(self._history[-MEMORY:]):
            if block - words.unit_at(mention.position).block > paragraphs:
                return
            yield mention

    def _pronoun(self, low: str, position: int) -> Entity | None:
        """The subject of this sentence or of one before it, a source rather than a name in passing (Hobbs 1978)."""
        words = self._context.words
        best: Mention | None = None
        for mention in self._recent(position, PARAGRAPHS):
            if best is not None and words.unit_of[mention.position] != words.unit_of[best.position]:
                break
            if _agrees(low, mention.entity) and not words.quoted[mention.position]:
                best = mention
                if mention.source:
                    break
        if best is None:
            return None
        if low in SINGULAR and best.entity.gender is None:
            best.entity.gender = SINGULAR[low]
        return best.entity

    def _merge(self, described: Description, position: int) -> Entity:
        found = self._find(described, position)
        if found is None:
            found = Entity(described, gender=described.gender)
            if found.is_person and described.name:
                self._by_given[described.name[0]].append(found)
        else:
            found.learn(described)
        for alias in aliases(described):
            if alias not in found.aliases:
                found.aliases.add(alias)
                self._by_alias[alias].append(found)
        if found.is_person and described.head and described.head not in found.roles:
            found.roles.add(described.head)
            self._by_role[described.head].append(found)
        return found

    def _find(self, described: Description, position: int) -> Entity | None:
        for key in aliases(described):
            for entity in reversed(self._by_alias[key][-NAMESAKES:]):
                if compatible(entity.description, described):
                    return entity
        if described.name:
            unnamed = self._unnamed(described, position)
            if unnamed is not None:
                return unnamed
            same = self._by_given[described.name[0]] if described.kind == "person" and len(described.name) == 1 else []
            return same[0] if len(same) == 1 else None
        if not described.definite or described.head is None or described.plural:
            return None
        return (
            self._by_role_of(described, position) if described.kind == "person" else self._by_head(described, position)
        )

    def _unnamed(self, described: Description, position: int) -> Entity | None:
        """The person whom the sentence before gave words by office alone, and this one names: the port's chief
        executive said … Jane Roe, who has led the port since, said …"""
        last = self._history[-1] if self._history else None
        if last is None or not last.source or described.kind != "person":
            return None
        known = last.entity.description
        if described.role not in (None, known.role) and not (described.role or "").startswith("who "):
            return None
        words = self._context.words
        near = words.unit_at(position).block - words.unit_at(last.position).block <= 1
        alone = known.kind == "person" and not known.name and known.definite and not known.press
        return last.entity if near and alone and last.entity.gender in (None, described.gender) else None

    def _by_head(self, described: Description, position: int) -> Entity | None:
        """What "the study" or "the company" means: the last of that name, else the last organisation named."""
        for mention in reversed(self._history[-MEMORY:]):
            known = mention.entity.description
            heads = (known.head, known.label.lower().split()[-1])
            if known.kind == described.kind and not known.plural and described.head in heads:
                return mention.entity
        if described.label.lower() not in word_lists("people")["resumptive"]:
            return None
        named = (mention.entity for mention in self._recent(position, PARAGRAPHS))
        return next((one for one in named if one.description.kind == "organisation" and one.description.name), None)

    def _by_role_of(self, described: Description, position: int) -> Entity | None:
        """The person that "the analyst" means: one with that role, else the last person named, in the same passage."""
        for entity in reversed(self._by_role[described.head or ""][-NAMESAKES:]):
            if same_affiliation(entity.description, described):
                return entity
        distinct = described.affiliation is not None or bool(described.places)
        if distinct or described.press or described.head in word_lists("people")["offices"]:
            return None
        for mention in self._recent(position, 1):
            entity = mention.entity
            agrees = described.gender is None or entity.gender in (None, described.gender)
            if entity.is_person and entity.description.name and agrees:
                return entity
        return None


def _agrees(pronoun: str, entity: Entity) -> bool:
    if pronoun in SINGULAR:
        return entity.is_person and entity.gender in (None, SINGULAR[pronoun])
    if pronoun == "they":
        return not entity.is_person and entity.description.kind != "document"
    return not entity.is_person and not entity.description.plural


def resolve(context: Context, raws: Sequence[RawQuotation]) -> Sequence[Entity | None]:
    """The entity behind each raw quotation; `None` where there is none.

    Persons and organisations that the body names are met too, so that pronouns and "the company" can find them.
    """
    resolver = Resolver(context)
    found: dict[int, Entity | None] = {}
    for position, _, phrase, number in sorted([*_name_events(context), *_source_events(context, raws)]):
        entity = resolver.note(phrase, position, source=number >= 0)
        if number >= 0:
            found[number] = entity
    return [found.get(number) for number in range(len(raws))]


Event = tuple[int, int, Phrase, int]


def _name_events(context: Context) -> Iterator[Event]:
    """Where the body names somebody; a person's full name is read with title and apposition the first two times."""
    words = context.words
    read: defaultdict[str, int] = defaultdict(int)
    for name in context.names.mentions:
        last = naming.surname(name.words)
        alone = name.kind == "unknown" and len(name.words) == 1
        if name.core[0] in context.places or (name.kind == "unknown" and not (alone and last in context.names.full)):
            continue
        first, end = name.first, name.core[1]
        if name.kind == "person" and len(name.words) > 1 and read[last] < 2:
            read[last] += 1
            whole = phrases.before(words, end, words.unit_at(first).first)
            governed = words.low[first - 1] in phrases.ATTACHED if first else False
            first = min(first, whole[0]) if whole and not governed else first
        yield first, 1, (first, end), -1


def _source_events(context: Context, raws: Sequence[RawQuotation]) -> Iterator[Event]:
    for number, raw in enumerate(raws):
        if raw.source is not None:
            first, last = context.words.tokens_within(raw.source)
            yield first, 0, (first, max(last, first + 1)), number
