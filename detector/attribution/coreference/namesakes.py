"""Who of several of one last name is meant: parent or child, wife or husband, who of them holds an office."""

from collections.abc import Sequence

from detector.attribution.coreference.descriptions import Description
from detector.attribution.coreference.entities import Entity, is_relative
from detector.attribution.coreference.pronouns import ResolvedMention
from detector.attribution.entities import names, roles
from detector.attribution.entities.context import Context
from detector.languages.grammar import AttributionGrammar


def likelihood(entity: Entity, grammar: AttributionGrammar) -> tuple[bool, bool, bool, int]:
    """What tells which of several of one last name is meant: not the spouse or child of another, none whose first name
    is in doubt, whom the text has called so before, and the last one met before the others."""
    sure = len(entity.spans) > 1 or entity.gender is not None
    younger = names.generation(entity.description.name, grammar) is not None
    return not younger and not is_relative(entity.description, grammar), sure, entity.alone, entity.seen


def ranked(known: Sequence[Entity], new: Description, grammar: AttributionGrammar, *, speaks: bool) -> Sequence[Entity]:
    """Those who are called alike, the likeliest first. Where a last name alone `speaks`, whoever has spoken comes
    before who has not, unless one of them holds an office: a widow is quoted more often than whom she mourns."""
    held = any(roles.holds_office(role, grammar) for one in known for role in one.roles)
    tells = speaks and len(new.name) == 1 and not held
    return sorted(known, key=lambda one: (tells and _has_told(one, grammar), *likelihood(one, grammar)), reverse=True)


def _has_told(entity: Entity, grammar: AttributionGrammar) -> bool:
    """Whether somebody has spoken who is not known for whom they are married to: the First Lady."""
    role = entity.description.role or ""
    return entity.told and not (is_relative(entity.description, grammar) and " " in role)


def can_be(context: Context, entity: Entity, new: Description) -> bool:
    """Whether a last name with an office (President Roe) and a full name can be one: always where the text has no other
    full name like it, else where the office stands with that name too."""
    grammar, known = context.grammar, entity.description
    if is_relative(new, grammar) and len(known.name) == 1 < len(new.name):
        return False  # whoever was met by the last name alone is not First Lady Jane Roe
    if known.kind != "person" or new.kind != "person" or not known.name or not new.name:
        return True
    bare, full = (known, new) if len(known.name) < len(new.name) else (new, known)
    office = roles.office(bare.role, grammar)
    if len(bare.name) > 1 or len(full.name) < 2 or not roles.holds_office(office, grammar):
        return True
    offices = entity.roles if full is known else {roles.office(full.role, grammar)}
    if office in offices:
        return True
    last = names.surname(full.name, grammar)
    rivals = {name[0] for name in context.names.full.get(last, ())}
    return not is_relative(full, grammar) and (len(rivals) < 2 or office in _offices(context, full.name))


def _offices(context: Context, name: tuple[str, ...]) -> set[str]:
    """The offices that stand as a title before a name anywhere in the text."""
    titled = (one.titles for one in context.names.mentions if one.words == name)
    return {roles.office(" ".join(titles), context.grammar) for titles in titled}


def ruler(office: str, new: Description, near: Sequence[ResolvedMention], grammar: AttributionGrammar) -> Entity | None:
    """Whom "the president" means where a text calls nobody so: the only one of whom it takes for granted who they are,
    by their last name alone and more than once."""
    if (office,) not in grammar.names.ruling or new.affiliation or not new.definite:
        return None
    people = {id(each.entity): each.entity for each in near if each.entity.is_person}
    known = [one for one in people.values() if len(one.description.name) == 1 and one.alone and not one.roles]
    return known[0] if len(known) == 1 and len(known[0].spans) > 1 else None


def is_presumed(entity: Entity, new: Description, grammar: AttributionGrammar) -> bool:
    """Whether "the president" was only presumed to be somebody, who is not known to hold that office."""
    office = roles.office(new.role or new.head, grammar)
    bare = entity.is_person and len(entity.description.name) == 1
    return bare and not new.name and (office,) in grammar.names.ruling and office not in entity.roles
