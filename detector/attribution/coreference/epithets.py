"""Whom "the Ohio Democrat" or "the former quarterback" takes up: somebody named, by their state or
political party, or by what they were."""

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
    the last who spoke or, in an elected office, acted, where nothing speaks against it."""
    sorts = {place.sort for place in described.places}
    if described.affiliation or described.press or not described.definite or not sorts or not sorts <= SORTS:
        return None
    fitting = [each for each in recent if _fits(each.entity, described, grammar)]
    names = {place.name for place in described.places}
    alike = (each.entity for each in fitting if names.intersection(one.name for one in each.entity.description.places))
    open_to_it = (each.entity for each in fitting if _is_open(each, grammar))
    return next(alike, None) or next(open_to_it, None)


def resolve_former(
    described: Description, recent: Iterable[ResolvedMention], grammar: AttributionGrammar
) -> Entity | None:
    """Whom "the former quarterback" means: the last one named in `recent` mentions who acts there, unless they hold an
    office now."""
    for mention in recent:
        entity = mention.entity
        agrees = described.gender is None or entity.gender in (None, described.gender)
        acts = mention.acts
        free = not entity.roles or is_over(entity.description.role, grammar)
        if entity.is_person and entity.description.name and agrees and acts and free:
            return entity
    return None


def is_by_age(described: Description, grammar: AttributionGrammar) -> bool:
    """Whether somebody is told by their age, by what they did how often or by their state, and is named near: the
    30-year-old newcomer, the four-time winner, the Texan."""
    words, reference = described.label.lower().split(), grammar.coreference
    told = any(word.endswith((*reference.age_endings, *reference.time_endings)) for word in words)
    return described.definite and (told or words[-1] in reference.natives)


def is_over(role: str | None, grammar: AttributionGrammar) -> bool:
    """Whether a role is one that somebody had before: former mayor."""
    return not grammar.names.over.isdisjoint((role or "").lower().split())


def _fits(entity: Entity, described: Description, grammar: AttributionGrammar) -> bool:
    known = entity.description
    agrees = described.gender is None or entity.gender in (None, described.gender)
    if known.kind != "person" or not known.name or not agrees:
        return False
    return same_affiliation(known, described, grammar.names.small)


def _is_open(mention: ResolvedMention, grammar: AttributionGrammar) -> bool:
    """Whether nothing is said of what somebody is but that they stand for an office and speak, or hold an elected one
    and act."""
    offices = {role.rpartition(" ")[2] for role in mention.entity.roles}
    if mention.entity.description.affiliation is not None:
        return False
    if offices and offices <= grammar.coreference.elected:
        return mention.acts
    return mention.source and offices <= grammar.coreference.aspirants
