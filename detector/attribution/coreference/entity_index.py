"""Whom an article has named so far, and which of them a description can mean.

A deterministic cascade after Raghunathan et al. 2010 (the most precise tests first): exact name, last name, first name,
role, taken-up organisation. Positions are token indices.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from detector.attribution.coreference import bodies, epithets, namesakes, resumptions
from detector.attribution.coreference.descriptions import Description
from detector.attribution.coreference.entities import (
    INITIALS,
    Entity,
    alias_keys,
    compatible,
    is_relative,
    same_affiliation,
)
from detector.attribution.coreference.pronouns import ResolvedMention
from detector.attribution.entities import roles
from detector.attribution.entities.context import Context
from detector.settings import SETTINGS


class EntityIndex:
    """The mentions of one article, from left to right, and the entities they are of."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._grammar = context.grammar
        self._by_alias: defaultdict[str, list[Entity]] = defaultdict(list)
        self._by_given_name: defaultdict[str, list[Entity]] = defaultdict(list)
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
        for mention in reversed(self._history[-SETTINGS.coreference.memory :]):
            if block - words.unit_at(mention.position).block > paragraphs:
                return
            yield mention

    def body(self, name: str) -> Entity | None:
        """The one body that is called so."""
        found = [one for one in self._by_alias.get(name.lower(), ()) if one.description.kind == "organisation"]
        return found[0] if len(found) == 1 else None

    def merge(self, described: Description, position: int, speaks: bool = False) -> Entity:
        """The entity that the description at `position` is of, which learns from it; a new one where none fits.
        `speaks`: words are given to it there."""
        found = self._find(described, position) or (self._unnamed(described, position) if speaks else None)
        if found is None:
            found = Entity(described, gender=described.gender)
            if found.is_person and described.name:
                self._by_given_name[described.name[0]].append(found)
        else:
            found.learn(described)
        for alias in alias_keys(described, self._grammar):
            if alias not in found.aliases:
                found.aliases.add(alias)
                self._by_alias[alias].append(found)
        office = roles.office(described.role or described.head, self._grammar)
        if found.is_person and office and office not in found.roles:
            found.roles.add(office)
            self._by_role[office].append(found)
        return found

    def _find(self, described: Description, position: int) -> Entity | None:
        """Whom the description means: by its name as it is written or short, by whose it is, by its noun."""
        for key in alias_keys(described, self._grammar):
            known = self._by_alias[key][-SETTINGS.coreference.namesakes :]
            for entity in sorted(known, key=lambda one: namesakes.likelihood(one, self._grammar), reverse=True):
                fits = compatible(entity.description, described, self._grammar)
                if fits and namesakes.can_be(self._context, entity, described):
                    return entity
        body = bodies.resolve_body(described, self._history[-SETTINGS.coreference.memory :], self._grammar)
        return body or (self._by_name(described) if described.name else self._by_noun(described, position))

    def _by_name(self, described: Description) -> Entity | None:
        holder = self._of_office(described)
        if holder is not None or len(described.name) > 1:
            return holder
        if described.kind == "organisation":
            called = self._by_alias[f"{INITIALS}{described.label.lower()}"] if described.label.isupper() else []
            return called[-1] if called else self._by_last_word(described.label.lower())
        same = self._by_given_name[described.name[0]] if described.kind == "person" else []
        return same[0] if len(same) == 1 else None

    def _by_noun(self, described: Description, position: int) -> Entity | None:
        if described.plural and described.kind == "collective" and not described.definite:
            return self._group(described)
        bare = described.kind == "document" and described.label.lower() == described.head
        if not (described.definite or bare) or described.head is None:
            return None
        if described.plural:
            return self._group(described)
        if not self._grammar.coreference.further.isdisjoint(described.label.lower().split()):
            return resumptions.further(described.label, self._history[-SETTINGS.coreference.memory :])
        return (
            self._by_role_of(described, position) if described.kind == "person" else self._by_head(described, position)
        )

    def _of_office(self, described: Description) -> Entity | None:
        """Who was told by an office alone that the person named here holds: the governor said … Gov. Jane Roe."""
        office = roles.office(described.role or described.head, self._grammar)
        if not roles.holds_office(office, self._grammar):
            return None
        for entity in reversed(self._by_role[office][-SETTINGS.coreference.namesakes :]):
            known = entity.description
            if known.definite and not known.name and same_affiliation(known, described, self._grammar.names.small):
                return entity
        return None

    def _unnamed(self, described: Description, position: int) -> Entity | None:
        """The person without a name so far whom a name is given to here: a spokesman
        said … the spokesman, Tom Hale, said · a judge said … Tom Hale, who has sat since 1990, said."""
        if described.kind != "person" or not described.name:
            return None
        office = roles.office(described.role or described.head, self._grammar)
        last = next((mention for mention in self.recent(position, 1) if mention.source), None)
        if last is None or not last.entity.is_person or last.entity.description.name:
            return None
        if position < last.entity.spans[-1][1]:
            return None  # named in what is said of them: a spokesman for Roe
        behind = position + len(described.name)
        nearby = (*(described.role or "").split(" ")[:1], *self._context.words.low[behind : behind + 2])
        relative = not self._grammar.coreference.person_relative.isdisjoint(nearby)
        expected = described.role is None and last.entity.description.definite  # the chief of staff said … Roe said
        fits = relative or expected or office in last.entity.roles
        agrees = described.gender is None or last.entity.gender in (None, described.gender)
        return last.entity if fits and agrees else None

    def _by_last_word(self, low: str) -> Entity | None:
        """The organisation of a longer name that "the Fund" or "the Courier-Post" stands for; the House is not the
        White House."""
        known = low in self._grammar.people.organisation and low not in self._grammar.names.chambers
        if not known and "-" not in low and " " not in low:
            return None
        named = (mention.entity for mention in reversed(self._history[-SETTINGS.coreference.memory :]))
        bodies = (one for one in named if one.description.kind == "organisation")
        return next((one for one in bodies if one.description.label.lower().endswith(f" {low}")), None)

    def _by_head(self, described: Description, position: int) -> Entity | None:
        """What "the study" or "the company" means: the last of that name, else the last organisation named."""
        for mention in reversed(self._history[-SETTINGS.coreference.memory :]):
            known = mention.entity.description
            heads = (known.head, known.label.lower().split()[-1])
            if known.kind == described.kind and not known.plural and self._same_noun(described, heads):
                return mention.entity
        if described.label.lower().removeprefix(self._grammar.coreference.news) in self._grammar.coreference.outlets:
            return resumptions.outlet(self.recent(position, SETTINGS.coreference.paragraphs))
        if described.label.lower() in self._grammar.coreference.papers:
            return resumptions.paper(self.recent(position, SETTINGS.coreference.paragraphs))
        if described.label.lower() not in self._grammar.people.resumptive:
            return None
        named = [each for each in self.recent(position, SETTINGS.coreference.paragraphs) if self._is_firm(each.entity)]
        acting = (each.entity for each in named if each.source or each.weight >= SETTINGS.coreference.subject)
        return next(acting, named[0].entity if named else None)

    def _same_noun(self, described: Description, heads: Sequence[str | None]) -> bool:
        """Whether a document or body is called by the same noun, or one that means the same: poll, survey."""
        same = self._grammar.coreference.same_document
        head = described.head or ""
        return same.get(head, head) in [same.get(each or "", each) for each in heads]

    def _is_firm(self, entity: Entity) -> bool:
        known = entity.description
        named = known.kind == "organisation" and bool(known.name)
        return named and _last_word(entity) not in self._grammar.people.bodies

    def _group(self, described: Description) -> Entity | None:
        """Whom "the hosts" means: the last several people of that noun; legal experts are among the legal and political
        experts before them."""
        content = self._content(described)
        if (described.definite and content != {described.head}) or (not described.definite and len(content) < 2):
            return None
        for mention in reversed(self._history[-SETTINGS.coreference.memory :]):
            known = mention.entity.description
            same = known.kind == described.kind and known.plural and known.head == described.head
            if same and (described.definite or content <= self._content(known)):
                return mention.entity
        return None

    def _content(self, described: Description) -> set[str]:
        """The words of a group's label that say who they are: several | former aides."""
        return set(described.label.lower().split()) - self._grammar.noun_phrases.quantifiers

    def _by_role_of(self, described: Description, position: int) -> Entity | None:
        """The person that "the analyst" means: one with that role, else the last person named, in the same passage."""
        holder = self._holder(described, position)
        if holder is not None:
            return holder
        if described.head in self._grammar.coreference.nameless:
            return resumptions.nameless(self.recent(position, SETTINGS.coreference.paragraphs))
        distinct = described.affiliation is not None or bool(described.places) or self._is_owned(described)
        over = not self._grammar.names.over.isdisjoint((described.role or "").lower().split())
        if distinct or described.press or (described.head in self._grammar.people.offices and not over):
            return epithets.resolve_epithet(
                described, self.recent(position, SETTINGS.coreference.paragraphs), self._grammar
            )
        aged = described.head is not None and described.head.endswith(self._grammar.coreference.age_endings)
        for mention in self.recent(position, SETTINGS.coreference.paragraphs if aged else 1):
            entity = mention.entity
            agrees = described.gender is None or entity.gender in (None, described.gender)
            agrees = agrees and (entity.gender is not None or not is_relative(described, self._grammar))
            acts = mention.source or mention.weight >= SETTINGS.coreference.subject
            fits = agrees and not (over and (entity.roles or not acts)) and not _differs(entity, described)
            if entity.is_person and entity.description.name and fits:
                return entity
        return None

    def _is_owned(self, described: Description) -> bool:
        """Whether somebody is told by whose they are: the president's son."""
        endings = self._grammar.noun_phrases.possessive_endings
        return any(f"{ending} " in described.label.replace("’", "'") for ending in endings)

    def _holder(self, described: Description, position: int) -> Entity | None:
        """The last met of those with a role; "the president" is one that the text calls so without a country, where
        one was met in the same passage: President Roe, not Tarnish President Hale."""
        office = roles.office(described.role or described.head, self._grammar)
        fitting = [
            entity
            for entity in self._by_role[office][-SETTINGS.coreference.namesakes :]
            if same_affiliation(entity.description, described, self._grammar.names.small)
        ]
        words = self._context.words
        block = words.unit_at(position).block - SETTINGS.coreference.paragraphs
        if described.country is None and roles.holds_office(office, self._grammar):
            near = [one for one in fitting if one.seen >= 0 and words.unit_at(one.seen).block >= block]
            fitting = [one for one in near if one.description.country is None] or fitting
        return max(fitting, key=lambda one: one.seen, default=None)


def _last_word(entity: Entity) -> str:
    return entity.description.label.lower().split()[-1]


def _differs(entity: Entity, described: Description) -> bool:
    """Whether somebody of another office is meant: the opposition leader is not the finance minister."""
    known = entity.description.head
    return known is not None and known != described.head and " " in (described.role or "")
