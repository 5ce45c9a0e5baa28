"""Fits the article heads: frames (SemEval-2023 task 3) and genre, linear over the mean of the sentences' vectors."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detector.encoder import Encoder
from training.data.corpora import ptc_part, rows
from training.data.examples import Part, part_of
from training.encoder.heads import FRAMES
from training.encoder.metrics import bootstrap, macro_f1, micro_f1

Table = dict[str, Any]
Figures = dict[str, float]
Vectors = NDArray[np.float32]
LINES = 40
OPINION = re.compile(r"opinion|op-ed|commentary|/ideas/|columnist|editorial")
GENRES = ("reporting", "opinion")
SENTENCE_END = re.compile(r"(?<=[.!?][\"”’]) |(?<=[.!?]) (?=[A-Z\"“])|\n+")


def vector(encoder: Encoder, sentences: Sequence[str]) -> Vectors:
    """The mean vector of an article's first sentences."""
    return np.stack([encoder.read(sentence).vector for sentence in sentences[:LINES]]).mean(0)


def _frame_rows(encoder: Encoder, data: Path) -> tuple[Vectors, NDArray[np.int64], NDArray[np.bool_], list[str]]:
    """Vectors, frames, whether held out, and genres of the PTC train articles."""
    articles = [row for row in rows(data / "frames.jsonl") if row["frames"]]
    held = np.array([ptc_part({"id": row["id"], "split": "train"}) is not Part.TRAIN for row in articles])
    lines = [[line for line in row["text"].split("\n") if line.strip()] for row in articles]
    gold = np.array([[frame in row["frames"] for frame in FRAMES] for row in articles], np.int64)
    return np.stack([vector(encoder, each) for each in lines]), gold, held, [str(row["genre"]) for row in articles]


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


def _weak(data: Path, each: int) -> Iterator[tuple[list[str], int, bool]]:
    """Sentences, genre (1 opinion) by the address, held out or not by outlet, of articles of the reference corpus."""
    pools: tuple[list[Any], list[Any]] = ([], [])
    for row in rows(data / "articles.jsonl"):
        if row["url"] and len(row["text"]) > 800:
            pools[bool(OPINION.search(row["url"].lower()))].append(row)
    for kind, pool in enumerate(pools):
        drawn = Random(4).sample(pool, min(each, len(pool)))  # noqa: S311 - a draw that can be repeated
        for row in drawn:
            held = part_of(f"outlet-{row['source']}", 0.0, 0.25) is Part.TEST
            sentences = [s for s in SENTENCE_END.split(row["text"][:6000]) if s.strip()]
            yield sentences[:25], kind, held


def fit_frames(encoder: Encoder, data: Path) -> tuple[Table, Figures]:
    """Frames: strength and threshold by folds of the training articles, figures on the held-out ones."""
    vectors, gold, held, _ = _frame_rows(encoder, data)
    strength, threshold = _chosen(vectors[~held], gold[~held])
    weights, biases = _one_each(vectors[~held], gold[~held], strength)
    found = _probabilities(vectors[held], weights, biases) >= threshold
    return _table(FRAMES, weights, biases), {**_frame_figures(gold[held] == 1, found), "threshold": threshold}


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
    articles = [row for row in rows(data / "frames.jsonl") if row["frames"]]
    held = [row for row in articles if ptc_part({"id": row["id"], "split": "train"}) is not Part.TRAIN]
    found, gold = [], []
    for row in held:
        lines = [line for line in row["text"].split("\n") if line.strip()]
        named = {each.frame: each.probability for each in encoder.frames(encoder.encode(lines[:LINES]))}
        found.append([named[frame] >= encoder.threshold("frame") for frame in FRAMES])
        gold.append([frame in row["frames"] for frame in FRAMES])
    return _frame_figures(np.array(gold), np.array(found))


def fit_genre(encoder: Encoder, data: Path) -> Table:
    """Genre from the addresses of articles (a weak label)."""
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 - measuring does without it

    weak = [(vector(encoder, lines), kind) for lines, kind, held in _weak(data, 260) if not held]
    inputs, kinds = (np.array([item[place] for item in weak]) for place in range(2))
    model = LogisticRegression(C=10.0, class_weight="balanced", max_iter=400).fit(inputs, kinds)
    weights = np.concatenate([-model.coef_ / 2, model.coef_ / 2])
    biases = np.concatenate([-model.intercept_ / 2, model.intercept_ / 2])
    return _table(GENRES, weights, biases)


def measure_genre(encoder: Encoder, data: Path) -> Figures:
    """Macro-F1 against the address, on outlets that were held out."""
    held = [(encoder.genre(encoder.encode(lines)), kind) for lines, kind, out in _weak(data, 260) if out and lines]
    scores = [float(said is not None and said.genre == GENRES[1]) for said, _ in held]
    return {"articles": len(held), "macro_f1": macro_f1([kind == 1 for _, kind in held], scores, 0.5)}
