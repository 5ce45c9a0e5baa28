"""How many of an editor's claims stand among those of a report, and how often it is right who makes them.
`python -m training.evaluation.claims --gold FILE [--data FOLDER] [--no-model]`

With a folder of articles also in how many of them the claims stay, and stay in order, when the parties of the text
change places.

The gold are annotated articles, a JSON object a line: `title`, `text`, and `claims`, each the first words of a
sentence, then ` || ` and who makes it (`author`, or the name of a source).
"""

import argparse
import json
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from detector import Analyzer, Text, encoder
from detector.schema import Claim, Report
from training.data.swaps import apply, edits
from training.evaluation.reference import rows
from training.evaluation.symmetry import swap

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


def _listed(analyzer: Analyzer, title: str, text: str) -> list[int]:
    """Which sentences of a text are its claims, by number, in order."""
    reading = analyzer.examine(Text(text, title)).reading
    starts = [sentence.span.start for sentence in reading.prose.sentences]
    return [bisect_right(starts, claim.span.start) for claim in reading.claims]


def kept(analyzer: Analyzer, articles: Iterable[tuple[str, str]], change: Callable[[str], str]) -> dict[str, float]:
    """In what share of articles, each a title and a text, the same sentences are claims after `change`, and in the
    same order."""
    pairs = [
        (_listed(analyzer, title, text), _listed(analyzer, change(title), change(text))) for title, text in articles
    ]
    same, ordered = sum(set(a) == set(b) for a, b in pairs), sum(a == b for a, b in pairs)
    return {"articles": len(pairs), "same": same / max(1, len(pairs)), "same order": ordered / max(1, len(pairs))}


def crossed(text: str) -> str:
    """`text` with its parties, nations, men and women in each other's places."""
    return apply(text, edits(text))


def altered(data: Path, limit: int, change: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """Title and body of the first `limit` articles that `change` alters."""
    bodies = ((title, text.removeprefix(title).strip()) for title, text in rows(data / "articles.jsonl"))
    return islice(((title, text) for title, text in bodies if change(text) != text), limit)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--data", type=Path, help="a folder with articles.jsonl, for the change of parties")
    parser.add_argument("--limit", type=int, default=200)
    parser.add_argument("--no-model", action="store_true")
    given = parser.parse_args()
    analyzer = Analyzer(None if given.no_model else encoder.HOME)
    told: dict[str, dict[str, float]] = {"editor": measure(analyzer, given.gold)}
    for name, change in (("crossed", crossed), ("swapped", swap)) if given.data else ():
        told[name] = kept(analyzer, altered(given.data, given.limit, change), change)
    print(json.dumps(told, indent=1))


if __name__ == "__main__":
    main()
