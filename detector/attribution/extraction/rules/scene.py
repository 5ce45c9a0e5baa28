"""What is known of a unit when its heads are asked what they give away. Positions are token indices."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from detector.attribution.extraction.rules.clause import ReportingClause
from detector.attribution.syntax.noun_phrases import Phrase
from detector.attribution.tokens.token_table import TokenTable, Unit


@dataclass(frozen=True, slots=True)
class Scene:
    """A unit with its heads and its stretches in quotation marks (marks included), both in order."""

    words: TokenTable
    unit: Unit
    heads: Sequence[ReportingClause]
    quotes: Sequence[Phrase]

    def quotes_from(self, first: int, last: int) -> Sequence[Phrase]:
        """The quoted stretches that begin in `[first, last)`."""
        return self.quotes[bisect_left(self.quotes, (first, 0)) : bisect_left(self.quotes, (last, 0))]
