"""Does the sourcing score tell partisan outlets from others? `python -m training.evaluation.outlets DATA_FOLDER` (the
folder holds `articles.jsonl`).

No article there is labelled as hyperpartisan, so the outlet stands for it: 60 articles of three outlets on the left and
three on the right that campaign, against 60 of agencies and broadcasters, drawn at random and read by rules alone. Two
figures: the area under the curve of the sourcing score, and the agency reports that are called thin though three
identified people of two camps or sides speak in them, which should be none. Nothing is tuned on it.
"""

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

from detector import Analyzer, Report, Text
from training.evaluation.agency import title_and_body
from training.evaluation.sourcing import area

PARTISAN = frozenset(
    {"Daily Kos", "Media Matters", "Mother Jones", "American Spectator", "Breitbart News", "The Daily Caller"}
)
OTHER = frozenset({"Associated Press", "Reuters", "BBC News", "CBS News", "NPR Online News", "Bloomberg"})
AGENCIES = frozenset({"Associated Press", "Reuters", "Bloomberg"})
EACH, REPORTS, LEAST = 60, 40, 800


def draw(rows: Sequence[Mapping[str, Any]], outlets: frozenset[str], size: int) -> list[Mapping[str, Any]]:
    """`size` articles of these outlets, the same each time."""
    held = sorted((row for row in rows if row["source"] in outlets), key=lambda row: str(row["id"]))
    return Random(22).sample(held, size)  # noqa: S311 - a draw to repeat


def is_thin_though_heard(report: Report) -> bool:
    """Whether a report is called thin though three identified people speak in it, of two camps or sides."""
    people = [source for source in report.sources if source.kind == "person" and source.identified]
    camps = {source.camp or source.side for source in people} - {None}
    return report.scores.sourcing.level == "thin" and len(people) > 2 and len(camps) > 1


def measure(data: Path, analyzer: Analyzer) -> dict[str, Any]:
    """The figures; articles without a sourcing score are counted apart."""
    with (data / "articles.jsonl").open(encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if row["title"].strip() and len(row["text"]) > LEAST]

    def read(row: Mapping[str, Any]) -> Report:
        title, body = title_and_body(dict(row))
        return analyzer.analyze(Text(body, title))

    scored = [
        (report.scores.sourcing.value, outlets is OTHER)
        for outlets in (PARTISAN, OTHER)
        for report in map(read, draw(rows, outlets, EACH))
    ]
    known = [(value, other) for value, other in scored if value is not None]
    agency = [(str(row["id"]), read(row)) for row in draw(rows, AGENCIES, REPORTS)]
    return {
        "partisan against other": area([value for value, _ in known], [other for _, other in known]),
        "without a score": len(scored) - len(known),
        "agency reports called thin": sum(report.scores.sourcing.level == "thin" for _, report in agency),
        "of them with three people of two camps": [name for name, report in agency if is_thin_though_heard(report)],
    }


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    print(json.dumps(measure(Path(sys.argv[1]), Analyzer(model=None)), indent=1))
