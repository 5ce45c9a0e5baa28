"""Fits the article heads: frames (SemEval-2023 task 3), linear over the mean of the sentences' vectors."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from detector.encoder import Encoder
from detector.encoder.network import Pass
from training.data.corpora import ptc_part, rows
from training.data.examples import Part, lines
from training.data.multilingual import semeval_part
from training.data.text import sentences
from training.encoder.heads import FRAMES
from training.encoder.metrics import bootstrap, micro_f1

Table = dict[str, Any]
Figures = dict[str, Any]
Vectors = NDArray[np.float32]
LINES = 40


class Reads(Protocol):
    """A network that reads one text at a time."""

    def read(self, text: str) -> Pass:
        """What all heads say of it."""


def vector(encoder: Reads, texts: Sequence[str]) -> Vectors:
    """The mean vector of an article's first sentences."""
    return np.stack([encoder.read(text).vector for text in texts[:LINES]]).mean(0)


@dataclass(frozen=True, slots=True)
class Framed:
    """An article with its frames: its sentences (or lines), and whether it is held out."""

    sentences: tuple[str, ...]
    frames: frozenset[str]
    held: bool
    language: str = "en"


def english(data: Path) -> list[Framed]:
    """The PTC train articles, by line."""
    return [
        Framed(
            tuple(line for _, line in lines(row["text"])),
            frozenset(row["frames"]),
            ptc_part({"id": row["id"], "split": "train"}) is not Part.TRAIN,
        )
        for row in rows(data / "frames.jsonl")
        if row["frames"]
    ]


def others(data: Path) -> list[Framed]:
    """The articles of SemEval-2023 task 3 in other languages, by sentence."""
    return [
        Framed(
            tuple(sentence for _, sentence in sentences(row["text"])),
            frozenset(row["frames"]),
            semeval_part(row) is not Part.TRAIN,
            row["language"],
        )
        for row in rows(data / "semeval23_multilingual.jsonl")
        if row["frames"]
    ]


def _table(names: Sequence[str], weights: Vectors, biases: Vectors) -> Table:
    return {"names": list(names), "weights": np.round(weights.astype(float), 3).tolist(),
            "biases": np.round(biases.astype(float), 4).tolist()}  # fmt: skip


def _one_each(vectors: Vectors, gold: NDArray[np.int64], strength: float) -> tuple[Vectors, Vectors]:
    """Weights and biases of one logistic regression by frame."""
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 - measuring does without it

    fits = [LogisticRegression(C=strength, max_iter=400).fit(vectors, gold[:, k]) for k in range(gold.shape[1])]
    return np.concatenate([fit.coef_ for fit in fits]), np.concatenate([fit.intercept_ for fit in fits])


def _probabilities(vectors: Vectors, weights: Vectors, biases: Vectors) -> Vectors:
    return np.asarray(1 / (1 + np.exp(-(vectors @ weights.T + biases))))


def _chosen(vectors: Vectors, gold: NDArray[np.int64]) -> tuple[float, float]:
    """Strength and threshold of the best micro-F1 over five folds of the training articles."""
    best = (0.0, 1.0, 0.5)
    order = np.random.default_rng(3).permutation(len(vectors))
    for strength in (1.0, 3.0, 10.0, 30.0):
        out = np.zeros(gold.shape)
        for fold in np.array_split(order, 5):
            rest = np.setdiff1d(order, fold)
            out[fold] = _probabilities(vectors[fold], *_one_each(vectors[rest], gold[rest], strength))
        for threshold in np.arange(0.2, 0.6, 0.02):
            reached = micro_f1(gold == 1, out >= threshold)
            best = max(best, (reached, strength, float(threshold)))
    return best[1], best[2]


def fit_frames(encoder: Reads, articles: Sequence[Framed]) -> tuple[Table, Figures]:
    """Frames: strength and threshold by folds of the training articles, figures on the held-out ones, of all and by
    language."""
    vectors = np.stack([vector(encoder, article.sentences) for article in articles])
    gold = np.array([[frame in article.frames for frame in FRAMES] for article in articles], np.int64)
    held, language = np.array([each.held for each in articles]), np.array([each.language for each in articles])
    strength, threshold = _chosen(vectors[~held], gold[~held])
    weights, biases = _one_each(vectors[~held], gold[~held], strength)
    found = _probabilities(vectors[held], weights, biases) >= threshold
    told = {**_frame_figures(gold[held] == 1, found), "threshold": threshold}
    told["micro_f1_by_language"] = {
        str(each): micro_f1(gold[held][language[held] == each] == 1, found[language[held] == each])
        for each in np.unique(language)
    }
    return _table(FRAMES, weights, biases), told


def _frame_figures(gold: NDArray[np.bool_], found: NDArray[np.bool_]) -> Figures:
    """Micro- and macro-F1, the former with an interval over articles and beside that of naming every frame."""
    pairs = list(zip(gold, found, strict=True))
    interval = bootstrap(pairs, lambda drawn: micro_f1(*(np.stack(part) for part in zip(*drawn, strict=True))))
    macro = [micro_f1(gold[:, place], found[:, place]) for place in range(gold.shape[1])]
    return {
        "articles": len(gold),
        "micro_f1": micro_f1(gold, found),
        "interval": interval,
        "macro_f1": float(np.mean(macro)),
        "micro_f1_of_always_all": micro_f1(gold, np.ones_like(found)),
    }


def measure_frames(encoder: Encoder, data: Path) -> Figures:
    """The figures of the model as it is, on the held-out articles."""
    found, gold = [], []
    for article in (each for each in english(data) if each.held):
        read = encoder.encode(article.sentences[:LINES])
        named = {each.frame: each.probability for each in encoder.frames(read)}
        found.append([named[frame] >= encoder.threshold("frame") for frame in FRAMES])
        gold.append([frame in article.frames for frame in FRAMES])
    return _frame_figures(np.array(gold), np.array(found))
