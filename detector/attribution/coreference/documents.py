"""Whose words a document holds: "Roe's tweet", "a statement from Roe", "the statement", "the agency's report".

Positions are token indices.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from detector.article import Part
from detector.attribution.coreference import heads
from detector.attribution.coreference.descriptions import Description
from detector.attribution.coreference.entities import Entity
from detector.attribution.coreference.people import is_person
from detector.attribution.coreference.pronouns import ResolvedMention
from detector.attribution.entities.context import Context
from detector.attribution.syntax.noun_phrases import Phrase
from detector.attribution.tokens.token_table import TokenTable
from detector.attribution.tokens.types import RawQuotation
from detector.settings import SETTINGS


@dataclass(frozen=True, slots=True)
class Authorship:
    """Who made a document: named at token range `maker`, or by the pronoun at token `pronoun`, or whoever `issued` it
    in its sentence. With none of these it takes up what was last said. A `message` is nothing but its maker's words, as
    a statement is; a report stands by itself."""

    message: bool
    maker: Phrase | None = None
    pronoun: int | None = None
    issued: bool = False


def authorship(context: Context, phrase: Phrase) -> Authorship | None:
    """Who made the document at a token range; `None` where it is none, or where nothing tells."""
    words, grammar, (first, last) = context.words, context.grammar, phrase
    head = heads.head_index(words, first, last)
    noun = words.low[head]
    if noun not in grammar.cues.words.documents:
        return None
    message = noun in grammar.coreference.messages
    owner = next((at for at in range(first, last) if words.low[at] in grammar.coreference.owned_by), None)
    if owner is not None and (message or owner == first):
        return Authorship(message, pronoun=owner)
    endings = grammar.noun_phrases.possessive_endings
    possessor = next((at for at in range(first + 1, head) if words.low[at] in endings), None)
    if possessor is not None:
        return Authorship(message, (first, possessor))
    ahead = _maker_before(context, first, head)
    if ahead is not None:
        return Authorship(message, ahead)
    behind = head + 1 + (words.low[head + 1 : head + 2] != () and words.low[head + 1] in grammar.noun_phrases.authored)
    made = grammar.coreference.made_by | (
        grammar.noun_phrases.genitive if noun in grammar.coreference.made_of else set()
    )
    if behind + 1 < last and words.low[behind] in made:
        return Authorship(message, (behind + 1, last))
    # Roe sent | a letter | saying
    issued = words.low[first] in grammar.noun_phrases.indefinite and words.low[first - 1] in grammar.coreference.issuing
    taken_up = message and last - first == 2 and words.low[first] in grammar.coreference.demonstratives
    return Authorship(message, issued=issued) if issued or taken_up else None


def _maker_before(context: Context, first: int, head: int) -> Phrase | None:
    """Who is named before the noun at `head` of a document that begins at `first`: the Roe | letter, the Acme news |
    release."""
    words, grammar = context.words, context.grammar.coreference
    last = head - (words.low[head - 1] in grammar.release_nouns)
    name = context.names.by_token.get(last - 1) if last > first else None
    if name is None or name.core[1] != last:
        return None
    released = words.low[head] in grammar.released and name.kind == "organisation"
    told = words.low[head] in grammar.messages | grammar.told and is_person(context, name, name.first)
    return (name.first, last) if released or told else None


def issuer(words: TokenTable, phrase: Phrase, recent: Iterable[ResolvedMention]) -> Entity | None:
    """Who, among the `recent` mentions, the latest first, issued the document at a token range: Roe sent | a letter."""
    unit = words.unit_of[phrase[0]]
    ahead = (each for each in recent if words.unit_of[each.position] == unit and each.position < phrase[0])
    acting = (each.entity for each in ahead if each.source or each.weight >= SETTINGS.coreference.subject)
    return next((one for one in acting if one.description.kind != "document"), None)


def is_taken_up(words: TokenTable, phrase: Phrase) -> bool:
    """Whether a token range is no more than a document that is known by now: the report."""
    definite = phrase[1] - phrase[0] == 2 and words.low[phrase[0]] in words.grammar.coreference.demonstratives
    return definite and words.low[phrase[1] - 1] in words.grammar.cues.words.documents


def is_introduced_in(words: TokenTable, phrase: Phrase, position: int) -> bool:
    """Whether "the report" of a token range was brought up in the sentence around `position`: wrote in a | report."""
    grammar, last = words.grammar, phrase[1]
    if not is_taken_up(words, phrase):
        return False
    unit = words.unit_at(position)
    nouns = (
        at for at in range(unit.first + 2, unit.last) if words.low[at] == words.low[last - 1] and not words.quoted[at]
    )
    return any(not grammar.noun_phrases.indefinite.isdisjoint(words.low[max(unit.first, at - 3) : at]) for at in nouns)


def resolve_by_body(
    words: TokenTable, raws: Sequence[RawQuotation], found: Sequence[Entity | None]
) -> Sequence[Entity | None]:
    """The entities of quotations, where a headline gives words to no more than "report" or "study" with the first
    document or body that says something below in its place."""
    sources = [one.source for one in raws]
    parts = [None if source is None else words.unit_at(words.tokens_within(source)[0]).part for source in sources]
    below = [entity for entity, part in zip(found, parts, strict=True) if part is Part.BODY and entity is not None]
    maker = next((one for one in below if one.description.kind in ("document", "organisation")), None)
    kept = {id(entity) for entity in below}
    return [
        maker if entity is not None and maker and id(entity) not in kept and _is_bare(entity.description) else entity
        for entity in found
    ]


def _is_bare(described: Description) -> bool:
    return described.kind == "document" and described.label.lower() == described.head
