"""Marked articles as sequences of features and labels.

A file holds one article a line: `text`, `publisher` and `quotes`, each with `content_spans`, `source_spans` and
`cue_spans`; offsets are code points of `text`.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pycrfsuite

from detector.article import Span
from detector.attribution.extraction.rules import extractor
from detector.attribution.extraction.tagger import features
from detector.attribution.syntax.noun_phrases import Phrase
from detector.attribution.tokens import token_table as columns
from detector.attribution.tokens.token_table import TokenTable
from detector.attribution.tokens.types import RawQuotation
from detector.languages.en import GRAMMAR, PACK
from detector.text import prose
from training.evaluation.marks import article_of


@dataclass(frozen=True, slots=True)
class Marked:
    """One marked article: its row, its words, what the rules find in it, and the label of each token."""

    row: Mapping[str, Any]
    words: TokenTable
    ruled: tuple[RawQuotation, ...]
    labels: tuple[str, ...]


def label(words: TokenTable, row: Mapping[str, Any]) -> tuple[str, ...]:
    """The gold label of each token: O, or B- or I- with S for source, U for cue, or a sort of content (see
    `detector.attribution.extraction.tagger.linking`)."""
    labels = ["O"] * len(words.raw)
    for quote in row["quotes"]:
        cues = [_tokens(words, pair) for pair in quote["cue_spans"]]
        for pair in quote["content_spans"]:
            phrase = _tokens(words, pair)
            _lay(labels, phrase, _side(words, phrase, cues))
        for sort, pairs in (("S", quote["source_spans"]), ("U", quote["cue_spans"])):
            for pair in pairs:
                _lay(labels, _tokens(words, pair), sort)
    return tuple(labels)


def _tokens(words: TokenTable, pair: Sequence[int]) -> Phrase:
    """The tokens of a stretch of text, the one that it begins in the middle of included."""
    first, last = words.tokens_within(Span(*pair))
    return first - (bool(first) and words.end[first - 1] > pair[0]), last


def _lay(labels: list[str], phrase: Phrase, sort: str) -> None:
    for index in range(*phrase):
        labels[index] = f"{'I' if index > phrase[0] else 'B'}-{sort}"


def _side(words: TokenTable, content: Phrase, cues: Sequence[Phrase]) -> str:
    """On which side of its cue the content stands; N where its sentence holds none."""
    if content[0] >= content[1]:
        return "N"
    first, last = words.unit_of[content[0]], words.unit_of[content[1] - 1]
    near = [cue for cue in cues if cue[0] < len(words.raw) and first <= words.unit_of[cue[0]] <= last]
    return "N" if not near else "L" if content[0] < near[0][0] else "R"


def read(path: Path) -> Iterator[Marked]:
    """The articles of a file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            words = columns.tabulate(prose.read_prose(article_of(row["text"]), PACK), GRAMMAR)
            yield Marked(row, words, extractor.extract(words), label(words, row))


def sequences(article: Marked) -> Iterator[tuple[pycrfsuite.ItemSequence, tuple[str, ...]]]:
    """The blocks of an article as features with their labels."""
    layout = features.lay_out(article.words, article.ruled)
    for first, last in layout.blocks:
        yield pycrfsuite.ItemSequence(layout.features((first, last))), article.labels[first:last]
