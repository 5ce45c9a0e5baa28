"""CPU time per page: the analysis with and without the model beside trafilatura alone, on the same pages in one run.

Usage: `python -m benchmarks.pages FOLDER [--limit N]` (the folder holds `pages.jsonl` and the pages it names). Prints
medians, 95th percentiles and the ratio page by page; absolute times on a shared machine are noise, ratios are not.
"""

import argparse
import gzip
import json
import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import trafilatura

from detector import Analyzer, Page

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
    """Time all three, page by page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int, default=1000)
    given = parser.parse_args()
    pages = articles(given.folder, given.limit)
    with_model, by_rules = Analyzer(), Analyzer(model=None)
    works: dict[str, Callable[[str, str | None], object]] = {
        "trafilatura alone": lambda html, _: trafilatura.extract(html),
        "without the model": lambda html, url: by_rules.analyze(Page(html, url)).to_dict(),
        "with the model": lambda html, url: with_model.analyze(Page(html, url)).to_dict(),
    }
    times: dict[str, list[float]] = {name: [] for name in works}
    for html, url in pages:
        for name, work in works.items():
            times[name].append(clock(partial(work, html, url)))
    print(f"{len(pages)} pages, CPU ms per page (least of {ROUNDS} rounds)")
    alone = times["trafilatura alone"]
    for name, own in times.items():
        ratio = statistics.median(mine / other for mine, other in zip(own, alone, strict=True) if other)
        tail = statistics.quantiles(own, n=20)[-1]
        print(f"{name:18} median {statistics.median(own):6.1f}   p95 {tail:6.1f}   ratio {ratio:5.2f}")


if __name__ == "__main__":
    main()
