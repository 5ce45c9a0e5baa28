"""Makes `detector/languages/en/reference.json`: where the scores of a corpus of news articles lie, so that a score is a
place in a crowd. Usage: `python -m training.evaluation.reference DATA_FOLDER` (the folder holds `articles.jsonl`:
`title`, `text`).

Only quantiles are kept; no text and no outlet leaves the corpus.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import sha256
from multiprocessing import Pool
from pathlib import Path

from detector import Analyzer, Text
from detector.dimensions.registry import DIMENSIONS

TABLE = Path(__file__).parents[2] / "detector" / "languages" / "en" / "reference.json"
BINS = 50
Values = dict[str, int | None]


@cache
def _analyzer() -> Analyzer:
    return Analyzer()


def score(row: tuple[str, str]) -> Values:
    """The scores of one (title, text)."""
    title, text = row
    report = _analyzer().analyze(Text(text.removeprefix(title).strip(), title))
    return {name: score.value for name, score in report.scores.items()}


def rows(path: Path) -> Iterator[tuple[str, str]]:
    """Title and text of each article with both."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            if article["title"].strip() and article["text"].strip():
                yield article["title"].strip(), article["text"].strip()


def quantiles(values: Sequence[int]) -> list[float]:
    """The values at 0, 1, … 100 % of the sorted `values`."""
    ordered = sorted(values)
    return [float(ordered[round(step / 100 * (len(ordered) - 1))]) for step in range(101)]


def crowd(values: Sequence[int]) -> list[float]:
    """The share of `values` in each of 50 equal steps from 0 to 100."""
    counts = Counter(min(BINS - 1, value * BINS // 100) for value in values)
    return [round(counts[step] / len(values), 4) for step in range(BINS)]


def main(folder: Path) -> None:
    """Score the corpus and write the table."""
    corpus = folder / "articles.jsonl"
    with Pool(2) as pool:
        scored = pool.map(score, list(rows(corpus)), chunksize=50)
    kept = {each.id: [row[each.id] for row in scored if row[each.id] is not None] for each in DIMENSIONS}
    table = {
        "made": "Scores of English news articles of many outlets (training.evaluation); values at 0, 1, … 100 %.",
        "corpus_sha256": sha256(corpus.read_bytes()).hexdigest(),
        "articles": len(scored),
        "scored": {name: len(values) for name, values in kept.items()},
        "quantiles": {name: quantiles(values) for name, values in kept.items()},
        "crowd": {name: crowd(values) for name, values in kept.items()},
    }
    TABLE.write_text(json.dumps(table, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    for name, values in kept.items():
        marks = quantiles(values)
        print(f"{name:9} n {len(values):5}  p10 {marks[10]:.0f}  p50 {marks[50]:.0f}  p90 {marks[90]:.0f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
