"""How well pages are read: body text, headline, article or not, mapping and time, over a folder of labelled pages.

Usage: `python -m training.evaluation.pages FOLDER`, where `FOLDER/pages.jsonl` holds one page a line: `file` (HTML,
plain or gzip), `url`, `headline`, `is_article`, `body` (the article's text as marked by hand, or null).
"""

import gzip
import json
import re
import statistics
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from detector.article import Article, Part
from detector.errors import InputError
from detector.page import read_page

_TOKEN = re.compile(r"\w+")
_SEPARATOR = re.compile(r"\s+[|–—·•»-]{1,2}\s+")
_SHINGLE = 4  # words

Shares = tuple[float, float, float]  # true positive, false positive, false negative; their sum is 1


@dataclass(frozen=True, slots=True)
class Outcome:
    """One page as labelled and as read; `article` is `None` where it was refused; `ms` is CPU time."""

    row: dict[str, Any]
    article: Article | None
    without_url: Article | None
    ms: float


def evaluate(folder: Path) -> dict[str, float]:
    """Measure all pages of a folder. Shares are 0..1, times CPU milliseconds a page."""
    outcomes = [_read(row, folder) for row in _rows(folder)]
    bodies = [shingle_shares(o.row["body"], _body(o.article)) for o in outcomes if o.row["body"]]
    precision, recall, f1 = body_score(bodies)
    times = sorted(outcome.ms for outcome in outcomes)
    return {
        "pages": len(outcomes),
        "refused": sum(outcome.article is None for outcome in outcomes),
        "bodies": len(bodies),
        "body precision": precision,
        "body recall": recall,
        "body F1": f1,
        "article check": _share(_judged(o.article) == o.row["is_article"] for o in outcomes),
        "article check, no address": _share(_judged(o.without_url) == o.row["is_article"] for o in outcomes),
        "headline": _share(_same_headline(o) for o in outcomes if o.row["is_article"] and o.row["headline"]),
        "headline on the page": _share(_is_mapped(o.article) for o in outcomes if o.row["is_article"] and o.article),
        "mapped": _share(share for o in outcomes if o.article for share in _mapped(o.article)),
        "CPU ms median": statistics.median(times),
        "CPU ms 95th percentile": times[int(0.95 * (len(times) - 1))],
    }


def shingle_shares(truth: str, read: str) -> Shares:
    """Compare two texts as multisets of 4-word shingles, so that long texts weigh no more than short ones.

    As in scrapinghub's article-extraction-benchmark (evaluate.py, `string_shingle_matching`).
    """
    left, right = _shingles(truth), _shingles(read)
    counts = (sum((left & right).values()), sum((right - left).values()), sum((left - right).values()))
    total = sum(counts)
    true, false, missed = (count / total if total else 0.0 for count in counts)
    return true, false, missed


def body_score(shares: Iterable[Shares]) -> tuple[float, float, float]:
    """Precision and recall, each the mean over pages, and the F1 of these two means (as that benchmark does)."""
    pages = list(shares)
    precision = statistics.mean([tp / (tp + fp) for tp, fp, _ in pages if tp + fp > 0] or [0.0])
    recall = statistics.mean([tp / (tp + fn) for tp, _, fn in pages if tp + fn > 0] or [0.0])
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def folded(line: str) -> str:
    """Only letters and digits in one case: what is left when type, quotation marks and punctuation do not count."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", line).casefold()))


def main() -> None:
    """Print the table for the folder named on the command line."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    for name, value in evaluate(Path(sys.argv[1])).items():
        print(f"{name:28} {value:>8.4f}" if value <= 1 else f"{name:28} {value:>8.1f}")


def _rows(folder: Path) -> Iterator[dict[str, Any]]:
    with (folder / "pages.jsonl").open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _read(row: dict[str, Any], folder: Path) -> Outcome:
    path = folder / row["file"]
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    start = time.process_time()
    article = _article(data, row["url"])
    ms = 1000 * (time.process_time() - start)
    return Outcome(row, article, _article(data, None), ms)


def _article(data: bytes, url: str | None) -> Article | None:
    try:
        return read_page(data, url)
    except InputError:
        return None


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _TOKEN.findall(text)
    starts = range(max(1, len(words) - _SHINGLE + 1)) if words else ()
    return Counter(tuple(words[start : start + _SHINGLE]) for start in starts)


def _body(article: Article | None) -> str:
    return "\n".join(block.span.of(article.text) for block in article.parts(Part.BODY)) if article else ""


def _judged(article: Article | None) -> bool:
    return article is not None and article.kind.is_article


def _same_headline(outcome: Outcome) -> bool:
    """Labels read from markup may carry the site's name, before or after a separator; it does not count."""
    read = folded(outcome.article.metadata.title or "") if outcome.article else ""
    label = outcome.row["headline"]
    accepted = {folded(label)}
    for match in _SEPARATOR.finditer(label):
        accepted |= {folded(label[: match.start()]), folded(label[match.end() :])}
    return bool(read) and read in accepted


def _is_mapped(article: Article | None) -> bool:
    return article is not None and any(block.runs for block in article.parts(Part.HEADLINE))


def _mapped(article: Article) -> Iterator[bool]:
    """For every character of a block that is no space: whether its place on the page is known."""
    for block in article.blocks:
        places = {at for run in block.runs for at in range(run.text, run.text + run.length)}
        yield from (at in places for at in range(block.span.start, block.span.end) if not article.text[at].isspace())


def _share(answers: Iterable[bool]) -> float:
    found = list(answers)
    return sum(found) / len(found) if found else 0.0


if __name__ == "__main__":
    main()
