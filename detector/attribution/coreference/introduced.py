"""Who was told by an office alone and is named further on: a spokesman said … the spokesman, Tom Hale, said.

News leads put the office first and the name behind it. Positions are token indices.
"""

from collections.abc import Sequence

from detector.attribution.coreference.descriptions import Description
from detector.attribution.coreference.entities import Entity, is_relative, same_affiliation
from detector.attribution.coreference.pronouns import ResolvedMention
from detector.attribution.entities import roles
from detector.attribution.entities.context import Context


def find_unnamed(
    context: Context, met: Sequence[ResolvedMention], described: Description, position: int
) -> Entity | None:
    """The person without a name so far, of the mentions `met`, whom a name is given to at `position`."""
    if described.kind != "person" or not described.name:
        return None
    relative_of = _relative(context, met, described, position)
    if relative_of is not None:
        return relative_of
    office = roles.office(described.role or described.head, context.grammar)
    last = next((each for each in reversed(met) if each.source), None)
    if last is not None and _can_be(last.entity, described, position) and _is_near(context, last, position):
        behind = position + len(described.name)
        nearby = (*(described.role or "").split(" ")[:1], *context.words.low[behind : behind + 2])
        relative = not context.grammar.coreference.person_relative.isdisjoint(nearby)
        known = len(described.name) == 1 and described.name[0].lower() in context.names.full
        # the chief of staff said … Roe said, who is nobody that has a full name elsewhere
        expected = described.role is None and last.entity.description.definite and not known
        if relative or expected or office in last.entity.roles:
            return last.entity
    alike = (each.entity for each in reversed(met) if each.source and office and office in each.entity.roles)
    fitting = (one for one in alike if _can_be(one, described, position))
    return next((one for one in fitting if _is_of_same(one, described, context.grammar.names.small)), None)


def _relative(context: Context, met: Sequence[ResolvedMention], described: Description, position: int) -> Entity | None:
    """Who was told by whose wife or son they are, and is named in full: Roe's wife said … Jane Roe said."""
    last = next((each for each in reversed(met) if each.source), None)
    if last is None or len(described.name) < 2 or not _can_be(last.entity, described, position):
        return None
    known, near = last.entity.description, _is_near(context, last, position)
    owner = (known.affiliation or "").split()
    same = (
        owner[-1:] == [described.name[-1]] and owner[:1] != [described.name[0]]
        if len(owner) > 1
        else (owner == [described.name[-1]])
    )
    return last.entity if near and same and is_relative(known, context.grammar) else None


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
