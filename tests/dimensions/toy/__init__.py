"""A dimension that marks every number: what a fourth dimension is made of (see `tests/dimensions/test_registry.py`)."""

from dataclasses import replace

from detector.article import Finding, Reading, Span
from detector.dimensions import scoring
from detector.dimensions.dimension import Dimension, Texts
from detector.rules import RuleBook
from detector.schema import Score, ScorePart

ID = "numbers"
POINTS = 5.0


def find(reading: Reading, book: RuleBook) -> tuple[Finding, ...]:
    """A remark on every number of the article."""
    del book
    return tuple(_remark(token.span, token.text) for token in reading.prose.tokens if token.text.isdigit())


def _remark(span: Span, digits: str) -> Finding:
    return Finding(
        rule="numbers.figure",
        dimension=ID,
        span=span,
        exact=digits,
        severity="mild",
        confidence=1.0,
        message=f"“{digits}” is a number.",
        reason="It has digits.",
    )


def score(reading: Reading, findings: tuple[Finding, ...]) -> tuple[Score, tuple[Finding, ...]]:
    """Five points for every number."""
    scored = tuple(replace(finding, points=POINTS) for finding in findings)
    parts = [ScorePart("finding", finding.id, POINTS) for finding in scored]
    value = int(min(100, POINTS * len(scored)))
    return scoring.build(DIMENSION, parts, (value, value), {"numbers": len(scored)}, reading.language.code), scored


DIMENSION = Dimension(
    id=ID,
    levels=("worded", "figured", "numeric"),
    cuts=(5, 60),
    unranked=(5, 60),
    high_is_good=False,
    find=find,
    score=score,
    facts={"numbers": int},
    texts=Texts(
        name="Numbers",
        rank="More numbers than {share} of {crowd}",
        label="full of numbers",
        clause=lambda score, texts: f"{score.facts['numbers']} numbers" if score.level else None,
    ),
    is_ruled=False,
)
