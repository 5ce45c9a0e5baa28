"""Makes or refreshes `expected.json` of the golden pages: `python tools/golden.py [slug ...]`, all without a slug.

Look at the difference before you commit it: what stands there is what Undertone ought to say of a page.
"""

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from detector import Analyzer

ROOT = Path(__file__).parents[1]
HERE = ROOT / "tests" / "pages"
SAMPLE = ROOT / "server" / "service" / "static" / "sample.html"  # golden too, but kept where the server finds it


def pages() -> dict[str, Path]:
    """Every golden page by its slug."""
    return {path.parent.name: path for path in sorted(HERE.glob("*/page.html"))} | {"sample": SAMPLE}


def expected(slug: str) -> Path:
    """Where the expectation of a page is kept."""
    return HERE / slug / "expected.json"


def reduce(report: dict[str, Any]) -> dict[str, Any]:
    """What of a report (the wire form) matters and stays the same while scores are tuned: words, not figures."""
    document = report["document"]
    return {
        **{key: document[key] for key in ("title", "kicker", "byline", "published")},
        "language": document["language"]["code"],
        "is_article": document["article"]["is_article"],
        "genre": document["genre"]["label"],
        "notices": sorted(notice["code"] for notice in document["notices"]),
        "levels": report["summary"]["levels"],
        "sources": [
            {key: source[key] for key in ("name", "kind", "identified", "side")} for source in report["sources"]
        ],
        "never_heard": report["scores"]["sourcing"]["facts"].get("never_heard", []),
        "links": [link["site"] for link in report["links"]] if report["links"] is not None else None,
        "quotes": dict(sorted(Counter(quote["style"] for quote in report["quotes"]).items())),
        "findings": [_finding(report, finding) for finding in report["findings"]],
    }


def _finding(report: dict[str, Any], finding: dict[str, Any]) -> dict[str, Any]:
    names = {source["id"]: source["name"] for source in report["sources"]}
    voice = finding["voice"]
    return {
        "rule": finding["rule"],
        "exact": finding["exact"],
        "voice": names.get(voice["source"], voice["kind"]),
        "scored": finding["scored"],
    }


def write(slug: str, path: Path, analyzer: Analyzer) -> None:
    """Write the expectation of one page from what Undertone says of it now."""
    report = analyzer.analyze(path.read_text(encoding="utf-8")).to_dict()
    target = expected(slug)
    target.parent.mkdir(exist_ok=True)
    target.write_text(json.dumps(reduce(report), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def main(slugs: list[str]) -> None:
    """Write the expectations of the pages named, or of all."""
    known = pages()
    unknown = sorted(set(slugs) - known.keys())
    if unknown:
        sys.exit(f"No golden page {', '.join(unknown)}. There are: {', '.join(known)}.")
    analyzer = Analyzer()
    for slug in slugs or known:
        write(slug, known[slug], analyzer)


if __name__ == "__main__":
    main(sys.argv[1:])
