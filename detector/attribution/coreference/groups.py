"""Whom several people without a name are among those met before: the hosts, legal experts, some critics."""

from collections.abc import Sequence

from detector.attribution.coreference.descriptions import Description
from detector.attribution.coreference.entities import Entity, is_intimate
from detector.attribution.coreference.pronouns import ResolvedMention
from detector.languages.grammar import AttributionGrammar


def find_group(described: Description, met: Sequence[ResolvedMention], grammar: AttributionGrammar) -> Entity | None:
    """Whom "the hosts" means: the last several people of that noun among those `met`; legal experts are among the legal
    and political experts before them, and some critics are the critics that nothing else is said of."""
    content, bare = _content(described, grammar), {described.head or ""}
    intimate = is_intimate(described, grammar)
    if described.definite and content != bare:
        return None
    for mention in reversed(met):
        known = mention.entity.description
        if known.kind != described.kind or not known.plural or known.head != described.head:
            continue
        if intimate and _are_of_one(described, known):
            return mention.entity  # friends, Roe's friends, his friends
        same = content == _content(known, grammar) if content == bare else content <= _content(known, grammar)
        if described.definite or same or _is_in_the_know(described, known, grammar):
            return mention.entity
    return None


def _are_of_one(described: Description, known: Description) -> bool:
    """Whether nothing speaks against both groups being close to the same person."""
    one, other = described.affiliation, known.affiliation
    return one is None or other is None or one.split()[-1] == other.split()[-1]


def _is_in_the_know(described: Description, known: Description, grammar: AttributionGrammar) -> bool:
    """Whether both labels tell as many people by what they know of: two people familiar | with the plan."""
    one, other = (label.lower().split() for label in (described.label, known.label))
    told = next((at for at, low in enumerate(one) if low in grammar.clauses.postnominal), 0)
    return told > 0 and one[: told + 1] == other[: told + 1]


def _content(described: Description, grammar: AttributionGrammar) -> set[str]:
    """The words of a group's label that say who they are: several | former aides."""
    return {*described.label.lower().split()} - grammar.noun_phrases.quantifiers
