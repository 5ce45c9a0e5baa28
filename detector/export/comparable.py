"""What a comparison reads of a report in its wire form, as a type: a stored report is held against it.

The rest of a report is left unread, so that one of another version can be compared, and a forged one costs little.
"""

from typing import Literal, TypedDict

from detector.schema import Document, Engine, Frame, Source
from detector.schema.units import Count, Level, Percent, Share


class ComparableFacts(TypedDict, total=False):
    """What was counted of the sources, where a score is about them; `never_heard` and the keys of `shares_by_side` are
    names of parties."""

    sources: Count
    identified: Count
    attributed_share: Share
    anonymous_share: Share
    shares_by_side: dict[str, Share]
    never_heard: list[str]


class ComparableScore(TypedDict):
    """A score, or null where there is none."""

    value: Percent | None
    facts: ComparableFacts


class ComparableSummary(TypedDict):
    """The level of each score, by the dimension's id."""

    levels: dict[str, Level | None]


class ComparableFinding(TypedDict):
    """A remark: what it is about, and its words."""

    dimension: str
    exact: str


class ComparableClaim(TypedDict):
    """Where the words of a claim stand."""

    start: int
    end: int


class ComparableReport(TypedDict):
    """A report as `detector.export.comparison` reads it."""

    schema: Literal["undertone/analysis/1"]
    engine: Engine
    document: Document
    summary: ComparableSummary
    scores: dict[str, ComparableScore]
    sources: tuple[Source, ...]
    framing: tuple[Frame, ...]
    claims: list[ComparableClaim]
    findings: list[ComparableFinding]
