"""The remarks, and where on the page they stand (W3C Web Annotation Data Model, section 4.2)."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from detector.schema.units import DimensionName, Facts, Offset, Severity, Share
from detector.schema.voices import Voice


class Position(Struct, frozen=True, tag_field="type", tag="TextPositionSelector"):
    """A position in the page's text stream."""

    start: Offset
    end: Offset


class Quotation(Struct, frozen=True, tag_field="type", tag="TextQuoteSelector"):
    """Words of the page's text stream, with the characters around them."""

    exact: str
    prefix: str
    suffix: str


class Target(Struct, frozen=True):
    """Where the words are on the page: their position, then a quotation."""

    selector: tuple[Position, Quotation]


class Finding(Struct, frozen=True):
    """One remark. `exact` is `document.text[start:end]`; only the author's words are scored.

    `target` is null for plain text, and where the words do not stand on the page as they were read.
    """

    id: Annotated[str, Meta(pattern="^f[0-9]+$")]
    dimension: DimensionName
    rule: str
    technique: str | None
    unit: Literal["words", "sentence"]
    severity: Severity
    confidence: Share
    voice: Voice
    scored: bool
    points: float
    start: Offset
    end: Offset
    exact: str
    message: str
    reason: str
    suggestion: str | None
    evidence: Facts
    docs: Annotated[str, Meta(pattern="^/v1/rules/")]
    target: Target | None
