"""Who is who: mentions of sources brought together, last names with full names, pronouns with those they take up."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from detector.article import Span
from detector.attribution.untrained import (
    descriptions,
    introductions,
    mentions,
    names,
    openings,
    phrases,
    sameness,
    surnames,
)
from detector.attribution.untrained.descriptions import Description
from detector.attribution.untrained.lines import Line
from detector.attribution.untrained.phrases import Phrase
from detector.attribution.untrained.report import Report
from detector.languages.entity_words import Gender

TOPICS = 8  # units, lines back among which stands whom a pronoun means, where nobody spoke yet
PARAGRAPHS = 3  # units, paragraphs here, back to which a pronoun may point


@dataclass(eq=False, slots=True)
class Entity:
    """One source of an article, with where it is mentioned and the block of its last mention."""

    description: Description
    spans: list[Span] = field(default_factory=list)
    block: int = 0


class Resolver:
    """Reads the reports of one article from the beginning to the end."""

    def __init__(self, lines: Sequence[Line]) -> None:
        full = [(line, name) for line in lines for name in names.full_names(line)]
        self._full = surnames.by_last_name(lines)
        self._surnames = frozenset(self._full)
        self._first = surnames.by_first_name(self._full)
        others = [(line, phrase) for line in lines for phrase in mentions.find(line, self._surnames)]
        self._people = sorted(
            ((line.tokens[name[0]].span.start, line, name) for line, name in (*full, *others)), key=lambda item: item[0]
        )
        self._lines = {id(line): number for number, line in enumerate(lines)}
        self._all = lines
        self._general = lines[0].grammar.words.general if lines else frozenset[str]()
        self._bodies = lines[0].grammar.words.general_bodies if lines else frozenset[str]()
        self._offices = lines[0].grammar.words.offices if lines else ()
        self._ages = lines[0].grammar.words.ages if lines else ()
        self._entities: list[Entity] = []
        self._last: Entity | None = None
        self._speaker: Entity | None = None

    def of_report(self, report: Report) -> Entity | None:
        """The entity that a report gives words to; `None` where nobody is named or a pronoun cannot be resolved."""
        line = report.line
        if report.joined and report.source is None:
            found = self._pronoun(line, report.joined, line.tokens[report.cue[0][0]].span.start)
        elif report.source is None:
            again = self._again(report) if report.again else None
            found = self._named(*report.topic) if report.topic else again
        else:
            found = self._named(line, report.source)
        if found is not None:
            found.block = line.block
            self._last = found
            if found.description.kind != "document":
                self._speaker = found
        return found

    def _again(self, report: Report) -> Entity | None:
        """Whoever spoke last; what stands in quotation marks by itself, no document says."""
        quoted = bool(report.content) and report.said.tokens[report.content[0][0]].quoted
        last = self._last
        return self._speaker if quoted and last is not None and last.description.kind == "document" else last

    def of_label(self, place: tuple[Line, Phrase] | None) -> Entity | None:
        """The entity that a label or a credit names, given with its line."""
        return self._named(*place) if place is not None else None

    def _named(self, line: Line, phrase: Phrase) -> Entity | None:
        first, low, words = phrase[0], line.low[phrase[0]], line.grammar.words
        start = line.tokens[first].span.start
        if phrase[1] - first == 1 and low in words.strong:
            found = self._pronoun(line, words.strong[low], start)
        elif phrase[1] - first == 1 and phrases.is_pronoun(line, first):
            found = self._pronoun(line, low, start)
        elif low in words.possessives and any(line.low[at] in words.attributing_nouns for at in range(*phrase)):
            found = self._pronoun(line, words.possessives[low], start)
        else:
            described = descriptions.describe(line, phrase, self._surnames)
            found = self._taken_up(described, line.block) or self._merged(described, line.block)
        if found is not None:
            found.spans.append(line.span(*phrase))
        return found

    def _pronoun(self, line: Line, low: str, position: int) -> Entity | None:
        """Whom a pronoun takes up: the last person of its gender that was named; several, the last who are."""
        words = line.grammar.words
        gender = words.singular.get(low)
        entity = self._spoken(gender, line.block, several=low in words.plural)
        named = self._person_before(position, gender, line.block) if gender else None
        if named is None:
            return entity or (self._body(line.block) if gender else None) or self._topic(line, gender)
        if entity is None or max(span.start for span in entity.spans) < named.spans[-1].start:
            return named
        return entity

    def _topic(self, line: Line, gender: Gender | None) -> Entity | None:
        """Whom one of the lines before is about, where nobody has spoken: Le préfet est venu. Selon | lui, …"""
        here = self._lines[id(line)]
        for before in reversed(self._all[max(0, here - TOPICS) : here]):
            phrase = openings.topic(before)
            if phrase is None or phrases.is_pronoun(before, phrase[0]) or line.block - before.block > 1:
                continue
            described = descriptions.describe(before, phrase, self._surnames)
            full = len(described.name) > 1 and not line.grammar.capital_nouns and described.gender is None
            one = described.kind == "person" and (described.gender == gender or full)
            if one if gender else described.several:
                entity = self._merged(described, before.block)
                entity.spans.append(before.span(*phrase))
                return entity
        return None

    def _body(self, block: int, head: str = "") -> Entity | None:
        """The body or organisation that spoke last, where nobody else can be meant: la mairie … | elle | ajoute; with
        the noun `head` several of a kind too: les correspondants de Norvia … | les journalistes |."""
        last = self._last
        spoke = last is not None and last.description.kind != "person"
        if last is not None and last.description.several:
            spoke = spoke and bool(head) and last.description.head in self._general
        elif last is not None and head:
            spoke = spoke or sameness.is_body(last.description)
        return last if spoke and last is not None and block - last.block <= PARAGRAPHS else None

    def _spoken(self, gender: Gender | None, block: int, *, several: bool) -> Entity | None:
        for entity in sorted(self._entities, key=lambda one: -max(span.start for span in one.spans)):
            known, fits = entity.description, False
            if gender and known.kind == "person":
                fits = known.gender in (gender, None)
            elif several:
                fits = known.kind != "person"
            if fits and block - entity.block <= PARAGRAPHS:
                return entity
        return None

    def _person_before(self, position: int, gender: Gender, block: int) -> Entity | None:
        """The last person of a gender whose full name stands before a position, as an entity."""
        for start, line, name in reversed(self._people):
            if start >= position or block - line.block > PARAGRAPHS:
                continue
            described = descriptions.describe(line, name, self._surnames)
            if described.gender in (gender, None):
                entity = self._taken_up(described, line.block) or self._merged(described, line.block)
                if not entity.spans:
                    entity.spans.append(line.span(*name))
                return entity
        return None

    def _taken_up(self, described: Description, block: int) -> Entity | None:
        """The one named person who spoke lately, where a general noun takes somebody up (Nils Roe … | der Forscher), or
        an office where none has been told of him."""
        bare = described.label.lower() == described.head
        if not described.definite or described.name:
            return None
        if bare and (described.kind == "document" or described.head in self._bodies):
            return self._body_or_document(described, block)
        if described.kind != "person":
            return self._body(block, described.head) if bare and described.head in self._general else None
        aged = bool(self._ages) and described.head.endswith(self._ages)
        alone = bare and (aged or described.head in self._general)
        office = bool(self._offices) and described.head.endswith(self._offices)
        near = [one for one in self._entities if one.description.kind == "person" and block - one.block <= PARAGRAPHS]
        fits = [one for one in near if one.description.name and one.description.gender in (described.gender, None)]
        one = fits[0] if len(near) == len(fits) == 1 else None
        if alone and not near:
            return self._one_named(described, block)
        return one if one is not None and (alone or (office and one.description.role is None)) else None

    def _one_named(self, described: Description, block: int) -> Entity | None:
        """The one person whom the paragraph or the one before names in full, where nobody has spoken lately: Luc Roe
        n’y croit pas. … | l’éleveur"""
        named = [
            (line, name) for _, line, name in self._people if 0 <= block - line.block <= 1 and self._is_full(line, name)
        ]
        told = [
            descriptions.describe(line, introductions.introduction(line, name), self._surnames) for line, name in named
        ]
        one = told[0] if len({each.name for each in told}) == 1 else None
        fits = one is not None and one.gender in (described.gender, None)
        return self._merged(one, block) if one is not None and fits else None

    def _is_full(self, line: Line, name: Phrase) -> bool:
        return name[1] - name[0] > 1 and names.is_first_name(line, name[0])

    def _body_or_document(self, described: Description, block: int) -> Entity | None:
        """The one document or named body that spoke lately, where a bare noun takes it up: Norvia … | le journal."""
        document = described.kind == "document"
        near = [one for one in self._entities if block - one.block <= PARAGRAPHS]
        fits = [one for one in near if (sameness.is_document if document else sameness.is_body)(one.description)]
        return fits[0] if len(fits) == 1 else None

    def _merged(self, described: Description, block: int) -> Entity:
        described = self._completed(described)
        for entity in reversed(self._entities):
            if sameness.is_same(entity.description, described):
                entity.description = sameness.joined(entity.description, described)
                return entity
        entity = Entity(described, block=block)
        self._entities.append(entity)
        return entity

    def _completed(self, described: Description) -> Description:
        """A description by a last name alone, or without a role, with the full name and the role that stand where the
        name is first given."""
        last = described.name[-1].lower() if described.name else ""
        last = self._first.get(last, last) if len(described.name) == 1 and last not in self._full else last
        if last not in self._full or (len(described.name) > 1 and described.role):
            return described
        line, name = self._full[last]
        full = descriptions.describe(line, introductions.introduction(line, name), self._surnames)
        if full.name and full.name[-1].lower() != last:  # die Reise Anna Rohms · Rohm
            full = replace(full, name=(*full.name[:-1], full.name[-1][: len(last)]))
        alike = len(described.name) == 1 or full.name[:1] == described.name[:1]
        return sameness.joined(full, described) if full.name and alike else described
