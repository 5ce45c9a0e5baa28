"""Which technique a given span is: a linear choice over what the network says about its word pieces, its length, its
sentence, how often the same words come again in the article, and how the span is put."""

from dataclasses import dataclass

import numpy as np

from detector.encoder.log_odds import logits
from detector.encoder.values import Floats

HEADS = 16  # the first token heads: word, span and fourteen techniques (PTC); later ones are of other use
BEHIND = 3  # characters after a span that belong to its manner: a closing quotation mark, a full stop


def shares(scores: Floats) -> Floats:
    """Softmax of `scores`, which sums to 1."""
    grown = np.exp(scores - scores.max())
    return np.asarray(grown / grown.sum(), np.float32)


def manner(text: str, start: int, end: int, article: str) -> Floats:
    """How the span `[start, end)` of `text` is put: how often its words come again in `article` (logarithm), and 0 or 1
    for an exclamation mark in it or right behind it, and for a single word."""
    words, near = text[start:end], text[start : end + BEHIND]
    return np.array([np.log1p(repeats(words, article)), "!" in near, len(words.split()) == 1], np.float32)


def features(pieces: Floats, judged: Floats, put: Floats) -> Floats:
    """What the choice rests on: `pieces` are the span's rows of token probabilities (word and span head first),
    `judged` the probabilities of its sentence's first six heads, `put` its `manner`."""
    odds = logits(pieces[:, :HEADS])
    length = float(np.log(len(pieces)))
    size = [length, length**2, float(len(pieces) <= 2), float(len(pieces) <= 4)]
    parts = (odds[:, 2:].mean(0), odds[:, 2:].max(0), odds[:, :2].mean(0), np.array(size), put, judged[:6])
    return np.concatenate(parts).astype(np.float32)


@dataclass(frozen=True, slots=True)
class Chooser:
    """Named techniques: weights (names x features) and biases."""

    names: tuple[str, ...]
    weights: Floats
    biases: Floats

    def choose(self, found: Floats) -> tuple[str, float]:
        """The likeliest technique for `features` and its share among all, 0..1."""
        likely = shares(self.weights @ found + self.biases)
        best = int(likely.argmax())
        return self.names[best], float(likely[best])


def repeats(words: str, text: str) -> int:
    """How often `words` come in `text` beyond once, whatever their case."""
    return max(0, text.lower().count(words.lower().strip()) - 1)
