"""Persons by name: whether a name is one's, how it is written best, and the role before it.

Positions are token indices.
"""

from detector.attribution.entities import affiliations, aliases, entity_type, roles
from detector.attribution.entities.context import Context
from detector.attribution.entities.names import Name, generation
from detector.attribution.entities.titles import is_given_name


def is_person(context: Context, name: Name, first: int) -> bool:
    """Whether the name, in a phrase that begins at `first`, is a person's."""
    words, grammar = context.words, context.grammar
    several = len(name.words) == 1 and name.words[0].lower() in grammar.cues.words.collectives  # Christians
    if several or name.kind != "unknown" or any(index in context.places for index in range(*name.core)):
        return name.kind == "person" and not several
    last = context.names.surname(name.words)
    if last in context.names.full or last in context.names.titled:
        return True
    written = last in grammar.people.organisation or last in grammar.cues.words.documents
    if written or entity_type.has_letters(name.words):
        return False
    ahead = words.low[first : name.core[0]]
    late = len(name.words) > 1 and not grammar.parties.late.isdisjoint(ahead[-1:])
    if late or name.words[0] in context.names.first_names or not grammar.cues.words.persons.isdisjoint(ahead):
        return True
    syntax = grammar.noun_phrases
    alone = syntax.definite.isdisjoint(ahead[:1]) and (syntax.additive | syntax.prepositions).isdisjoint(ahead)
    if not alone or len(name.words) > 3 or name.words in context.names.corporate:
        return False
    given = is_given_name(words, name.words[0].lower())
    return len(name.words) > 1 or given or name.words in context.names.human or last in context.names.surnames


def known_name(context: Context, name: Name) -> tuple[str, ...]:
    """The name without words of a title that the text elsewhere writes without: History Jane Roe."""
    junior = _junior(context, name)
    if junior is not None:
        return junior
    shorter = context.names.full.get(context.names.surname(name.words), frozenset())
    options = [name.words[k:] for k in range(1, len(name.words) - 1) if name.words[k:] in shorter]
    return tuple(aliases.without_possessive(word, context.grammar) for word in (options[0] if options else name.words))


def _junior(context: Context, name: Name) -> tuple[str, ...] | None:
    """The full name of the younger of two who share one: the younger | Roe."""
    words, grammar, before = context.words, context.grammar, name.first - 1
    if len(name.words) > 1 or before < 0 or words.low[before] not in grammar.coreference.younger:
        return None
    fulls = sorted(context.names.full.get(context.names.surname(name.words), ()))
    return next((full for full in fulls if generation(full, grammar)), None)


def role_before(context: Context, first: int, within: list[Name]) -> str | None:
    """The role before the last name, behind the organisation it belongs to: Acme Mills | chief executive Jane Roe; with
    what says that it is over: former Acme Mills chief executive."""
    words, last = context.words, within[-1].core[0]
    ends = [one.core[1] for one in within[:-1] if affiliations.affiliation(context, [one]) and one.core[1] < last]
    bodies = [end - (words.low[end - 1 : end + 2] in context.grammar.names.closed_titles) for end in ends]
    written = roles.role(words, bodies[-1] if bodies else first, last) or roles.role(words, first, last)
    return roles.with_past(words, first, last, written)
