"""What is said of an article: findings, scores, notices, and the report that holds them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal

from detector.article.page import Article, Span
from detector.article.reading import AUTHOR, Reading

Severity = Literal["mild", "notable", "strong"]
SEVERITIES: tuple[Severity, ...] = ("mild", "notable", "strong")


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark. `counts` is false for words that are not the author's; then `points` is 0.

    `dimension` is the id of one of `detector.dimensions.registry`; `weight` is what the rule asks for before scoring,
    0..1; `points` is what the score gave it.
    """

    rule: str
    dimension: str
    span: Span
    exact: str
    severity: Severity
    confidence: float
    message: str
    reason: str
    technique: str | None = None
    suggestion: str | None = None
    voice: str = AUTHOR
    counts: bool = True
    weight: float = 0.0
    points: float = 0.0
    id: str = ""
    evidence: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class ScorePart:
    """A share of a score: `kind` is `finding`, `model` or `feature`; `name` the finding's id or the feature's name."""

    kind: Literal["finding", "model", "feature"]
    name: str
    points: float
    text: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """A number 0..100 that is the rounded sum of its parts, or `None` with the `reason` why it cannot be given.

    `interval` is the 80 % interval; `percentile` says how many of 100 articles of the reference corpus score lower.
    """

    dimension: str
    value: int | None
    level: str | None = None
    percentile: int | None = None
    interval: tuple[int, int] | None = None
    parts: tuple[ScorePart, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """Something special about the page that the reader should know, with a stable code."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Engine:
    """What made a report: version, sha256 of the rule packs, name and sha256 of the model (`None` without one)."""

    version: str
    rules: str
    model: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """One plain sentence, and the level of each score (`None` where there is no score)."""

    sentence: str
    levels: Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Report:
    """All that Undertone says of one page. `findings` are in reading order and settled."""

    engine: Engine
    reading: Reading
    findings: tuple[Finding, ...]
    scores: Mapping[str, Score]
    summary: Summary
    notices: tuple[Notice, ...] = ()

    @property
    def article(self) -> Article:
        """The article as read."""
        return self.reading.article
