"""Whom an article has named so far, and which of them a description can mean.

A deterministic cascade after Raghunathan et al. 2010 (the most precise tests first): exact name, last name, first name,
role, taken-up organisation. Positions are token indices.
"""

from collections import defaultdict
from collections.abc import Iterator

from detector.attribution.coreference.descriptions import Description
from detector.attribution.coreference.entities import Entity, aliases, compatible, same_affiliation
from detector.attribution.coreference.pronouns import ResolvedMention
from detector.attribution.entities.context import Context

MEMORY = 120  # mentions a pronoun or an alias may look back
NAMESAKES = 12  # entities of one alias that are looked through
PARAGRAPHS = 3


class EntityIndex:
    """The mentions of one article, from left to right, and the entities they are of."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._grammar = context.grammar
        self._by_alias: defaultdict[str, list[Entity]] = defaultdict(list)
        self._by_given: defaultdict[str, list[Entity]] = defaultdict(list)
        self._by_role: defaultdict[str, list[Entity]] = defaultdict(list)
        self._history: list[ResolvedMention] = []

    def add(self, mention: ResolvedMention) -> None:
        """Take note of one more mention."""
        mention.entity.seen = mention.position
        self._history.append(mention)

    def recent(self, position: int, paragraphs: int) -> Iterator[ResolvedMention]:
        """The latest mentions first, as far back as `paragraphs`."""
        words = self._context.words
        block = words.unit_at(position).block
        for mention in reversed(self._history[-MEMORY:]):
            if block - words.unit_at(mention.position).block > paragraphs:
                return
            yield mention

    def merge(self, described: Description, position: int) -> Entity:
        """The entity that the description at `position` is of, which learns from it; a new one where none fits."""
        found = self._find(described, position)
        if found is None:
            found = Entity(described, gender=described.gender)
            if found.is_person and described.name:
                self._by_given[described.name[0]].append(found)
        else:
            found.learn(described)
        for alias in aliases(described, self._grammar):
            if alias not in found.aliases:
                found.aliases.add(alias)
                self._by_alias[alias].append(found)
        if found.is_person and described.head and described.head not in found.roles:
            found.roles.add(described.head)
            self._by_role[described.head].append(found)
        return found

    def _find(self, described: Description, position: int) -> Entity | None:
        for key in aliases(described, self._grammar):
            namesakes = self._by_alias[key][-NAMESAKES:]
            for entity in sorted(namesakes, key=lambda one: (len(one.spans), one.seen), reverse=True):
                if compatible(entity.description, described):
                    return entity
        if described.name:
            unnamed = self._unnamed(described, position)
            if unnamed is not None:
                return unnamed
            if described.kind == "organisation" and len(described.name) == 1:
                return self._by_last_word(described.label.lower())
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
        relative = not self._grammar.coreference.person_relative.isdisjoint((described.role or "").split(" ")[:1])
        if described.role not in (None, known.role) and not relative:
            return None
        words = self._context.words
        near = words.unit_at(position).block - words.unit_at(last.position).block <= 1
        alone = known.kind == "person" and not known.name and known.definite and not known.press
        return last.entity if near and alone and last.entity.gender in (None, described.gender) else None

    def _by_last_word(self, low: str) -> Entity | None:
        """The organisation of a longer name that "the Fund" or "the Senate" stands for."""
        if low not in self._grammar.people.organisation:
            return None
        named = (mention.entity for mention in reversed(self._history[-MEMORY:]))
        return next((one for one in named if one.description.kind == "organisation" and _last_word(one) == low), None)

    def _by_head(self, described: Description, position: int) -> Entity | None:
        """What "the study" or "the company" means: the last of that name, else the last organisation named."""
        for mention in reversed(self._history[-MEMORY:]):
            known = mention.entity.description
            heads = (known.head, known.label.lower().split()[-1])
            if known.kind == described.kind and not known.plural and described.head in heads:
                return mention.entity
        if described.label.lower() not in self._grammar.people.resumptive:
            return None
        named = (mention.entity for mention in self.recent(position, PARAGRAPHS))
        bodies = self._grammar.people.bodies
        return next(
            (
                one
                for one in named
                if one.description.kind == "organisation" and one.description.name and _last_word(one) not in bodies
            ),
            None,
        )

    def _by_role_of(self, described: Description, position: int) -> Entity | None:
        """The person that "the analyst" means: one with that role, else the last person named, in the same passage."""
        for entity in reversed(self._by_role[described.head or ""][-NAMESAKES:]):
            if same_affiliation(entity.description, described, self._grammar.names.small):
                return entity
        if described.head in self._grammar.coreference.nameless:
            return self._nameless(position)
        distinct = described.affiliation is not None or bool(described.places)
        if distinct or described.press or described.head in self._grammar.people.offices:
            return None
        for mention in self.recent(position, 1):
            entity = mention.entity
            agrees = described.gender is None or entity.gender in (None, described.gender)
            if entity.is_person and entity.description.name and agrees and not _differs(entity, described):
                return entity
        return None

    def _nameless(self, position: int) -> Entity | None:
        """Whom "the source" means: the last one without a name."""
        for mention in self.recent(position, PARAGRAPHS):
            known = mention.entity.description
            if mention.source and not known.name and known.kind in ("person", "collective"):
                return mention.entity
        return None


def _last_word(entity: Entity) -> str:
    return entity.description.label.lower().split()[-1]


def _differs(entity: Entity, described: Description) -> bool:
    """Whether somebody of another office is meant: the opposition leader is not the finance minister."""
    known = entity.description.head
    return known is not None and known != described.head and " " in (described.role or "")
