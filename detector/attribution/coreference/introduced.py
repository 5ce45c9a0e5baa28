"""Who was told by an office alone and is named further on: a spokesman said … the spokesman, Tom Hale, said.

News leads put the office first and the name behind it. Positions are token indices.
"""

from collections.abc import Sequence

from detector.attribution.coreference.descriptions import Description
from detector.attribution.coreference.entities import Entity, same_affiliation
from detector.attribution.coreference.pronouns import ResolvedMention
from detector.attribution.entities import roles
from detector.attribution.entities.context import Context


def find_unnamed(
    context: Context, met: Sequence[ResolvedMention], described: Description, position: int
) -> Entity | None:
    """The person without a name so far, of the mentions `met`, whom a name is given to at `position`."""
    if described.kind != "person" or not described.name:
        return None
    office = roles.office(described.role or described.head, context.grammar)
    last = next((each for each in reversed(met) if each.source), None)
    if last is not None and _can_be(last.entity, described, position) and _is_near(context, last, position):
        behind = position + len(described.name)
        nearby = (*(described.role or "").split(" ")[:1], *context.words.low[behind : behind + 2])
        relative = not context.grammar.coreference.person_relative.isdisjoint(nearby)
        expected = described.role is None and last.entity.description.definite  # the chief of staff said … Roe said
        if relative or expected or office in last.entity.roles:
            return last.entity
    alike = (each.entity for each in reversed(met) if each.source and office and office in each.entity.roles)
    fitting = (one for one in alike if _can_be(one, described, position))
    return next((one for one in fitting if _is_of_same(one, described, context.grammar.names.small)), None)


def _is_near(context: Context, mention: ResolvedMention, position: int) -> bool:
    words = context.words
    return words.unit_at(position).block - words.unit_at(mention.position).block <= 1


def _is_of_same(entity: Entity, described: Description, small: frozenset[str]) -> bool:
    """Whether both are told to belong to somebody or some body, and to the same: a Tarnish ministry spokesman … a
    ministry spokesman, Tom Hale."""
    told = entity.description.affiliation is not None and described.affiliation is not None
    return told and same_affiliation(entity.description, described, small)


def _can_be(entity: Entity, described: Description, position: int) -> bool:
    """Whether somebody has no name so far, and is not named in what is said of them: a spokesman for Roe."""
    if not entity.is_person or entity.description.name or position < entity.spans[-1][1]:
        return False
    return described.gender is None or entity.gender in (None, described.gender)
