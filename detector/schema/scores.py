"""The scores, each the rounded sum of its parts."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from detector.schema.by_dimension import ByDimension
from detector.schema.units import Facts, Level, Percent


class ScorePart(Struct, frozen=True):
    """A share of a score: what a finding (`id` as in `findings`), the model or a feature adds to it or takes off, or
    where the score starts. `text` says what it is; null for a finding, which says so itself."""

    kind: Literal["finding", "model", "feature", "start"]
    id: str
    points: float
    text: str | None = None


class Score(Struct, frozen=True):
    """A number 0 to 100 that is the rounded sum of its parts, or null with the `reason` why it cannot be given."""

    value: Percent | None
    level: Level | None
    percentile: Annotated[Percent | None, Meta(description="How many of 100 reference articles score lower.")]
    interval: Annotated[tuple[Percent, Percent] | None, Meta(description="80 % interval.")]
    reason: str | None
    parts: tuple[ScorePart, ...]
    facts: Facts


class Scores(ByDimension[Score], frozen=True):
    """A score for each dimension; no total hides them."""


class Levels(ByDimension[Level | None], frozen=True):
    """The level of each score; null where there is no score."""


class Summary(Struct, frozen=True):
    """One plain sentence, and the levels."""

    sentence: str
    levels: Levels
