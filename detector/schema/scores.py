"""The scores, each the rounded sum of its parts."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from detector.schema.by_dimension import ByDimension
from detector.schema.units import Facts, Level, Percent


class ScorePart(Struct, frozen=True):
    """A part of a score: what a remark, the model or a feature adds or takes off, or where the score starts."""

    kind: Literal["finding", "model", "feature", "start"]
    id: str
    points: float
    text: str | None = None


class Score(Struct, frozen=True):
    """A score from 0 to 100, the rounded sum of its parts; null, with a reason, if it cannot be given."""

    value: Percent | None
    level: Level | None
    percentile: Annotated[Percent | None, Meta(description="How many of 100 reference articles score lower.")]
    interval: Annotated[tuple[Percent, Percent] | None, Meta(description="80 % interval.")]
    reason: str | None
    parts: tuple[ScorePart, ...]
    facts: Facts


class Scores(ByDimension[Score], frozen=True):
    """A score for each dimension. There is no total."""


class Levels(ByDimension[Level | None], frozen=True):
    """The level of each score; null without a score."""


class Summary(Struct, frozen=True):
    """The report in one sentence, and the level of each score."""

    sentence: str
    levels: Levels
