"""The scores, each the rounded sum of its parts."""

from collections.abc import Iterator
from typing import Annotated, Literal

from msgspec import Meta, Struct

from detector.schema.units import DimensionName, Facts, Level, Percent


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


class Scores(Struct, frozen=True):
    """A score for each dimension, in the order of `detector.dimensions.registry`; no total hides them."""

    headline: Score
    sourcing: Score
    wording: Score

    def items(self) -> Iterator[tuple[DimensionName, Score]]:
        """The name of each score and the score, in their order."""
        yield from ((name, getattr(self, name)) for name in self.__struct_fields__)

    def values(self) -> Iterator[Score]:
        """The scores in their order."""
        yield from (score for _, score in self.items())


class Levels(Struct, frozen=True):
    """The level of each score; null where there is no score."""

    headline: Literal["low", "notable", "strong"] | None
    sourcing: Literal["thin", "mixed", "broad"] | None
    wording: Literal["low", "notable", "strong"] | None


class Summary(Struct, frozen=True):
    """One plain sentence, and the levels."""

    sentence: str
    levels: Levels
