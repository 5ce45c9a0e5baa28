"""The sources of an article as values, with how many words each is given."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from detector.article import Prose, Source, Span, Style
from detector.attribution.untrained.resolver import Entity


@dataclass(frozen=True, slots=True)
class Given:
    """Words given to somebody, as offsets into the article's text; `entity` is `None` where nobody is."""

    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: Span | None
    entity: Entity | None
    style: Style
    kind: Literal["speech", "thought"]


def values(given: Sequence[Given], prose: Prose) -> tuple[tuple[Source, ...], Mapping[int, str]]:
    """The sources that are given speech, in the order in which they first speak, and their ids by the `id` of the
    entity. A word that two quotations give to one source counts once."""
    words: dict[int, set[int]] = {}
    entities: dict[int, Entity] = {}
    for each in given:
        if each.entity is not None and each.kind == "speech":
            entities.setdefault(id(each.entity), each.entity)
            words.setdefault(id(each.entity), set()).update(_words(prose, each.content))
    total = sum(map(len, words.values())) or 1
    numbers = {key: f"s{number}" for number, key in enumerate(entities, 1)}
    origins: dict[str, str] = {}
    made: list[Source] = []
    for key, entity in entities.items():
        origin = origins.setdefault(_origin(entity, numbers[key]), f"g{len(origins) + 1}")
        made.append(_value(entity, numbers[key], origin, len(words[key]), total))
    return tuple(made), numbers


def _words(prose: Prose, content: Sequence[Span]) -> set[int]:
    starts = prose.word_starts
    return {
        index for piece in content for index in range(bisect_left(starts, piece.start), bisect_left(starts, piece.end))
    }


def _origin(entity: Entity, number: str) -> str:
    """What makes two sources one origin: their body; somebody without a name or a body is one of their own."""
    description = entity.description
    if description.affiliation:
        return description.affiliation.lower()
    return number if description.kind == "person" and not description.name else description.label.lower()


def _value(entity: Entity, number: str, origin: str, words: int, total: int) -> Source:
    description = entity.description
    told = bool(description.role or description.affiliation)
    named = bool(description.name) or description.proper
    body = description.kind == "collective" and not description.several
    return Source(
        id=number,
        name=description.label,
        kind=description.kind,
        role=description.role,
        affiliation=description.affiliation,
        named=named,
        identified=named and (told or description.kind == "organisation"),
        in_office=not named and description.definite and (body or bool(description.affiliation)),
        origin=origin,
        words=words,
        share=round(words / total, 4),
        mentions=tuple(sorted(set(entity.spans))),
    )
