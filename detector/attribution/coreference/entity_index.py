"""Whom an article has named so far, and which of them a description can mean.

A deterministic cascade after Raghunathan et al. 2010 (the most precise tests first): exact name, last name, first name,
role, taken-up organisation. Positions are token indices.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from detector.attribution.coreference import bodies, epithets, groups, introduced, namesakes, resumptions
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
        mention.entity.told |= mention.source
        self._history.append(mention)

    def recent(self, position: int, paragraphs: int) -> Iterator[ResolvedMention]:
        """The latest mentions first, as far back as `paragraphs`."""
        words = self._context.words
        block = words.unit_at(position).block
        for mention in reversed(self.met()):
            if block - words.unit_at(mention.position).block > paragraphs:
                return
            yield mention

    def _near(self, position: int) -> Iterator[ResolvedMention]:
        """The latest mentions of a passage, first the last."""
        return self.recent(position, SETTINGS.coreference.paragraphs)

    def met(self) -> Sequence[ResolvedMention]:
        """The latest mentions, the last one last."""
        return self._history[-SETTINGS.coreference.memory :]

    def body(self, name: str) -> Entity | None:
        """The one body that is called so."""
        found = [one for one in self._by_alias.get(name.lower(), ()) if one.description.kind == "organisation"]
        return found[0] if len(found) == 1 else None

    def merge(self, described: Description, position: int, speaks: bool = False) -> Entity:
        """The entity that the description at `position` is of, which learns from it; a new one where none fits.
        `speaks`: words are given to it there."""
        found = self._find(described, position, speaks)
        if found is not None and namesakes.is_presumed(found, described, self._grammar):
            return found
        if found is None and speaks:
            found = introduced.find_unnamed(self._context, self.met(), described, position)
        if found is None:
            found = Entity(described, gender=described.gender)
            if found.is_person and described.name:
                self._by_given_name[described.name[0]].append(found)
        else:
            if found.is_person and not found.description.name and len(described.name) > 1:
                self._by_given_name[described.name[0]].append(found)
            found.learn(described)
        for alias in alias_keys(described, self._grammar):
            if alias not in found.aliases:
                found.aliases.add(alias)
                self._by_alias[alias].append(found)
        for role in (described.role or described.head, described.beside):
            office = roles.office(role, self._grammar)
            if found.is_person and office and office not in found.roles:
                found.roles.add(office)
                self._by_role[office].append(found)
        return found

    def _find(self, described: Description, position: int, speaks: bool) -> Entity | None:
        """Whom the description means: by its name as it is written or short, by whose it is, by its noun."""
        for key in alias_keys(described, self._grammar):
            known = self._by_alias[key][-SETTINGS.coreference.namesakes :]
            for entity in namesakes.ranked(known, described, self._grammar, speaks=speaks):
                fits = compatible(entity.description, described, self._grammar)
                if fits and namesakes.can_be(self._context, entity, described):
                    return entity
        body = bodies.resolve_body(described, self.met(), self._grammar)
        return body or (self._by_name(described) if described.name else self._by_noun(described, position))

    def _by_name(self, described: Description) -> Entity | None:
        holder = self._of_office(described) or self._of_kin(described)
        if holder is not None or len(described.name) > 1:
            return holder
        if described.kind == "organisation":
            called = self._by_alias[f"{INITIALS}{described.label.lower()}"] if described.label.isupper() else []
            return called[-1] if called else self._by_last_word(described.label.lower())
        same = self._by_given_name[described.name[0]] if described.kind == "person" else []
        return same[0] if len(same) == 1 else None

    def _by_noun(self, described: Description, position: int) -> Entity | None:
        if described.plural and described.kind == "collective" and not described.definite:
            return groups.find_group(described, self.met(), self._grammar)
        bare = described.kind == "document" and described.label.lower() == described.head
        if described.kind == "document" and described.affiliation and not described.definite:
            return self._by_maker(described)
        if not (described.definite or bare) or described.head is None:
            return None
        if described.plural:
            return groups.find_group(described, self.met(), self._grammar)
        if not self._grammar.coreference.further.isdisjoint(described.label.lower().split()):
            return resumptions.further(described.label, self.met())
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

    def _of_kin(self, described: Description) -> Entity | None:
        """Whose last name is told of a relative who had a first name alone: Roe's mother, Jane … Jane Roe."""
        if described.kind != "person" or len(described.name) < 2:
            return None
        known = [one for one in self._by_given_name[described.name[0]] if len(one.description.name) == 1]
        return next((one for one in known if is_relative(one.description, self._grammar)), None)

    def _by_last_word(self, low: str) -> Entity | None:
        """The organisation of a longer name that "the Fund" or "the Courier-Post" stands for; the House is not the
        White House."""
        if low in self._grammar.names.chambers:
            return None
        bodies = (each.entity for each in reversed(self.met()) if each.entity.description.kind == "organisation")
        fitting = {id(one): one for one in bodies if one.description.label.lower().endswith(f" {low}")}
        known = low in self._grammar.people.organisation or "-" in low or " " in low
        return next(iter(fitting.values()), None) if known or len(fitting) == 1 else None

    def _by_head(self, described: Description, position: int) -> Entity | None:
        """What "the study" or "the company" means: the last of that name, else the last organisation named."""
        for mention in reversed(self.met()):
            known = mention.entity.description
            heads = (known.head, known.label.lower().split()[-1])
            if known.kind == described.kind and not known.plural and self._same_noun(described, heads):
                return mention.entity
        return resumptions.body(self._context, described, list(self._near(position)))

    def _by_maker(self, described: Description) -> Entity | None:
        """The document of that sort and maker: a poll by Harwood University … the university's survey."""
        for mention in reversed(self.met()):
            known = mention.entity.description
            named = known.kind == "document" and known.affiliation is not None and known.plural == described.plural
            alike = named and self._same_noun(described, (known.head,))
            if alike and same_affiliation(known, described, self._grammar.names.small):
                return mention.entity
        return None

    def has_document(self, noun: str) -> bool:
        """Whether a document called so was met."""
        known = (mention.entity.description for mention in self.met())
        return any(one.kind == "document" and one.head == noun for one in known)

    def _same_noun(self, described: Description, heads: Sequence[str | None]) -> bool:
        """Whether a document or body is called by the same noun, or one that means the same: poll, survey."""
        same = self._grammar.coreference.same_document
        head = described.head or ""
        return same.get(head, head) in [same.get(each or "", each) for each in heads]

    def _by_role_of(self, described: Description, position: int) -> Entity | None:
        """The person that "the analyst" means: one with that role, else the last person named, in the same passage."""
        anonymous = not self._grammar.coreference.anonymous.isdisjoint(described.label.lower().split())
        holder = None if anonymous else self._holder(described, position)
        if holder is not None:
            return holder
        if anonymous or described.head in self._grammar.coreference.nameless:
            return resumptions.nameless(self._near(position))
        return resumptions.same_nameless(self._context, described, self.recent(position, 1)) or self._by_epithet(
            described, position
        )

    def _by_epithet(self, described: Description, position: int) -> Entity | None:
        """The person that a description means whom nobody of that role, or without a name, fits."""
        aged = epithets.is_by_age(described, self._grammar)
        distinct = not aged and (described.affiliation is not None or described.places or self._is_owned(described))
        if epithets.is_over(described.role, self._grammar) and not described.press:
            return epithets.resolve_former(described, self.recent(position, 1), self._grammar)
        if distinct or described.press or described.head in self._grammar.people.offices:
            return epithets.resolve_epithet(described, self._near(position), self._grammar)
        acting = {id(mention.entity) for mention in self.met() if mention.acts}
        for mention in self.recent(position, SETTINGS.coreference.paragraphs if aged else 1):
            entity = mention.entity
            if self._context.words.quoted[mention.position]:
                continue  # whom a speaker names is not the speaker
            agrees = described.gender is None or entity.gender in (None, described.gender)
            agrees = agrees and (entity.gender is not None or not is_relative(described, self._grammar))
            fits = agrees and not _differs(entity, described)
            if entity.is_person and entity.description.name and fits and (id(entity) in acting or not aged):
                return entity
        return None

    def _is_owned(self, described: Description) -> bool:
        """Whether somebody is told by whose they are: the president's son, his lawyer."""
        endings, label = self._grammar.noun_phrases.possessive_endings, described.label.replace("’", "'")
        whose = label.split(" ")[0].lower() in self._grammar.coreference.owned_by
        return whose or any(f"{ending} " in label for ending in endings)

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
        last = max(fitting, key=lambda one: one.seen, default=None)
        return last or namesakes.ruler(office, described, list(self._near(position)), self._grammar)


def _differs(entity: Entity, described: Description) -> bool:
    """Whether somebody of another office is meant: the opposition leader is not the finance minister."""
    known = entity.description.head
    return known is not None and known != described.head and " " in (described.role or "")
