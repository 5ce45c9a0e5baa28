"""A program that uses the toy's score; `tests/dimensions/test_registry.py` has mypy look whether it is typed."""

from typing import assert_type

from detector import Report
from detector.schema import Score


def tell(report: Report) -> str:
    assert_type(report.scores.numbers, Score)
    assert_type(report.summary.levels.numbers, str | None)
    return "".join(f"{name} {score.value}" for name, score in report.scores.items())
