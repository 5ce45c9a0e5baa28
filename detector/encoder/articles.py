"""Frames of an article from its sentences' vectors: linear weights over their mean, so that each sentence's own share
in a frame can be told. Beside them the other small tables over the network's outputs."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from detector.encoder.decoding import WordHead
from detector.encoder.phrasing import Phrasing
from detector.encoder.techniques import Chooser
from detector.encoder.values import Floats, FrameReading, SentencePrediction
from detector.errors import DataError
from detector.settings import SETTINGS


@dataclass(frozen=True, slots=True)
class Linear:
    """Named outputs: weights (names x width) and biases."""

    names: tuple[str, ...]
    weights: Floats
    biases: Floats

    def logits(self, vector: Floats) -> Floats:
        """One logit by name."""
        return np.asarray(self.weights @ vector + self.biases, np.float32)


@dataclass(frozen=True, slots=True)
class ArticleHeads:
    """The frame heads, the choice of a technique for a span, the judgement of a word, and the weight of a
    headline's phrasing; whether a sentence is worth checking, by its vector and by its own phrasing, `None` where the
    model has no head or no weights for that."""

    frames: Linear
    chooser: Chooser
    words: WordHead
    phrasing: Phrasing
    check_worthy: Linear | None = None
    claim_phrasing: Phrasing | None = None

    def weigh_claim(self, text: str, vector: Floats) -> float | None:
        """The probability 0..1 that a sentence is worth checking, by its text and its vector."""
        if self.check_worthy is None:
            return None
        alone = float(1 / (1 + np.exp(-self.check_worthy.logits(vector)[0])))
        return self.claim_phrasing.judge(text, alone) if self.claim_phrasing else alone

    def read_frames(self, sentences: Sequence[SentencePrediction]) -> tuple[FrameReading, ...]:
        """Every frame with its probability, likeliest first; empty where there is no sentence."""
        return frames_of(self.frames, [sentence.vector for sentence in sentences])


def frames_of(frames: Linear, sentences: Sequence[Floats]) -> tuple[FrameReading, ...]:
    """Every one of `frames` with its probability, likeliest first, by the vectors of an article's sentences; empty
    where there is none."""
    if not sentences:
        return ()
    vectors = np.stack(sentences)
    probabilities = 1 / (1 + np.exp(-frames.logits(vectors.mean(0))))
    carried = vectors @ frames.weights.T
    readings = [
        FrameReading(name, float(probabilities[place]), _strongest(carried[:, place]))
        for place, name in enumerate(frames.names)
    ]
    return tuple(sorted(readings, key=lambda reading: (-reading.probability, reading.frame)))


def _strongest(carried: Floats) -> tuple[int, ...]:
    """Places of the few largest numbers above the mean, largest first."""
    order = sorted(range(len(carried)), key=lambda place: (-carried[place], place))
    return tuple(place for place in order[: SETTINGS.encoder.carriers] if carried[place] >= carried.mean())


def read_heads(path: Path, sentence: Sequence[str], token: Sequence[str]) -> ArticleHeads:
    """The heads stored in the JSON file at `path`, for a network whose sentence and token heads are named `sentence`
    and `token`; DataError where the file has another form."""
    try:
        table = json.loads(path.read_text(encoding="utf-8"))
        return ArticleHeads(
            linear(table["frames"]),
            Chooser(*_numbers(table["techniques"])),
            word_head(table["words"], sentence, token),
            Phrasing(**table["phrasing"]),
            linear(table["check_worthy"]) if "check_worthy" in table else None,
            Phrasing(**table["claim_phrasing"]) if "claim_phrasing" in table else None,
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DataError(f"{path} is no table of article weights; install the package again") from error


def linear(part: Mapping[str, Any]) -> Linear:
    """The named outputs that a table of article weights holds."""
    return Linear(*_numbers(part))


def word_head(part: Mapping[str, Any], sentence: Sequence[str], token: Sequence[str]) -> WordHead:
    """The judgement of a word that a table holds, for a network whose sentence and token heads are named `sentence` and
    `token`."""
    names, weights, biases = _numbers(part)
    return WordHead(tuple(map(token.index, names)), sentence.index(part["sentence"]), weights, biases)


def _numbers(part: Mapping[str, Any]) -> tuple[tuple[str, ...], Floats, Floats]:
    """Names, weights and biases of one table."""
    return tuple(part["names"]), np.array(part["weights"], np.float32), np.array(part["biases"], np.float32)
