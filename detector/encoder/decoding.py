"""Turns the word pieces' probabilities into scored words and technique spans."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from detector import languages
from detector.encoder.log_odds import logits
from detector.encoder.network import Pass
from detector.encoder.values import Floats, WordScore

LEADING = " ,;:.!?)–—-"
TRAILING = " ,;:(–—-"
APOSTROPHE = re.compile("['’]")
WORD = re.compile(r"\w+(?:['’-]\w+)*")
Pieces = tuple[int, int]  # word pieces `[first, last)`


@dataclass(frozen=True, slots=True)
class WordHead:
    """Whether a word is loaded, from what several token heads say of it, how far it is below the strongest word of its
    sentence, and how loaded the sentence is: the places of the token heads, the word head first, and of the sentence
    head; weights (4 x inputs) and biases of four logits: that experts mark a word that no rule flags, that they mark
    one that a rule flags, that an editor marks one that no rule flags, and that an editor marks one in a headline."""

    heads: tuple[int, ...]
    sentence: int
    weights: Floats
    biases: Floats

    def judge(self, read: Pass, words: Sequence[Pieces]) -> Floats:
        """Four probabilities for each of `words`, by their word pieces."""
        inputs = word_inputs(read, words, self.heads, self.sentence)
        return np.asarray(1 / (1 + np.exp(-(inputs @ self.weights.T + self.biases))), np.float32)


def word_inputs(read: Pass, words: Sequence[Pieces], heads: Sequence[int], sentence: int) -> Floats:
    """What the judgement of a sentence's words rests on, one row a word: the log-odds that its pieces reach under each
    of the token `heads`, those of the sentence head, and by how much it is below the strongest word."""
    if not words:
        return np.empty((0, len(heads) + 2), np.float32)
    odds = logits(_highest(read.token[:, heads], words))
    loaded = np.full(len(odds), logits(read.sentence[sentence]))
    return np.column_stack([odds, loaded, odds[:, 0].max() - odds[:, 0]]).astype(np.float32)


def words(text: str, read: Pass, head: WordHead, passed_over: Collection[str] | None = None) -> tuple[WordScore, ...]:
    """Every word of `text` with its probabilities; a function word (the, of, has; those `passed_over`) carries no load
    of its own, nor does one without a word piece: all are 0."""
    found = list(pieces(text, read.offsets, passed_over))
    judged = iter(head.judge(read, [(first, last) for _, first, last in found if first < last]).tolist())
    plain = [0.0] * len(head.biases)
    return tuple(WordScore(*span, *(next(judged) if first < last else plain)) for span, first, last in found)


def _highest(scores: Floats, words: Sequence[Pieces]) -> Floats:
    """The highest of each column over the word pieces of each of `words`."""
    edges, padded = np.ravel(words), np.concatenate([scores, np.zeros_like(scores[:1])])
    return np.asarray(np.maximum.reduceat(padded, edges, axis=0)[::2], np.float32)


def pieces(
    text: str, offsets: Sequence[tuple[int, int]], passed_over: Collection[str] | None = None
) -> Iterator[tuple[tuple[int, int], int, int]]:
    """Every word of `text`, with its word pieces `[first, last)`; with none for a function word: one of `passed_over`,
    by default of those of the languages that the model reads."""
    place, passed_over = 0, languages.function_words() if passed_over is None else passed_over
    for match in WORD.finditer(text):
        start, end = match.span()
        while place < len(offsets) and offsets[place][1] <= start:
            place += 1
        first = place
        while place < len(offsets) and offsets[place][0] < end:
            place += 1
        plain = APOSTROPHE.split(match.group().lower())[0] in passed_over
        yield (start, end), first, first if plain else place


def runs(marked: Sequence[bool], gap: int) -> Iterator[tuple[int, int]]:
    """Half-open runs of marked places, joined where at most `gap` unmarked places lie between."""
    start, end = -1, -1
    for place, mark in enumerate(marked):
        if not mark:
            continue
        if start >= 0 and place - end > gap:
            yield start, end
            start = place
        elif start < 0:
            start = place
        end = place + 1
    if start >= 0:
        yield start, end


@dataclass(frozen=True, slots=True)
class SpanRule:
    """Which word pieces make a span: probability `threshold` or more under token head `head`, runs joined over `gap`
    pieces."""

    head: int
    threshold: float
    gap: int


@dataclass(frozen=True, slots=True)
class Run:
    """A span of characters `[start, end)` of the text, and its word pieces `[first, last)`."""

    start: int
    end: int
    first: int
    last: int


def spans(text: str, read: Pass, rule: SpanRule) -> tuple[Run, ...]:
    """The spans of `text`, widened to whole words and trimmed of punctuation."""
    found = []
    for first, last in runs([bool(p >= rule.threshold) for p in read.token[:, rule.head]], rule.gap):
        start, end = _whole(text, read.offsets[first][0], read.offsets[last - 1][1])
        if start < end:
            found.append(Run(start, end, first, last))
    return tuple(found)


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """`[start, end)` widened to whole words, then without punctuation and blanks at its edges."""
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    while start < end and text[start] in LEADING:
        start += 1
    while start < end and text[end - 1] in TRAILING:
        end -= 1
    return start, end
