"""What is judged: an explicit tuple of signals, each of which finds and scores on its own."""

from collections.abc import Callable
from dataclasses import dataclass

from detector.article import Dimension, Finding, Reading
from detector.dimensions import headline, sourcing, wording
from detector.rules import RuleBook
from detector.schema import Score

Findings = tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Signal:
    """One dimension: `find` remarks on a reading, `score` weighs those that were kept and gives them their points."""

    dimension: Dimension
    find: Callable[[Reading, RuleBook], Findings]
    score: Callable[[Reading, Findings], tuple[Score, Findings]]


SIGNALS = (
    Signal(Dimension.HEADLINE, headline.find, headline.score),
    Signal(Dimension.SOURCING, sourcing.find, sourcing.score),
    Signal(Dimension.LANGUAGE, wording.find, wording.score),
)
