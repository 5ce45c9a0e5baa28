"""False alarms on agency-style reporting: `python -m training.evaluation.agency DATA_FOLDER` (the folder holds
`articles.jsonl`).

200 articles of four news services, drawn at random, go through the product; counted are the remarks on the author's
wording per 1,000 of the author's words, by rules and by the model. `agency.toml` holds verdicts by hand on 361 of these
remarks, by article and offset.
"""

import json
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from detector import Analyzer, Text
from detector.dimensions import wording
from detector.schema import Finding

JUDGED = Path(__file__).with_name("agency.toml")
SOURCES = {"Associated Press", "Reuters", "BBC News", "Bloomberg"}
ARTICLES, LEAST = 200, 800
OWN = "wording.model-"


@dataclass(frozen=True, slots=True)
class Told:
    """One article: its id, words of its author, and the remarks on them."""

    id: str
    words: int
    remarks: tuple[Finding, ...]


def draw(data: Path) -> list[dict[str, Any]]:
    """The articles, the same each time."""
    with (data / "articles.jsonl").open(encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if row["source"] in SOURCES and row["title"].strip()]
    long = [row for row in rows if len(row["text"]) > LEAST]
    return sorted(Random(7).sample(long, ARTICLES), key=lambda row: str(row["id"]))  # noqa: S311 - a draw to repeat


def title_and_body(row: dict[str, Any]) -> tuple[str, str]:
    """An article without its title before it."""
    return row["title"].strip(), row["text"].removeprefix(row["title"]).strip()


def tell(data: Path, analyzer: Analyzer) -> Iterator[Told]:
    """What the product says of each article's wording."""
    for row in draw(data):
        title, body = title_and_body(row)
        report = analyzer.analyze(Text(body, title))
        facts = report.scores.wording.facts
        remarks = (finding for finding in report.findings if finding.dimension == wording.ID and finding.scored)
        yield Told(str(row["id"]), facts.get("author_words", 0), tuple(remarks))


def figures(told: Sequence[Told]) -> dict[str, Any]:
    """Remarks per 1,000 words, the share of right ones among those judged that are still made, and the rest of them
    as false alarms per 1,000 words."""
    verdicts = {(row[0], row[1], row[2]): row[3] for row in tomllib.loads(JUDGED.read_text("utf-8"))["verdicts"]}
    words = sum(each.words for each in told)
    table: dict[str, Any] = {"articles": len(told), "author_words": words}
    for name, own in (("rules", False), ("model", True)):
        made = [(each.id, remark) for each in told for remark in each.remarks if remark.rule.startswith(OWN) is own]
        known = [verdicts.get((article, remark.start, remark.end)) for article, remark in made]
        judged = [right for right in known if right is not None]
        rate, right = 1000 * len(made) / words, sum(judged) / max(1, len(judged))
        table[name] = {
            "per_1000": rate,
            "judged": len(judged),
            "right": right,
            "false_alarms_per_1000": rate * (1 - right),
        }
    return table


def measure(data: Path) -> dict[str, Any]:
    """The figures with the model, and how many remarks per 1,000 words the rules alone make."""
    table = figures(list(tell(data, Analyzer())))
    alone = figures(list(tell(data, Analyzer(model=None))))
    return {**table, "rules without the model": {"per_1000": alone["rules"]["per_1000"]}}


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    print(json.dumps(measure(Path(sys.argv[1])), indent=1))
