"""Fits what the words of a sentence say of whether it is worth checking: a logistic regression over the stems of plain
words, beside the signs of `detector.dimensions.claims.worth` and the length, whose weights are not kept: those of the
settings stand for them. Part of `python -m training.encoder.check_worthy`.

Names are no words here, and words for parties, nations and genders are left out: who is spoken of moves nothing.
"""

import json
import math
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from detector import rules
from detector.dimensions.claims.words import WORD, plain_stems
from detector.dimensions.claims.worth import PREFIX, SIGNS
from detector.settings import SETTINGS
from training.data.examples import Example, Part
from training.data.swaps import GENDER_TABLE, SIDE_TABLE
from training.evaluation.symmetry import CRUDE, SWAPS

Numbers = NDArray[np.float64]
LEAST = 60  # sentences in which a stem stands; of 30, 60 and 150 as good on the test part as 30, and shorter
PULL = 12.0  # towards 0; better than 4 on both sets
STEPS, CLOSE = 12, 1e-4  # of Newton's method, and a step that no longer matters
LANGUAGES = Path(__file__).parents[2] / "detector" / "languages"


def partial() -> frozenset[str]:
    """The words, in small letters, that say of whom a text speaks: those that change places in a swap."""
    tables = (SIDE_TABLE, GENDER_TABLE, {word: "" for word in SWAPS if word.islower()}, CRUDE)
    return frozenset(word.lower() for table in tables for word in table) | {"democratic"}


class Words:
    """The stems that are learnt, with the weight of each."""

    def __init__(self, examples: Sequence[Example], language: str) -> None:
        book = rules.load(language)
        self._stem = book.pack.morphology.stem
        self._signs = [book.patterns[PREFIX + sign] for sign in SIGNS]
        train = [example for example in examples if example.part is Part.TRAIN]
        counts = Counter(stem for example in train for stem in plain_stems(example.text, self._stem))
        left_out = {self._stem(word) for word in partial()}
        self.stems = [stem for stem in sorted(counts) if counts[stem] >= LEAST and not _names(stem, left_out)]
        self._place = {stem: place for place, stem in enumerate(self.stems)}
        self._fitted = _regress(self._table(train), np.array([example.label == "1" for example in train]))

    def weights(self) -> dict[str, float]:
        """The log-odds that each stem adds, but for those that add next to nothing."""
        rounded = zip(self.stems, np.round(self._fitted, 2).tolist(), strict=False)
        return {stem: weight for stem, weight in rounded if weight}

    def scores(self, examples: Sequence[Example]) -> Numbers:
        """The probability 0..1 that each example is worth checking, by words, signs and length."""
        odds = self._table(examples) @ self._fitted
        return np.asarray(1 / (1 + np.exp(-odds)), np.float64)

    def _table(self, examples: Sequence[Example]) -> NDArray[np.float32]:
        """A row an example: its stems, its signs, the logarithm of its length, and 1."""
        table = np.zeros((len(examples), len(self.stems) + len(self._signs) + 2), np.float32)
        for row, example in zip(table, examples, strict=True):
            row[[self._place[s] for s in plain_stems(example.text, self._stem) if s in self._place]] = 1
            said = [bool(sign.search(example.text)) for sign in self._signs]
            length = math.log(max(1, len(WORD.findall(example.text))) / SETTINGS.claims.usual_words)
            row[len(self.stems) :] = [*said, length, 1]
        return table


def _names(stem: str, left_out: set[str]) -> bool:
    """Whether a stem, or a part of it, says of whom a text speaks."""
    return not left_out.isdisjoint((stem, *stem.replace("’", "-").replace("'", "-").split("-")))


def _regress(table: NDArray[np.float32], gold: NDArray[np.bool_]) -> Numbers:
    """Weights of a logistic regression, all but the last pulled towards 0 (Newton's method)."""
    fit = np.zeros(table.shape[1])
    pull = np.array([PULL] * (table.shape[1] - 1) + [0.0])
    for _ in range(STEPS):
        guess = 1 / (1 + np.exp(-(table @ fit.astype(np.float32))))
        curve = (table * (guess * (1 - guess))[:, None]).T @ table + np.diag(pull)
        step = np.linalg.solve(curve, table.T @ (guess - gold) + pull * fit)
        fit -= step
        if np.abs(step).max() < CLOSE:
            break
    return fit


def put(weights: dict[str, float], language: str) -> None:
    """Put the weights into the pack of a language."""
    file = LANGUAGES / language / "models" / "claims.json"
    file.parent.mkdir(exist_ok=True)
    text = json.dumps({"weights": weights}, ensure_ascii=False, indent=0)
    file.write_text(text + "\n", encoding="utf-8")
