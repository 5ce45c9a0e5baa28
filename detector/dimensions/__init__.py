"""What is judged: an explicit tuple of signals, each of which finds and scores on its own."""

from collections.abc import Callable
from dataclasses import dataclass

from detector.model import Dimension, Finding, Reading, Score
from detector.rules import RuleBook
from detector.signals import headline, sourcing, wording

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
