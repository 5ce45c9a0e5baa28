"""Which claims several reports share: statements with most of their longer words and all of their figures in common."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from detector.export.texts import shorten
from detector.settings import SETTINGS

Report = Mapping[str, Any]
FIGURE = re.compile(r"\d[\d.,]*")
WORD = re.compile(r"[^\W\d_]+")


def shared(reports: Sequence[Report]) -> list[dict[str, Any]]:
    """Claims that stand in more than one report, those of most reports first: the words of each report's claim, `None`
    where it has none like it (`pages`). Reports without their text share none."""
    empty: list[str | None] = [None] * len(reports)
    rows: list[list[str | None]] = []
    for index, report in enumerate(reports):
        for words in _claims(report):
            row = next((row for row in rows if row[index] is None and _is_like_one(row, words)), None)
            if row is None:
                row = empty.copy()
                rows.append(row)
            row[index] = words
    found = [row for row in rows if sum(words is not None for words in row) > 1]
    found.sort(key=lambda row: row.count(None))
    return [{"pages": [words and shorten(words, SETTINGS.export.statement) for words in row]} for row in found]


def _claims(report: Report) -> list[str]:
    text = report["document"]["text"] or ""
    claims = (text[claim["start"] : claim["end"]] for claim in report["claims"])
    return [claim for claim in claims if claim]


def _is_like_one(row: Sequence[str | None], words: str) -> bool:
    return any(other is not None and _are_alike(other, words) for other in row)


def _are_alike(one: str, other: str) -> bool:
    """Whether two statements share most words of the shorter one, and where both give figures, one of these."""
    first, second = _content(one), _content(other)
    figures, others = set(FIGURE.findall(one)), set(FIGURE.findall(other))
    if figures and others and not figures & others:
        return False
    least = min(len(first), len(second))
    return least > 0 and len(first & second) >= max(SETTINGS.export.shared_words, SETTINGS.export.shared * least)


def _content(words: str) -> set[str]:
    """The words of some length, in small letters, and the figures."""
    long = (word.lower() for word in WORD.findall(words) if len(word) >= SETTINGS.export.word)
    return {*long, *FIGURE.findall(words)}
