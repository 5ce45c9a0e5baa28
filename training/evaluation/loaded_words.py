"""How good the marks of wording are in a language other than English:
`python -m training.evaluation.loaded_words DATA_FOLDER LANGUAGE [--plain FILE] [--held-out] [--part PART] [--write]
[--show N]`.

DATA_FOLDER holds `semeval23_multilingual.jsonl` (SemEval-2023 task 3), whose spans of loaded language, name calling,
exaggeration and other techniques that lie in single words are what a mark should touch; a mark counts as right where
it touches any span of these. `--held-out` measures every second article, which nobody looks at while writing rules.
`--part dev` or `--part test` measures rules and network together on the articles that the network was not trained on;
its thresholds (`marks` in settings.toml) were chosen on the former. `--write` keeps precision and recall with its
figures.
`--plain` is a file of articles (`text`, `language`) as agencies write: how many marks there are in 1,000 words.
"""

import argparse
import json
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from detector import Analyzer, Text
from detector.encoder import MULTILINGUAL
from detector.encoder.card import FIGURES
from detector.schema.report import Report
from training.data.corpora import rows
from training.data.examples import Part
from training.data.multilingual import semeval_part

WORDS = frozenset({"Loaded_Language", "Name_Calling-Labeling", "Exaggeration-Minimisation"})  # to be found
TOUCHED = WORDS | {  # what a mark may rightly touch beside
    *("Questioning_the_Reputation", "Doubt", "Appeal_to_Fear-Prejudice", "Flag_Waving", "Slogans"),
    *("Conversation_Killer", "Guilt_by_Association", "Appeal_to_Hypocrisy", "Appeal_to_Values"),
}
BEFORE, BEHIND = 60, 40  # characters shown
PLAIN = 1000  # words


def is_held_out(article: str) -> bool:
    """Whether an article is kept from whoever writes rules: every second one is."""
    return zlib.crc32(article.encode()) % 2 == 0


def marks(report: Report) -> Iterator[tuple[int, int, str]]:
    """Where the author's own words are marked for their wording, and by which rule."""
    for each in report.findings:
        if each.dimension == "wording" and each.scored and each.unit == "words":
            yield each.start, each.end, each.rule


def places(read: str, text: str) -> Mapping[int, int]:
    """Where each letter of a text as it was read stands in the text as it was given, which differs in its spaces."""
    one, other = ([at for at, letter in enumerate(each) if not letter.isspace()] for each in (read, text))
    return dict(zip(one, other, strict=False))


def measure(analyzer: Analyzer, row: Mapping[str, Any]) -> tuple[Counter[str], list[str]]:
    """Counts for one article, and lines that show the marks nobody else made."""
    text = str(row["text"])
    report = analyzer.analyze(Text(text, ""))
    place = places(report.document.text or "", text)
    found = [(place[start], place[end - 1] + 1, rule) for start, end, rule in marks(report)]
    counts, shown = Counter[str](), list[str]()
    for start, end, rule in found:
        right = any(
            span["start"] < end and start < span["end"] for span in row["spans"] if span["technique"] in TOUCHED
        )
        counts.update({"marks": 1, "right": int(right), f"{rule} marks": 1, f"{rule} right": int(right)})
        if not right:
            shown.append(
                f"{rule}: …{text[max(0, start - BEFORE) : start]}[{text[start:end]}]{text[end : end + BEHIND]}"
            )
    for span in row["spans"]:
        if span["technique"] in WORDS:
            counts["spans"] += 1
            counts["spans found"] += any(start < span["end"] and span["start"] < end for start, end, _ in found)
    return counts, shown


def on_plain(analyzer: Analyzer, texts: Sequence[str]) -> tuple[float, list[str]]:
    """Marks in 1,000 words of plain news, and each mark with its rule."""
    words, shown = 0, list[str]()
    for text in texts:
        report = analyzer.analyze(Text(text, ""))
        words += report.document.words
        shown += [f"{rule}: {text_around(report, start, end)}" for start, end, rule in marks(report)]
    return len(shown) * PLAIN / max(1, words), shown


def text_around(report: Report, start: int, end: int) -> str:
    """A mark with what stands around it."""
    text = report.document.text or ""
    return f"…{text[max(0, start - BEFORE) : start]}[{text[start:end]}]{text[end : end + BEHIND]}".replace("\n", " ")


def keep(language: str, counts: Mapping[str, int]) -> None:
    """Write precision and recall into the figures of the network for other languages."""
    path = MULTILINGUAL / FIGURES
    figures = json.loads(path.read_text(encoding="utf-8"))
    shares = {"precision": ("right", "marks"), "recall": ("spans found", "spans")}
    told = {name: round(counts[part] / max(1, counts[whole]), 3) for name, (part, whole) in shares.items()}
    figures[f"marks {language}"] = {"marks": counts["marks"], "spans": counts["spans"], **told}
    path.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Print precision and recall, the rules one by one, and the marks in plain news."""
    parser = argparse.ArgumentParser(description="Measure the marks of wording in a language.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("language")
    parser.add_argument("--plain", type=Path)
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument("--part", choices=[Part.DEV, Part.TEST])
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--show", type=int, default=0)
    given = parser.parse_args()
    analyzer = Analyzer() if given.part else Analyzer(model=None)
    counts, shown = Counter[str](), list[str]()
    for row in rows(given.folder / "semeval23_multilingual.jsonl"):
        asked = semeval_part(row) is Part(given.part) if given.part else is_held_out(row["id"]) == given.held_out
        if row["language"] == given.language and asked:
            each, lines = measure(analyzer, row)
            counts.update(each)
            shown += lines
    if given.write:
        keep(given.language, counts)
    print(f"precision {counts['right'] / max(1, counts['marks']):.3f} of {counts['marks']} marks")
    print(f"recall    {counts['spans found'] / max(1, counts['spans']):.3f} of {counts['spans']} spans")
    for name in sorted(name for name in counts if name.endswith(" marks")):
        rule = name.removesuffix(" marks")
        print(f"  {rule:32}{counts[name]:5} {counts[f'{rule} right'] / counts[name]:.2f}")
    print("\n".join(shown[: given.show]))
    if given.plain:
        texts = [row["text"] for row in rows(given.plain) if row.get("language", given.language) == given.language]
        rate, found = on_plain(analyzer, texts)
        print(f"plain news: {rate:.2f} marks in {PLAIN} words of {len(texts)} articles")
        print("\n".join(found[: given.show]))


if __name__ == "__main__":
    main()
