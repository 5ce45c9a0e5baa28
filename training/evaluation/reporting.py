"""How well rules tell who says what in a language without a trained tagger:
`python -m training.evaluation.reporting FOLDER [--file dev.jsonl] [--language de] [--show N]`.

FOLDER holds articles one a line: `text` and `quotes`, each with `type`, `content_spans`, `cue_spans` and `source_spans`
(offsets are code points), as Petersen-Frey and Biemann 2024 annotate German news. Measured are attributed words
(precision, recall, F); the share of direct quotations whose words are found to be somebody's; and the share of right
sources among the quotations that are found to half of their words and have a source. `--show` prints that many of what
was missed and what was found too much.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from detector import attribution, languages
from detector.article import Quotation, Span
from detector.text import prose
from training.evaluation.attributions import HALF, SMALL
from training.evaluation.marks import article_of, indices

DIRECT = "direct"
BEFORE, BEHIND = 90, 150  # characters shown


def words_of(text: str) -> list[Span]:
    """The words of a text: runs of letters and digits."""
    found, start = list[Span](), -1
    for index, letter in enumerate(f"{text} "):
        if letter.isalnum():
            start = index if start < 0 else start
        elif start >= 0:
            found.append(Span(start, index))
            start = -1
    return found


def spans(pairs: Sequence[Sequence[int]]) -> list[Span]:
    """Pairs of offsets as spans."""
    return [Span(*pair) for pair in pairs]


def measure(row: Mapping[str, Any], language: str) -> tuple[Counter[str], list[str]]:
    """Counts for one article, to be added up over many, and lines that show what differs."""
    text: str = row["text"]
    words, article, pack = words_of(text), article_of(text), languages.pack_for(language)
    read = prose.read_prose(article, pack)
    found = attribution.attribute(article, read, pack)
    gold = [(quote, indices(words, spans(quote["content_spans"]))) for quote in row["quotes"]]
    given = [(quote, indices(words, quote.content)) for quote in found.quotations]
    said = frozenset[int]().union(*(each for _, each in gold))
    claimed = frozenset[int]().union(*(each for _, each in given))
    counts = Counter({"hit": len(said & claimed), "gold": len(said), "found": len(claimed)})
    marked = claimed | indices(words, read.quoted)
    for quote, own in gold:
        kind = str(quote["type"]).lower()
        counts[f"{kind} words"] += len(own)
        counts[f"{kind} words hit"] += len(own & claimed)
        if kind == DIRECT:
            counts["direct"] += 1
            counts["direct hit"] += bool(own) and len(own & marked) >= HALF * len(own)
        match = max(given, key=lambda each: _overlap(own, each[1]), default=None)
        if quote["source_spans"] and match is not None and own and len(own & match[1]) >= HALF * len(own):
            counts["source"] += 1
            counts["source hit"] += same(text, words, spans(quote["source_spans"]), match[0], found)
    return counts, list(_differences(text, words, gold, given))


def _overlap(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / max(1, len(one | other)) + len(one & other) / max(1, len(one)) if one & other else 0.0


def same(
    text: str, words: Sequence[Span], gold: Sequence[Span], quote: Quotation, found: attribution.Attribution
) -> bool:
    """Whether the source found, as it stands there or under its best name, shares a telling word with the marked one,
    or is the one that a pronoun there takes up."""
    source = next((each for each in found.sources if each.id == quote.source), None)
    marked = {words[index].of(text).lower() for index in indices(words, gold)} - SMALL
    places = [quote.source_span] if quote.source_span else []
    places += list(source.mentions) if source is not None else []
    own = {words[index].of(text).lower() for index in indices(words, places)}
    return bool(marked & (own | set((source.name if source else "").lower().split())))


Held = Sequence[tuple[Any, frozenset[int]]]  # quotations, each with its words


def _differences(text: str, words: Sequence[Span], gold: Held, given: Held) -> Iterator[str]:
    """What of the marked is not found, and what is found that nobody marked, each with some text before it."""
    said = frozenset[int]().union(*(each for _, each in gold))
    claimed = frozenset[int]().union(*(each for _, each in given))
    for quote, own in gold:
        if own and len(own & claimed) < HALF * len(own):
            cues = [span.of(text) for span in spans(quote["cue_spans"])]
            yield f"MISSED {quote['type']} {cues} … {_shown(text, words, own)!r}"
    for quote, own in given:
        if own and len(own & said) < HALF * len(own):
            cues = [span.of(text) for span in quote.cue]
            source = quote.source_span.of(text) if quote.source_span else None
            yield f"EXTRA {quote.style} {cues} {source!r} … {_shown(text, words, own)!r}"


def _shown(text: str, words: Sequence[Span], own: frozenset[int]) -> str:
    start, end = words[min(own)].start, words[max(own)].end
    return text[max(0, start - BEFORE) : min(end, start + BEHIND)]


def figures(counts: Counter[str]) -> dict[str, float]:
    """The table of figures."""
    precision, recall = counts["hit"] / max(1, counts["found"]), counts["hit"] / max(1, counts["gold"])
    table = {
        "word P": precision,
        "word R": recall,
        "word F": 2 * precision * recall / max(1e-9, precision + recall),
        "direct found": counts["direct hit"] / max(1, counts["direct"]),
        "source right": counts["source hit"] / max(1, counts["source"]),
    }
    for name in counts:
        if name.endswith(" words"):
            table[f"{name.removesuffix(' words')} words found"] = counts[f"{name} hit"] / counts[name]
    return table


def main() -> None:
    """Measure the articles of a file and print the table."""
    parser = argparse.ArgumentParser(description="Measure attribution by rules on marked articles.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--file", default="dev.jsonl")
    parser.add_argument("--language", default="de")
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    counts, lines = Counter[str](), list[str]()
    for line in (options.folder / options.file).read_text(encoding="utf-8").splitlines():
        each, differing = measure(json.loads(line), options.language)
        counts.update(each)
        lines.extend(differing)
    for text in lines[: options.show]:
        print(text)
    for name, value in figures(counts).items():
        print(f"{name:32}{value:8.3f}")


if __name__ == "__main__":
    main()
