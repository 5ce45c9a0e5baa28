"""From parts to a score: points that add up, an interval, and the place in the reference corpus."""

import random
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Annotated, Any, TypedDict

import msgspec

from detector import languages
from detector.dimensions.dimension import Dimension
from detector.errors import reading
from detector.languages.parts import home
from detector.schema import Score, ScorePart
from detector.settings import SETTINGS


class Reference(TypedDict):
    """The reference corpus: how many articles, how it was made, and for each dimension the scores at 0, 1, … 100 % and
    the crowd (shares of articles by score)."""

    articles: int
    made: str
    quantiles: dict[str, Annotated[list[float], msgspec.Meta(min_length=101, max_length=101)]]
    crowd: dict[str, list[float]]


@cache
def reference(code: str) -> Reference | None:
    """The reference corpus of a language, `None` where it has none.

    Raises `DataError` where the table is missing or damaged.
    """
    if not languages.pack_for(code).referenced:
        return None
    with reading("reference.json"):
        return msgspec.json.decode(home(code).joinpath("reference.json").read_bytes(), type=Reference)


def saturate(weights: Sequence[float]) -> tuple[float, ...]:
    """Share out 100 points so that they sum to `100 * (1 - Π(1 - w))`: each weight 0..1 takes its part of what the
    larger ones left (noisy or; Pearl 1988). Points come back in the order of `weights`."""
    points = [0.0] * len(weights)
    left = 100.0
    for index in sorted(range(len(weights)), key=lambda index: -weights[index]):
        points[index] = round(left * weights[index], 4)
        left *= 1 - weights[index]
    return tuple(points)


def interval(draw: Callable[[random.Random], float]) -> tuple[int, int]:
    """The 80 % interval of `draw`, a function that returns one resampled value 0..100. Same draws each time."""
    generator = random.Random(0)  # noqa: S311 - resampling, no secret
    values = sorted(draw(generator) for _ in range(SETTINGS.scoring.draws))
    return round(values[len(values) // 10]), round(values[-1 - len(values) // 10])


def percentile(dimension: str, value: float, code: str) -> int | None:
    """How many of 100 articles of the reference corpus of a language score lower than `value`; `None` where there is
    none, or it has no scores of the dimension of this id."""
    table = reference(code)
    quantiles = table["quantiles"].get(dimension) if table else None
    return None if quantiles is None else max(0, bisect_left(quantiles, value) - 1)


def level(dimension: Dimension, cuts: tuple[int, int], number: float) -> str:
    """The word for a percentile or a score of this dimension, whose middle and upper levels begin at `cuts`."""
    low, middle, high = dimension.levels
    return low if number < cuts[0] else middle if number < cuts[1] else high


def _level(dimension: Dimension, value: float, rank: int | None) -> str:
    """The word for a score: by its percentile where there is one that tells, else by itself."""
    if rank is None or dimension.cuts is None:
        return level(dimension, dimension.unranked, value)
    return level(dimension, dimension.cuts, rank)


def build(
    dimension: Dimension, parts: Sequence[ScorePart], spread: tuple[int, int], facts: Mapping[str, Any], code: str
) -> Score:
    """The score whose value is the rounded sum of `parts`; `spread` is its interval, widened to hold the value; `code`
    is the language whose articles it is compared with.

    The articles that its percentile speaks of join the `facts`: how many, and the shares of them by score, in equal
    steps up to 100 (`crowd`).
    """
    value = max(0, min(100, round(sum(part.points for part in parts))))
    rank, table = percentile(dimension.id, value, code), reference(code)
    return Score(
        value=value,
        level=_level(dimension, value, rank),
        percentile=rank,
        interval=(min(spread[0], value), max(spread[1], value)),
        reason=None,
        parts=tuple(parts),
        facts=dict(facts) | _compared(table, dimension.id),
    )


def _compared(table: Reference | None, dimension: str) -> dict[str, Any]:
    if table is None or dimension not in table["crowd"]:
        return {}
    return {"reference": {"articles": table["articles"], "crowd": table["crowd"][dimension]}}


def no_score(reason: str, facts: Mapping[str, Any]) -> Score:
    """No score, and why not."""
    return Score(value=None, level=None, percentile=None, interval=None, reason=reason, parts=(), facts=dict(facts))
