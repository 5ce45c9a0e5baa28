"""What is remarked on an article before the report is written: findings with what their score needs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal

from detector.article.page import Span
from detector.article.prose import AUTHOR
from detector.schema.units import Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark at work (`detector.schema.Finding` is the one reported). `scored` is false for words that are not the
    author's; then `points` is 0.

    `unit`: a remark on words, or on a sentence as a whole, which may hold remarks on words.
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
    unit: Literal["words", "sentence"] = "words"
    suggestion: str | None = None
    voice: str = AUTHOR
    scored: bool = True
    weight: float = 0.0
    points: float = 0.0
    id: str = ""
    evidence: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
