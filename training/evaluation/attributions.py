"""How well attribution finds who says what, on marked articles: `python -m training.evaluation.attributions FOLDER
[--limit N]`.

FOLDER holds `dev.jsonl` (or another file, `--file`) with one article a line: `text`, `title` and `quotes`, each with
`content_spans`, `source_spans`, `type`; offsets are code points of `text`. Measures after Newell et al. 2018 (PolNeAR):
attributed words, spans matched one to one at an overlap of half their words, style, source among the matched; then how
an article's sources share its words, and whose voice its words are counted as (`training.tagger.shares`). `--layer`
measures the rules or the tagger alone.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from detector.article import Prose, Span
from detector.attribution import RawQuotation, resolve
from detector.attribution.entities import context
from detector.attribution.extraction import content_bounds, content_confidence, merge, set_off, speech_acts
from detector.attribution.extraction.rules import extractor
from detector.attribution.extraction.tagger import tagger
from detector.attribution.extraction.tagger.crf import ConditionalRandomField
from detector.attribution.tokens import token_table as columns
from detector.languages.en import GRAMMAR, PACK
from detector.text import prose
from training.evaluation.marks import Mark, article_of, found_marks, gold_marks, raw_marks
from training.tagger import shares
from training.tagger.shares import Portions

WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9'’\-]*")
STYLES = ("direct", "mixed", "indirect")
HALF = 0.5
SMALL = frozenset(
    "the a an and of in on for to at by with his her their its our my mr mrs ms dr sen rep gov president".split()
)
PRONOUNS = frozenset("he she they it we i who which".split())


Extractor = Callable[[Prose], Sequence[RawQuotation]]


def layers(model: ConditionalRandomField) -> Mapping[str, Extractor]:
    """The rules by themselves, the tagger by itself (the rules among its features), and both united, with what markup
    and layout give to speakers."""

    def ruled(read: Prose) -> Sequence[RawQuotation]:
        return extractor.extract(columns.tabulate(read, GRAMMAR))

    def tagged(read: Prose) -> Sequence[RawQuotation]:
        words = columns.tabulate(read, GRAMMAR)
        return tagger.label(model, words, extractor.extract(words)).quotations

    def united(read: Prose) -> Sequence[RawQuotation]:
        words = columns.tabulate(read, GRAMMAR)
        found = extractor.extract(words)
        tagging = tagger.label(model, words, found)
        tagged = speech_acts.mark_sourced(words, tagging.quotations)
        merged = content_bounds.trim(words, merge.merge_quotations(tagged, found))
        judged = content_confidence.judge_content(words, speech_acts.mark_statements(words, merged), tagging.said)
        return set_off.together(read, set_off.find_quotations(context.build_context(words), read), judged)

    return {"rules": ruled, "tagger": tagged, "union": united}


def pair(gold: Sequence[Mark], found: Sequence[Mark]) -> list[tuple[Mark, Mark]]:
    """Marks matched one to one, the best overlap of words first, down to a half."""
    scored = [
        (len(one.words & other.words) / len(one.words | other.words), i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(found)
        if one.words & other.words
    ]
    pairs: dict[int, int] = {}
    for score, i, j in sorted(scored, reverse=True):
        if score >= HALF and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return [(gold[i], found[j]) for i, j in pairs.items()]


def same_source(text: str, gold: Mark, found: Mark) -> bool:
    """Whether two sources share a word of the text, or a capitalised word by its letters."""
    one, other = list(_words(text, gold.source)), list(_words(text, found.source))
    telling = {span for span in one if span.of(text).lower() not in SMALL} or set(one)
    if telling & set(other):
        return True
    names = {_bare(span.of(text)) for span in telling if span.of(text)[0].isupper()}
    return bool(names & {_bare(span.of(text)) for span in other} - PRONOUNS)


def _bare(word: str) -> str:
    return word.lower().removesuffix("'s").removesuffix("’s")


def _words(text: str, pieces: Sequence[Span]) -> Iterator[Span]:
    for piece in pieces:
        for match in WORD.finditer(text, piece.start, piece.end):
            yield Span(*match.span())


Measured = tuple[Counter[str], tuple[Portions, Portions]]


def measure(row: Mapping[str, Any], extract: Extractor) -> Measured:
    """Counts for one article, to be added up over many, and its portions, gold and found."""
    text: str = row["text"]
    words = [Span(*match.span()) for match in WORD.finditer(text)]
    page = article_of(text)
    read = prose.read_prose(page, PACK)
    result = resolve(read, extract(read), GRAMMAR)
    marks = gold_marks(row, words), found_marks(result, words)
    said = frozenset[int]().union(*(mark.words for mark in marks[0]))
    counts = count(text, *marks)
    quoted, voiced = shares.within(words, read.quoted), shares.spoken(words, result.voices)
    counts.update(shares.misplaced(said, quoted, len(words), voiced))
    return counts, (shares.portions(resolve(read, raw_marks(row), GRAMMAR)), shares.portions(result))


def count(text: str, gold: Sequence[Mark], found: Sequence[Mark]) -> Counter[str]:
    """Words, spans, styles and sources of one article, gold against found."""
    said = frozenset[int]().union(*(mark.words for mark in gold))
    claimed = frozenset[int]().union(*(mark.words for mark in found))
    counts = Counter({"word hit": len(said & claimed), "word gold": len(said), "word found": len(claimed)})
    counts += Counter(f"{mark.style} gold" for mark in gold) + Counter(f"{mark.style} found" for mark in found)
    for one, other in pair(gold, found):
        counts += Counter(["span hit", f"{one.style} hit"])
        counts[f"{other.style} right"] += 1
        if one.source:
            counts["source gold"] += 1
            counts["source hit"] += same_source(text, one, other)
    spoken, thought = (_words_of(gold, kind) for kind in (True, False))
    stated = _words_of(found, True) - (thought - spoken)
    counts.update({"speech hit": len(spoken & stated), "speech gold": len(spoken), "speech found": len(stated)})
    counts.update({"span gold": len(gold), "span found": len(found)})
    return counts


def _words_of(marks: Sequence[Mark], speech: bool) -> frozenset[int]:
    return frozenset[int]().union(*(mark.words for mark in marks if mark.speech is speech))


def figures(counts: Counter[str]) -> dict[str, float]:
    """Precision, recall and F of words, of words of speech (what is found of marked thoughts left out) and of spans, F
    of each style, the share of right sources, and the shares of words in the wrong voice."""
    table: dict[str, float] = {}
    for name in ("word", "speech", "span"):
        precision = counts[f"{name} hit"] / max(1, counts[f"{name} found"])
        recall = counts[f"{name} hit"] / max(1, counts[f"{name} gold"])
        table |= {f"{name} P": precision, f"{name} R": recall, f"{name} F": _mean(precision, recall)}
    for style in STYLES:
        precision = counts[f"{style} right"] / max(1, counts[f"{style} found"])
        table[f"{style} F"] = _mean(precision, counts[f"{style} hit"] / max(1, counts[f"{style} gold"]))
    table["source right"] = counts["source hit"] / max(1, counts["source gold"])
    table["author given"] = counts["author given"] / max(1, counts["author words"])
    table["quoted lost"] = counts["quoted lost"] / max(1, counts["quoted words"])
    return table


def total(rows: Iterable[Mapping[str, Any]], extract: Extractor) -> dict[str, float]:
    """The whole table for many articles."""
    measured = [measure(row, extract) for row in rows]
    counts: Counter[str] = Counter()
    for each, _ in measured:
        counts.update(each)
    return figures(counts) | shares.compare([portions for _, portions in measured])


def _mean(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def main() -> None:
    """Measure the articles of a file and print the table."""
    parser = argparse.ArgumentParser(description="Measure attribution on marked articles.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--file", default="dev.jsonl")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--layer", choices=("rules", "tagger", "union"), default="union")
    options = parser.parse_args()
    lines = (options.folder / options.file).read_text(encoding="utf-8").splitlines()[: options.limit]
    extract = layers(tagger.load(GRAMMAR))[options.layer]
    for name, value in total(map(json.loads, lines), extract).items():
        print(f"{name:16}{value:8.3f}")


if __name__ == "__main__":
    main()
