"""Who is who: the mentions of sources, in the order of the text, brought together into entities.

A deterministic cascade after Raghunathan et al. 2010 (the most precise tests first): exact name, last name, title,
acronym, role, pronoun. Positions are token indices.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from detector.attribution import names as naming
from detector.attribution import phrases
from detector.attribution.descriptions import Context, Description, Gender, describe
from detector.attribution.lexicons import word_lists
from detector.attribution.phrases import Phrase
from detector.attribution.raw import RawQuotation

FIRST_PERSON = frozenset({"i", "we", "you"})
SINGULAR = {"he": "male", "she": "female"}
MEMORY = 60  # mentions a pronoun or an alias may look back
PARAGRAPHS = 3


@dataclass(slots=True, eq=False)
class Entity:
    """Somebody or something met while reading; grows with each mention. Lives only while one article is resolved."""

    description: Description
    aliases: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    spans: list[Phrase] = field(default_factory=list)
    gender: Gender | None = None

    @property
    def is_person(self) -> bool:
        """Whether it is one person."""
        return self.description.kind == "person"


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
        self._entities: list[Entity] = []
        self._by_alias: defaultdict[str, list[Entity]] = defaultdict(list)
        self._by_role: defaultdict[str, list[Entity]] = defaultdict(list)
        self._history: list[Mention] = []
        self._read: dict[int, Entity] = {}

    def entities(self) -> Sequence[Entity]:
        """All entities so far, in order of their first mention."""
        return self._entities

    def note(self, phrase: Phrase, position: int, source: bool) -> Entity | None:
        """The entity that the phrase means; `None` for the writer ("I") and where no pronoun can be resolved."""
        words = self._context.words
        low = words.low[phrase[0]]
        alone = phrase[1] - phrase[0] == 1
        if alone and low in FIRST_PERSON:
            return None
        if alone and low in ("who", "which", "that"):
            entity = self._antecedent(phrase, position)
        elif alone and low in ("he", "she", "they", "it"):
            entity = self._pronoun(low, position)
        else:
            entity = self._mention(phrase, position)
        if entity is not None:
            entity.spans.append(phrase)
            self._history.append(Mention(position, entity, source))
        return entity

    def _mention(self, phrase: Phrase, position: int) -> Entity:
        known = self._read.get(phrase[0])
        if known is None:
            known = self._read[phrase[0]] = self._merge(describe(self._context, phrase), position)
        return known

    def _antecedent(self, phrase: Phrase, position: int) -> Entity | None:
        words = self._context.words
        unit = words.unit_at(phrase[0])
        end = phrase[0]
        while end > unit.first and not words.is_word(end - 1) and words.raw[end - 1] != ")":
            end -= 1
        before = phrases.before(words, end, unit.first)
        if before is None or words.low[before[0]] in phrases.PRONOUNS:
            return None
        return self._mention(before, position)

    def _pronoun(self, low: str, position: int) -> Entity | None:
        """The subject of this sentence or of one before it, a source rather than a name in passing (Hobbs 1978)."""
        words = self._context.words
        block = words.unit_at(position).block
        best: Entity | None = None
        best_unit = -1
        for mention in reversed(self._history[-MEMORY:]):
            unit = words.unit_of[mention.position]
            if block - words.units[unit].block > PARAGRAPHS or (best is not None and unit != best_unit):
                break
            if not _agrees(low, mention.entity) or words.quoted[mention.position]:
                continue
            if mention.source:
                best, best_unit = mention.entity, unit
                break
            best, best_unit = mention.entity, unit
        if best is not None and low in SINGULAR and best.gender is None:
            best.gender = "male" if low == "he" else "female"
        return best

    def _merge(self, described: Description, position: int) -> Entity:
        found = self._find(described, position)
        if found is None:
            found = Entity(described, gender=described.gender)
            self._entities.append(found)
        else:
            found.description = _combine(found.description, described)
            found.gender = found.gender or described.gender
        for alias in _aliases(described):
            if alias not in found.aliases:
                found.aliases.add(alias)
                self._by_alias[alias].append(found)
        if described.kind == "person" and described.head and described.head not in found.roles:
            found.roles.add(described.head)
            self._by_role[described.head].append(found)
        return found

    def _find(self, described: Description, position: int) -> Entity | None:
        if described.kind == "person" and not described.name:
            return self._by_role_or_place(described, position)
        keys = [naming.surname(described.name)] if described.kind == "person" else _aliases(described)
        for key in keys:
            for entity in reversed(self._by_alias.get(key, [])):
                if _compatible(entity.description, described):
                    return entity
        if described.kind == "person":
            return self._by_given_name(described)
        return self._by_head(described, position) if described.definite and not described.name else None

    def _by_given_name(self, described: Description) -> Entity | None:
        """Who is meant by a first name alone, where only one person met has it."""
        if len(described.name) != 1:
            return None
        same = [
            entity for entity in self._entities if entity.description.name[:1] == described.name and entity.is_person
        ]
        return same[0] if len(same) == 1 else None

    def _by_head(self, described: Description, position: int) -> Entity | None:
        """What "the study" or "the company" means: the last of that name, else the last organisation named."""
        block = self._context.words.unit_at(position).block
        for mention in reversed(self._history[-MEMORY:]):
            known = mention.entity.description
            if (
                known.kind == described.kind
                and not known.plural
                and described.head in (known.head, known.label.lower().split()[-1])
            ):
                return mention.entity
        if described.label.lower() not in word_lists("people")["resumptive"]:
            return None
        for mention in reversed(self._history[-MEMORY:]):
            near = block - self._context.words.unit_at(mention.position).block <= PARAGRAPHS
            if near and mention.entity.description.kind == "organisation" and mention.entity.description.name:
                return mention.entity
        return None

    def _by_role_or_place(self, described: Description, position: int) -> Entity | None:
        """The person that "the analyst" means: one with that role, else the last person named, in the same passage."""
        if not described.definite or described.head is None or described.plural:
            return None
        for entity in reversed(self._by_role.get(described.head, [])):
            if _same_affiliation(entity.description, described):
                return entity
        country = any(place.name == described.affiliation for place in described.places)
        if (
            (described.affiliation and not country)
            or described.head in word_lists("people")["offices"]
            or described.press
        ):
            return None
        block = self._context.words.unit_at(position).block
        for mention in reversed(self._history[-MEMORY:]):
            if block - self._context.words.unit_at(mention.position).block > 1:
                return None
            gender = described.gender in (None, mention.entity.gender) or mention.entity.gender is None
            if mention.entity.is_person and mention.entity.description.name and gender:
                return mention.entity
        return None


def _agrees(pronoun: str, entity: Entity) -> bool:
    if pronoun in SINGULAR:
        return entity.is_person and entity.gender in (None, SINGULAR[pronoun])
    if pronoun == "they":
        return not entity.is_person and entity.description.kind != "document"
    return not entity.is_person and not entity.description.plural


def _same_affiliation(one: Description, other: Description) -> bool:
    country = next((place.country for place in other.places if place.country), None)
    if country is not None:
        return all(place.country in (None, country) for place in one.places)
    return other.affiliation is None or one.affiliation is None or _share_word(one.affiliation, other.affiliation)


def _share_word(one: str, other: str) -> bool:
    return bool(set(one.lower().split()) & set(other.lower().split()) - {"of", "the", "and"})


def _aliases(described: Description) -> list[str]:
    """The keys under which other mentions can find this one."""
    if described.kind == "person":
        return [naming.surname(described.name)] if described.name else []
    label = described.label.lower().removeprefix("the ").replace("’", "'").removesuffix("'s")
    keys = [label]
    words = [word for word in described.name if word[0].isupper()]
    if described.kind == "organisation" and len(words) == 1 and " " in words[0]:
        words = [word for word in words[0].split() if word[0].isupper()]
    if described.kind == "organisation" and len(words) > 2:
        keys.append("".join(word[0] for word in words).lower())
    return keys


def _compatible(known: Description, new: Description) -> bool:
    if (known.kind == "person") != (new.kind == "person"):
        return False
    if new.kind != "person":
        return True
    if len(known.name) < 2 or len(new.name) < 2:
        return _genders_agree(known, new)
    one, other = known.name[0].rstrip(".").lower(), new.name[0].rstrip(".").lower()
    return one == other or one.startswith(other) or other.startswith(one) or (len(one) > 2 and one[:3] == other[:3])


def _genders_agree(known: Description, new: Description) -> bool:
    return known.gender is None or new.gender is None or known.gender == new.gender


def _combine(known: Description, new: Description) -> Description:
    """What both mentions say; the longer name and the first role stay."""
    better = len(new.name) > len(known.name) and new.kind == known.kind
    return replace(
        known,
        name=new.name if better else known.name,
        label=new.label if better else known.label,
        role=known.role or new.role,
        head=known.head or new.head,
        affiliation=known.affiliation or new.affiliation,
        places=known.places + tuple(place for place in new.places if place not in known.places),
        gender=known.gender or new.gender,
        press=known.press or new.press,
        government=known.government or new.government,
    )


def resolve(context: Context, raws: Sequence[RawQuotation]) -> tuple[Sequence[Entity | None], Sequence[Entity]]:
    """The entity behind each raw quotation (`None` where there is none), and all entities met.

    Persons that the body names count as met, also where they are given no words, so that pronouns can find them.
    """
    resolver = Resolver(context)
    events = sorted([*_people_events(context), *_source_events(context, raws)])
    found: dict[int, Entity | None] = {}
    for position, _, phrase, number in events:
        entity = resolver.note(phrase, position, source=number >= 0)
        if number >= 0:
            found[number] = entity
    return [found.get(number) for number in range(len(raws))], resolver.entities()


Event = tuple[int, int, Phrase, int]


def _people_events(context: Context) -> Iterable[Event]:
    """Where the body names somebody; a person's full name is read with title and apposition the first two times."""
    words = context.words
    read: defaultdict[str, int] = defaultdict(int)
    for name in context.names.mentions:
        last = naming.surname(name.words)
        known = name.kind != "unknown" or (
            name.kind == "unknown" and len(name.words) == 1 and last in context.names.full
        )
        if not known or name.core[0] in context.places:
            continue
        first, end = name.first, name.core[1]
        if name.kind == "person" and len(name.words) > 1 and read[last] < 2:
            read[last] += 1
            whole = phrases.before(words, end, words.unit_at(first).first)
            first = min(first, whole[0]) if whole else first
        yield first, 1, (first, end), -1


def _source_events(context: Context, raws: Sequence[RawQuotation]) -> Iterable[Event]:
    words = context.words
    for number, raw in enumerate(raws):
        if raw.source is not None:
            first = bisect_left(words.start, raw.source.start)
            last = bisect_left(words.start, raw.source.end)
            yield first, 0, (first, max(last, first + 1)), number
