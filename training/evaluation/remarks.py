"""How many of the remarks that a reader is shown are right, by how much is shown (calm, normal, thorough)?

Usage: `python -m training.evaluation.remarks GOLD.jsonl [--pages FOLDER]`. GOLD holds an article a line as an editor
annotated it: `kind` (text or page), `title`, `text`, the words that are `loaded`, `vague`, `headline_marks`, the
`sources` and who is `unheard`; FOLDER the pages, compressed, by `id`. Take articles that nothing was chosen on. The
shares go into the packaged figures, which `/v1/model-card` serves and the panel shows beside its switch.

A remark is right where the editor marked words that it overlaps, or named the party that it misses. Remarks of which
the editor's annotation says nothing (how broadly a story is sourced) are left out. What the model suspects, as the
extension lists it in `panel/suspects.js`, is right where the editor marked a word of the sentence.
"""

import argparse
import gzip
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from detector import Analyzer, Page, Text
from detector.encoder import HOME
from detector.encoder.card import FIGURES
from training.data.annotated import find

SECTION = "remarks as an editor judges them"
SUSPECTED = 0.5  # as LOADED in extension/panel/suspects.js
MISSED = ("sourcing.party-never-heard", "sourcing.opinion-never-asks")
NAMELESS = re.compile(r"sourcing\..*(vague|unnamed|anonym)")
Judged = tuple[str, bool]  # in which of the three it is shown first, and whether it is right
Span = tuple[int, int]


def _meets(span: Span, others: Iterable[Span], reach: int = 0) -> bool:
    return any(span[0] < end + reach and start < span[1] + reach for start, end in others)


def _same(name: str, names: Iterable[str]) -> bool:
    """Whether one of the names holds the other."""
    return any(name.lower() in other.lower() or other.lower() in name.lower() for other in names)


def judge(gold: Mapping[str, Any], report: Mapping[str, Any]) -> Iterator[Judged]:
    """The remarks and suspicions of a report (its wire form, with text and sentences) as the editor sees them."""
    text, title = report["document"]["text"], report["document"]["title"] or ""
    body = len(title) if text.startswith(title) else 0
    loaded = find(text, gold["loaded"])
    taken = list[Span]()
    for finding in report["findings"]:
        span = finding["start"], finding["end"]
        taken.append(span)
        right = _right(finding, span, gold, text, loaded if span[0] >= body else ())
        if right is not None:
            yield "normal" if finding["severity"] == "mild" else "calm", right
    for line in report["sentences"] or ():
        span = line["start"], line["end"]
        own = line["voice"]["kind"] == "author" and line["start"] >= body
        if own and (line["loaded"] or 0) >= SUSPECTED and not _meets(span, taken):
            yield "thorough", _meets(span, loaded)


def _right(
    finding: Mapping[str, Any], span: Span, gold: Mapping[str, Any], text: str, loaded: Iterable[Span]
) -> bool | None:
    """Whether a remark is right; `None` where the editor's annotation cannot tell."""
    if finding["dimension"] == "headline" and finding["scored"]:
        return _meets(span, find(text, gold["headline_marks"])) or bool(gold["headline_gap"])
    if finding["dimension"] == "wording" and finding["scored"]:
        return _meets(span, loaded)
    if finding["rule"] in MISSED:
        return _same(finding["evidence"]["name"], (party["name"] for party in gold["unheard"]))
    if NAMELESS.match(finding["rule"]):
        unnamed = (snippet for one in gold["sources"] if not one["named"] for snippet in one["forms"] + one["said"])
        return _meets(span, find(text, gold["vague"])) or _meets(span, find(text, unnamed), reach=40)
    return None


def shares(judged: Iterable[Judged]) -> dict[str, dict[str, float]]:
    """For each of the three, of how many remarks shown how many are right, and what share that is."""
    held, sums = list(judged), dict[str, dict[str, float]]()
    shown: tuple[str, ...] = ()
    for name in ("calm", "normal", "thorough"):
        shown = (*shown, name)
        of = [right for first, right in held if first in shown]
        sums[name] = {"right": sum(of), "of": len(of), "share": round(sum(of) / max(1, len(of)), 4)}
    return sums


def measure(gold: Path, pages: Path | None) -> dict[str, Any]:
    """The section of the figures."""
    analyzer, judged, count = Analyzer(), list[Judged](), 0
    for line in gold.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        is_page = pages is not None and row["kind"] == "page"
        given = Page(gzip.decompress((pages / row["id"]).read_bytes())) if is_page else Text(row["text"], row["title"])
        judged.extend(judge(row, analyzer.analyze(given).to_dict(include=("text", "sentences"))))
        count += 1
    return {"articles": count, **shares(judged)}


def main() -> None:
    """Measure, print, and keep the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--pages", type=Path)
    given = parser.parse_args()
    path = HOME / FIGURES
    held = json.loads(path.read_text(encoding="utf-8"))
    held[SECTION] = measure(given.gold, given.pages)
    path.write_text(json.dumps(held, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(held[SECTION], indent=1))


if __name__ == "__main__":
    main()
