"""CPU time per page: the whole analysis beside trafilatura alone, on the same pages, in turn, in one run.

Usage: `python -m benchmarks.pages FOLDER [--limit N]` (the folder holds `pages.jsonl` and the pages it names). Prints
medians, 95th percentiles and the ratio page by page; absolute times on a shared machine are noise, ratios are not.
"""

import argparse
import gzip
import json
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import trafilatura

from detector import Analyzer

ROUNDS = 3


def articles(folder: Path, limit: int) -> list[tuple[str, str | None]]:
    """HTML and address of the article pages."""
    rows = map(json.loads, (folder / "pages.jsonl").read_text(encoding="utf-8").splitlines())
    chosen = [row for row in rows if row["is_article"]][:limit]
    return [
        (gzip.decompress((folder / row["file"]).read_bytes()).decode("utf-8", "replace"), row["url"]) for row in chosen
    ]


def clock(work: Callable[[], object]) -> float:
    """CPU milliseconds of one call; the least of a few rounds, since noise only adds."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        times.append(1000 * (time.process_time() - start))
    return min(times)


def main() -> None:
    """Time both, page by page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int, default=1000)
    given = parser.parse_args()
    analyzer = Analyzer()
    pages = articles(given.folder, given.limit)
    analyzer.analyze(*pages[0])
    ours, theirs = [], []
    for html, url in pages:
        ours.append(clock(lambda html=html, url=url: analyzer.analyze(html, url).to_dict()))  # type: ignore[misc]
        theirs.append(clock(lambda html=html: trafilatura.extract(html)))  # type: ignore[misc]
    ratios = [own / other for own, other in zip(ours, theirs, strict=True) if other]
    print(f"{len(pages)} pages, CPU ms per page (least of {ROUNDS} rounds)")
    for name, times in (("undertone", ours), ("trafilatura alone", theirs)):
        print(f"{name:18} median {statistics.median(times):6.1f}   p95 {statistics.quantiles(times, n=20)[-1]:6.1f}")
    print(f"ratio              median {statistics.median(ratios):6.2f}")


if __name__ == "__main__":
    main()
