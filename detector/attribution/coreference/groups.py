"""Whom several people without a name are among those met before: the hosts, legal experts, some critics, one of the
officials. Positions are token indices."""

from collections.abc import Sequence
from dataclasses import replace

from detector.attribution.coreference.descriptions import Description, describe
from detector.attribution.coreference.entities import Entity, is_intimate
from detector.attribution.coreference.pronouns import ResolvedMention
from detector.attribution.entities.context import Context
from detector.attribution.syntax.noun_phrases import Phrase
from detector.languages.grammar import AttributionGrammar


def find_group(described: Description, met: Sequence[ResolvedMention], grammar: AttributionGrammar) -> Entity | None:
    """Whom "the hosts" means: the last several people of that noun among those `met`; legal experts are among the legal
    and political experts before them, and some critics are the critics that nothing else is said of."""
    content, bare = _content(described, grammar), {described.head or ""}
    intimate = is_intimate(described, grammar)
    if described.definite and content != bare:
        return next((each.entity for each in reversed(met) if _is_taken_up(described, each.entity, grammar)), None)
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


def find_whole(context: Context, phrase: Phrase, met: Sequence[ResolvedMention]) -> Entity | None:
    """The group among those `met` of which the phrase is a part: one of | the officials |, some of | these experts |;
    nobody where a name follows that tells who it is."""
    words, grammar, (first, last) = context.words, context.grammar, phrase
    if last - first < 4 or words.low[first + 1] not in grammar.noun_phrases.genitive:
        return None
    part = words.low[first] in grammar.noun_phrases.quantifiers | grammar.names.single or words.pos[first] == "NUM"
    known = words.is_determiner(first + 2) and words.low[first + 2] not in grammar.coreference.owned_by
    named = words.raw[last : last + 1] == (",",) and last + 1 in context.names.by_token
    if not part or not known or named:
        return None
    described = describe(context, (first + 3, last))
    return find_group(replace(described, definite=True), met, grammar) if described.plural else None


def _is_taken_up(described: Description, entity: Entity, grammar: AttributionGrammar) -> bool:
    """Whether a group is told again by what stood before its noun, or by more where nothing stood there but behind it:
    Republican officials in the talks … the GOP officials; advocates at the border … the border advocates."""
    known = entity.description
    if known.kind != described.kind or not known.plural or known.head != described.head or not known.head:
        return False
    own, theirs = _ahead(described, grammar), _ahead(known, grammar)
    goes_on = not known.label.lower().endswith(known.head)
    return _camps(described) == _camps(known) and (own <= theirs or (goes_on and not theirs))


def _ahead(described: Description, grammar: AttributionGrammar) -> set[str]:
    """The words before a group's noun that say who they are, but for its party."""
    words = described.label.split()
    low = [word.lower() for word in words]
    ahead = words[: low.index(described.head)] if described.head in low else words
    entries = grammar.gazetteer.entries
    party = {word for word in ahead if any(place.sort == "political" for _, place in entries.get(word, ()))}
    small = grammar.noun_phrases.quantifiers | grammar.noun_phrases.articles
    return {word.lower() for word in ahead if word not in party} - small


def _camps(described: Description) -> set[str]:
    return {place.name for place in described.places if place.sort == "political"}


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
