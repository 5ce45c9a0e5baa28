"""Whom a bare noun takes up among those who have just spoken: the magazine, the document, the source.

Each reads the recent mentions, the latest first, but for `further`.
"""

from collections.abc import Iterable, Sequence

from detector.attribution.coreference.descriptions import Description
from detector.attribution.coreference.entities import Entity
from detector.attribution.coreference.pronouns import ResolvedMention
from detector.attribution.entities.context import Context
from detector.attribution.tokens.token_table import TokenTable
from detector.languages.grammar import AttributionGrammar


def actor(words: TokenTable, named: Sequence[ResolvedMention]) -> Entity | None:
    """Whom "the company" means among those `named`, the latest first: the last that spoke or did something, but in one
    sentence whoever spoke there; else the last."""
    acting = [each for each in named if each.acts]
    spoken = next((each for each in acting if each.source), None)
    if spoken is not None and words.unit_of[spoken.position] >= words.unit_of[acting[0].position]:
        return spoken.entity
    return next((each.entity for each in (*acting, *named)), None)


def outlet(recent: Iterable[ResolvedMention]) -> Entity | None:
    """Whom "the magazine" means: the last organisation that reported something."""
    spoken = (each.entity for each in recent if each.source)
    return next((one for one in spoken if one.description.kind == "organisation" and one.description.name), None)


def paper(recent: Iterable[ResolvedMention]) -> Entity | None:
    """What "the document" means: the last document that said something."""
    return next((each.entity for each in recent if each.source and each.entity.description.kind == "document"), None)


def further(label: str, met: Sequence[ResolvedMention]) -> Entity | None:
    """Whom "the second person" means among those `met` so far: nobody but who was called so before."""
    low = label.lower()
    return next((each.entity for each in reversed(met) if each.entity.description.label.lower().endswith(low)), None)


def nameless(recent: Iterable[ResolvedMention]) -> Entity | None:
    """Whom "the source" means: the last one without a name."""
    spoken = (each.entity for each in recent if each.source and not each.entity.description.name)
    return next((one for one in spoken if one.description.kind in ("person", "collective")), None)


def same_nameless(context: Context, described: Description, recent: Iterable[ResolvedMention]) -> Entity | None:
    """Whom "that official" means: the last one who spoke, where nobody knows their name and they were called so: a
    defense official."""
    *ahead, noun = described.label.lower().split()
    if noun != described.head or not context.grammar.coreference.demonstratives.issuperset(ahead):
        return None
    last = next((each.entity for each in recent if each.source), None)
    if last is None or not last.is_person or last.description.name:
        return None
    return last if last.description.head == described.head else None


def body(context: Context, described: Description, recent: Sequence[ResolvedMention]) -> Entity | None:
    """The body or document that "the company", "the magazine", "the agency" or "the document" means."""
    grammar, label = context.grammar, described.label.lower()
    if label.removeprefix(grammar.coreference.news) in grammar.coreference.outlets:
        found = outlet(recent)
        if found is not None:
            return found
    if label in grammar.coreference.papers:
        return paper(recent)
    if label in grammar.coreference.agencies:
        return actor(context.words, [each for each in recent if _is_agency(each.entity, grammar)])
    if label not in grammar.people.resumptive:
        return None
    return actor(context.words, [each for each in recent if _is_firm(each.entity, described.head or "", grammar)])


def _is_firm(entity: Entity, noun: str, grammar: AttributionGrammar) -> bool:
    """Whether a noun that takes up a firm can mean the entity; "the group" can be an alliance too."""
    known, last = entity.description, _last_word(entity)
    named = known.kind == "organisation" and bool(known.name)
    associated = noun in grammar.coreference.associated and last in grammar.coreference.associations
    return named and (last not in grammar.people.bodies or associated)


def _is_agency(entity: Entity, grammar: AttributionGrammar) -> bool:
    """Whether "the agency" can mean the entity: one whose name says so, or one called by its letters alone."""
    known = entity.description
    named = known.kind == "organisation" and bool(known.name)
    return named and (_last_word(entity) in grammar.coreference.public or known.label.isupper())


def _last_word(entity: Entity) -> str:
    return entity.description.label.lower().split()[-1]
