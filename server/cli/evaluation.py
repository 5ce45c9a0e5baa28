"""How well the scores agree with people, on rows that somebody labelled: the figures of a model card's table.

A row is a JSON object: `text` (with `title`) or `html`, and what people said of it: `labels`, 0 or 1 for a dimension by
its id (`meaning` says of what); `marks`, the loaded words as they stand in the text.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Any

from detector.dimensions import registry, wording
from detector.errors import InputError
from detector.schema import Page, Report, Text

if TYPE_CHECKING:
    from detector import Analyzer

SCHEMA = "undertone/evaluation/1"


def meaning() -> Mapping[str, str]:
    """What a label of 1 means, for each dimension by its id."""
    return {dimension.id: dimension.texts.label for dimension in registry.DIMENSIONS}


@dataclass(slots=True)
class Tally:
    """What was counted so far: scores by label (0, 1) of each dimension, marked words, and rows that failed."""

    rows: int = 0
    scores: dict[str, tuple[list[int], list[int]]] = field(
        default_factory=lambda: {name: ([], []) for name in meaning()}
    )
    unscored: Counter[str] = field(default_factory=Counter)
    marked: int = 0
    found: int = 0
    right: int = 0
    failed: list[str] = field(default_factory=list)


def read_rows(path: Path) -> Iterator[tuple[str, Mapping[str, Any] | None]]:
    """The rows of a file of JSON lines, or of every `*.jsonl` in a folder, with where each stands; `None` for a line
    that is no JSON object. Raises `OSError`."""
    for file in sorted(path.glob("*.jsonl")) if path.is_dir() else [path]:
        with file.open(encoding="utf-8", errors="replace") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield f"{file.name}:{number}", _object(line)


def _object(line: str) -> Mapping[str, Any] | None:
    try:
        row = json.loads(line)
    except ValueError:
        return None
    return row if isinstance(row, dict) else None


def measure(
    rows: Iterable[tuple[str, Mapping[str, Any] | None]],
    analyzer: "Analyzer",
    advance: Callable[[], object] = lambda: None,
) -> Tally:
    """Score every row and count how it agrees with its labels; `advance` is called after each."""
    tally = Tally()
    for place, row in rows:
        fault = _fault(row)
        if row is None or fault:
            tally.failed.append(f"{place}: {fault}")
        else:
            _take(tally, place, row, analyzer)
        advance()
    return tally


def _fault(row: Mapping[str, Any] | None) -> str | None:
    """What is wrong with a row, or `None`."""
    if row is None:
        return _("not a JSON object")
    if not isinstance(row.get("html", row.get("text")), str) or not isinstance(row.get("title", ""), str):
        return _("text or html is missing or not a string")
    labels, marks = row.get("labels", {}), row.get("marks", [])
    if not isinstance(labels, dict) or not set(labels) <= set(meaning()) or not set(labels.values()) <= {0, 1}:
        return _("labels may hold {names} with 0 or 1").format(names=", ".join(meaning()))
    if not isinstance(marks, list) or not all(isinstance(word, str) for word in marks):
        return _("marks must be a list of strings")
    return None if labels or "marks" in row else _("neither labels nor marks")


def _take(tally: Tally, place: str, row: Mapping[str, Any], analyzer: "Analyzer") -> None:
    try:
        report = analyzer.analyze(Page(row["html"]) if "html" in row else Text(row["text"], row.get("title")))
    except InputError as error:
        tally.failed.append(f"{place}: {error} ({error.code})")
        return
    tally.rows += 1
    scores = dict(report.scores.items())
    for name, label in row.get("labels", {}).items():
        value = scores[name].value
        if value is None:
            tally.unscored[name] += 1
        else:
            tally.scores[name][label].append(value)
    if "marks" in row:
        _count_marks(tally, report, row["marks"])


def _count_marks(tally: Tally, report: Report, marks: Sequence[str]) -> None:
    wanted = Counter(" ".join(word.casefold().split()) for word in marks)
    loaded = (finding for finding in report.findings if finding.dimension == wording.ID and finding.scored)
    found = Counter(" ".join(finding.exact.casefold().split()) for finding in loaded)
    tally.marked += wanted.total()
    tally.found += found.total()
    tally.right += (wanted & found).total()


def separation(without: Sequence[int], having: Sequence[int]) -> float | None:
    """How often of two rows, one with and one without the label, the one with it scores higher; a tie is half
    (area under the ROC curve; Hanley and McNeil 1982). `None` without rows of both kinds."""
    if not without or not having:
        return None
    counts = Counter(without)
    below = {value: sum(number for other, number in counts.items() if other < value) for value in set(having)}
    wins = sum(below[value] + counts[value] / 2 for value in having)
    return wins / (len(without) * len(having))


def summarise(tally: Tally) -> dict[str, Any]:
    """The figures as JSON values (`undertone/evaluation/1`), shares 0..1."""
    precision = tally.right / tally.found if tally.found else None
    recall = tally.right / tally.marked if tally.marked else None
    return {
        "schema": SCHEMA,
        "rows": tally.rows,
        "failed": len(tally.failed),
        "scores": [
            {
                "score": name,
                "label": meaning()[name],
                "with": len(having),
                "without": len(without),
                "unscored": tally.unscored[name],
                "separation": _rounded(separation(without, having)),
            }
            for name, (without, having) in tally.scores.items()
            if without or having or tally.unscored[name]
        ],
        "marks": {"people": tally.marked, "undertone": tally.found, "both": tally.right}
        | {"precision": _rounded(precision), "recall": _rounded(recall)},
    }


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 4)
