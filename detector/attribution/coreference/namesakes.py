"""Who of several of one last name is meant: parent or child, wife or husband, who of them holds an office."""

from detector.attribution.coreference.descriptions import Description
from detector.attribution.coreference.entities import Entity, is_relative
from detector.attribution.entities import names, roles
from detector.attribution.entities.context import Context
from detector.languages.grammar import AttributionGrammar


def likelihood(entity: Entity, grammar: AttributionGrammar) -> tuple[bool, bool, bool, int]:
    """What tells which of several of one last name is meant: not the spouse or child of another, none whose first name
    is in doubt, whom the text has called so before, and the last one met before the others."""
    sure = len(entity.spans) > 1 or entity.gender is not None
    younger = names.generation(entity.description.name, grammar) is not None
    return not younger and not is_relative(entity.description, grammar), sure, entity.alone, entity.seen


def can_be(context: Context, entity: Entity, new: Description) -> bool:
    """Whether a last name with an office (President Roe) and a full name can be one: always where the text has no other
    full name like it, else where the office stands with that name too."""
    grammar, known = context.grammar, entity.description
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
