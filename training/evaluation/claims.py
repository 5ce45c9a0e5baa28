"""How many of an editor's claims stand among those of a report, and how often it is right who makes them.
`python -m training.evaluation.claims --gold FILE [--no-model]`

The gold are annotated articles, a JSON object a line: `title`, `text`, and `claims`, each the first words of a
sentence, then ` || ` and who makes it (`author`, or the name of a source).
"""

import argparse
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from detector import Analyzer, Text, encoder
from detector.schema import Claim, Report

MARK = " || "
START = 40  # characters of a claim by which it is found where its end was shortened
SMALL = frozenset("a an and of the".split())


@dataclass(frozen=True, slots=True)
class Wanted:
    """A claim that an editor would check: where it stands and who makes it, by name, empty for the author."""

    start: int
    end: int
    by: str


def wanted(row: Mapping[str, Any], text: str) -> Iterator[Wanted]:
    """The editor's claims of an article that stand in its `text`."""
    for line in row.get("claims") or ():
        words, _, who = line.partition(MARK)
        start = text.find(words.strip())
        start = text.find(words.strip()[:START]) if start < 0 else start
        if start >= 0:
            yield Wanted(start, start + len(words.strip()), "" if who.lower().startswith("author") else who)


def overlap(claim: Claim, want: Wanted) -> int:
    """How many characters both share."""
    return min(claim.end, want.end) - max(claim.start, want.start)


def is_right(claim: Claim, want: Wanted, report: Report) -> bool:
    """Whether a claim is given to whom the editor gives it: to the author, or to a source that shares a word of its
    name."""
    if claim.by.kind == "author":
        return not want.by
    names = {source.id: source.name for source in report.sources}
    name = names.get(claim.by.source or "", "")
    return bool(want.by) and bool((_words(name) & _words(want.by)) - SMALL)


def _words(name: str) -> set[str]:
    return {word.strip(".,()").lower() for word in name.split()}


def measure(analyzer: Analyzer, path: Path) -> dict[str, float]:
    """The figures over the annotated articles in a file."""
    total = found = right = listed = articles = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        report = analyzer.analyze(Text(row["text"], row.get("title")))
        articles += 1
        listed += len(report.claims)
        for want in wanted(row, report.document.text or ""):
            total += 1
            best = max(report.claims, key=lambda claim: overlap(claim, want), default=None)
            if best is not None and overlap(best, want) > 0:
                found += 1
                right += is_right(best, want, report)
    return {
        "articles": articles,
        "claims of the editor": total,
        "found": found / max(1, total),
        "who makes them": right / max(1, found),
        "listed by article": listed / max(1, articles),
    }


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--no-model", action="store_true")
    given = parser.parse_args()
    analyzer = Analyzer(None if given.no_model else encoder.HOME)
    print(json.dumps(measure(analyzer, given.gold), indent=1))


if __name__ == "__main__":
    main()
