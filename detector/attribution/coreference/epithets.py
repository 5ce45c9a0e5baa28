"""Whom "the Ohio Democrat" or "the former Ohio governor" takes up: somebody named by their state or political party."""

from collections.abc import Iterable

from detector.attribution.coreference.descriptions import Description
from detector.attribution.coreference.entities import Entity, same_affiliation
from detector.attribution.coreference.pronouns import ResolvedMention
from detector.languages.grammar import AttributionGrammar

SORTS = frozenset({"region", "political"})


def resolve_epithet(
    described: Description, recent: Iterable[ResolvedMention], grammar: AttributionGrammar
) -> Entity | None:
    """The person of `recent` mentions (the latest first) whom the epithet means: the last of that state or party, else
    the last who spoke, where nothing speaks against it."""
    sorts = {place.sort for place in described.places}
    if described.affiliation or described.press or not described.definite or not sorts or not sorts <= SORTS:
        return None
    fitting = [each for each in recent if _fits(each.entity, described, grammar)]
    names = {place.name for place in described.places}
    alike = (each.entity for each in fitting if names.intersection(one.name for one in each.entity.description.places))
    spoken = (each.entity for each in fitting if each.source and _is_open(each.entity, grammar))
    return next(alike, None) or next(spoken, None)


def _fits(entity: Entity, described: Description, grammar: AttributionGrammar) -> bool:
    known = entity.description
    agrees = described.gender is None or entity.gender in (None, described.gender)
    if known.kind != "person" or not known.name or not agrees:
        return False
    return same_affiliation(known, described, grammar.names.small)


def _is_open(entity: Entity, grammar: AttributionGrammar) -> bool:
    """Whether nothing is said of what somebody is but that they stand for an office."""
    stands = (role.rpartition(" ")[2] in grammar.coreference.aspirants for role in entity.roles)
    return entity.description.affiliation is None and all(stands)
