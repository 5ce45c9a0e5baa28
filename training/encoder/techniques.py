"""Fits the choice of a technique for a given span on development articles, and measures it on the official dev ones."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detector.encoder.network import Pass
from detector.encoder.techniques import features, manner
from training.data.corpora import ptc_part, rows
from training.data.examples import Example, Part
from training.encoder.heads import JUDGEMENTS, TECHNIQUES, TOKEN

Vector = NDArray[np.float32]
STRENGTH = 0.3


def _span(lines: Sequence[tuple[Example, Pass]], start: int, end: int, text: str) -> Vector:
    """The features of the span `[start, end)` of an article."""
    inside: list[Vector] = []
    judged: list[Vector] = []
    for example, read in lines:
        mine = [place for place, (left, right) in enumerate(read.offsets)
                if left + example.start < end and right + example.start > start]  # fmt: skip
        if mine:
            inside.append(read.token[mine])
            judged.append(read.sentence[: len(JUDGEMENTS)])
    pieces = np.concatenate(inside) if inside else np.full((1, len(TOKEN)), 0.01, np.float32)
    sentence = np.mean(judged, axis=0) if judged else np.full(len(JUDGEMENTS), 0.1, np.float32)
    return features(pieces, sentence, manner(text, start, end, text))


def given(reads: Sequence[tuple[Example, Pass]], data: Path, part: Part) -> Iterator[tuple[Vector, list[str]]]:
    """Features and gold techniques of each span of the PTC articles in `part`."""
    lines: dict[str, list[tuple[Example, Pass]]] = defaultdict(list)
    for example, read in reads:
        lines[example.group].append((example, read))
    for row in rows(data / "ptc.jsonl"):
        if ptc_part(row) is not part:
            continue
        labels: dict[tuple[int, int], list[str]] = defaultdict(list)
        for span in row["spans"]:
            labels[span["start"], span["end"]].append(span["label"])
        for (start, end), names in labels.items():
            yield _span(lines[row["id"]], start, end, row["text"]), names


def fit(reads: Sequence[tuple[Example, Pass]], data: Path) -> dict[str, Any]:
    """The table for `articles.json`, from the development part; the scaling is put into the weights."""
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 - measuring does without it
    from sklearn.preprocessing import StandardScaler  # noqa: PLC0415

    pairs = [(vector, name) for vector, names in given(reads, data, Part.DEV) for name in names]
    vectors, names = np.stack([vector for vector, _ in pairs]), [name for _, name in pairs]
    scaler = StandardScaler().fit(vectors)
    model = LogisticRegression(C=STRENGTH, max_iter=800).fit(scaler.transform(vectors), names)
    weights = model.coef_ / scaler.scale_
    biases = model.intercept_ - weights @ scaler.mean_
    return {
        "names": list(map(str, model.classes_)),
        "weights": np.round(weights.astype(float), 5).tolist(),
        "biases": np.round(biases.astype(float), 5).tolist(),
    }


def micro_f1(table: dict[str, Any], reads: Sequence[tuple[Example, Pass]], data: Path) -> dict[str, float]:
    """Micro-F1 on the official dev articles; a span with several techniques has as many guesses."""
    right = total = 0
    weights, biases = np.array(table["weights"]), np.array(table["biases"])
    for vector, names in given(reads, data, Part.TEST):
        order = np.argsort(-(weights @ vector + biases))[: len(names)]
        right += len({table["names"][place] for place in order} & set(names))
        total += len(names)
    return {"spans": total, "micro_f1": right / total, "techniques": len(TECHNIQUES)}
