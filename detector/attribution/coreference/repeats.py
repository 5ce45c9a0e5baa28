"""Whoever has no name where words are quoted that another place gives to somebody: “…,” one official said, in the deck;
“…,” said Jane Roe, in the body."""

from collections import defaultdict
from collections.abc import Sequence

from detector.article import Part
from detector.attribution.coreference.entities import Entity
from detector.attribution.tokens.token_table import TokenTable
from detector.attribution.tokens.types import RawQuotation

LEAST = 5  # quoted words that are said but once


def bring_together(
    words: TokenTable, raws: Sequence[RawQuotation], entities: Sequence[Entity | None]
) -> list[Entity | None]:
    """The entities of the quotations, in order; one person without a name, to whom the same words are given as to
    another, is that other: who has a name, else who is told by more. Whom the headline alone tells by what they are, as
    whom the body names otherwise, is nobody by themselves."""
    speakers: defaultdict[tuple[str, ...], list[Entity]] = defaultdict(list)
    for raw, entity in zip(raws, entities, strict=True):
        said = _quoted(words, raw)
        if entity is not None and entity.is_person and len(said) >= LEAST:
            speakers[said[:LEAST]].append(entity)
    titled = [one for one in entities if one is not None and _is_titled(words, one)]
    told = any(one is not None and one.is_person and one.description.name for one in entities)
    same: dict[int, Entity | None] = {id(one): None for one in titled if told}
    for people in speakers.values():
        best = max(people, key=lambda one: (bool(one.description.name), len(one.description.label)))
        same |= {id(one): best for one in people if one is not best and not one.description.name}
    for entity in {id(one): one for one in entities if one is not None and id(one) in same}.values():
        known = same[id(entity)]
        if known is not None:
            known.spans.extend(entity.spans)
    return [entity if entity is None else same.get(id(entity), entity) for entity in entities]


def _is_titled(words: TokenTable, entity: Entity) -> bool:
    """Whether somebody without a name is told of in the headline alone: Lawmaker: It Was Late."""
    named = bool(entity.description.name) or not entity.is_person
    return not named and all(words.unit_at(first).part is Part.HEADLINE for first, _ in entity.spans)


def _quoted(words: TokenTable, raw: RawQuotation) -> tuple[str, ...]:
    """The words of a quotation that stand in quotation marks, in lower case."""
    tokens = (at for piece in raw.content for at in range(*words.tokens_within(piece)))
    return tuple(words.low[at] for at in tokens if words.quoted[at] and words.is_word(at))
