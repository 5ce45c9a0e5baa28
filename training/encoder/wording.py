"""Fits the judgement of a word from four token heads, its sentence and whether a rule flags it, on BABE's development
part, and measures what readers are shown. `python -m training.encoder.wording --data FOLDER [--write]`; without torch.

A logistic regression over the log-odds that a word's pieces reach under the word, span, loaded-language and labelling
heads, those of the loaded sentence, how far the word is below the strongest one of its sentence (annotators mark the
strongest words, not all), and one more input for a rule's flag: its weight is the difference of the two biases that the
product holds.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detector import page, rules
from detector.analysis import read_article
from detector.dimensions import wording
from detector.encoder import HOME, load
from detector.encoder.decoding import pieces, word_inputs
from detector.encoder.network import Pass
from detector.rules.matching import match
from detector.settings import SETTINGS
from training.data.corpora import FINAL_WORD, babe
from training.data.examples import Example, Part
from training.encoder.heads import SENTENCE, TOKEN
from training.encoder.metrics import precision_recall, reliability
from training.encoder.tables import Read, put, read_part

Numbers = NDArray[np.float64]
HEADS = ("word", "span", "Loaded_Language", "Name_Calling,Labeling")
PLACES = tuple(TOKEN.index(head) for head in HEADS)
WHOLE = "loaded"  # the head of the sentence
STRENGTH = 25.0  # of the pull towards 0, in examples, on inputs of unit spread
GRID = [round(0.02 * step, 2) for step in range(5, 40)]


def _within(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(left < end and right > start for left, right in spans)


def gold(example: Example) -> list[tuple[int, int]]:
    """The words of BABE's final list."""
    return [(mark.start, mark.end) for mark in example.marks if mark.value == FINAL_WORD]


def flags(example: Example) -> list[tuple[int, int]]:
    """Where rules alone flag the wording of a sentence."""
    article = page.read_text(example.text, None)
    shift = article.text.index(example.text.strip()) - (len(example.text) - len(example.text.lstrip()))
    hits = match(rules.load("en"), read_article(article), wording.ID)
    return [(hit.span.start - shift, hit.span.end - shift) for hit in hits]


def _rows(example: Example, read: Pass) -> Iterator[tuple[Numbers, bool, bool]]:
    """Inputs, whether a rule flags it and whether it is gold, of every word that carries meaning."""
    flagged, marked = flags(example), gold(example)
    found = [(span, first, last) for span, first, last in pieces(example.text, read.offsets) if first < last]
    inputs = word_inputs(read, [(first, last) for _, first, last in found], PLACES, SENTENCE.index(WHOLE))
    for (span, _, _), row in zip(found, inputs, strict=True):
        yield np.asarray(row, np.float64), _within(*span, flagged), _within(*span, marked)


def table(reads: Sequence[Read]) -> tuple[Numbers, NDArray[np.bool_], NDArray[np.bool_]]:
    """Inputs (the flag last), flags and gold of all words."""
    rows = [row for example, read in reads for row in _rows(example, read)]
    flagged, marked = (np.array([row[place] for row in rows], bool) for place in (1, 2))
    return np.column_stack([np.stack([row[0] for row in rows]), flagged]), flagged, marked


def regress(inputs: Numbers, targets: Numbers | NDArray[np.bool_], strength: float = STRENGTH) -> tuple[Numbers, float]:
    """Weights and bias of a logistic regression on targets 0..1 (Newton's method)."""
    mean, spread = inputs.mean(0), inputs.std(0) + 1e-9
    scaled = np.column_stack([(inputs - mean) / spread, np.ones(len(inputs))])
    pull = np.diag([strength] * inputs.shape[1] + [0.0])
    fit = np.zeros(scaled.shape[1])
    for _ in range(40):
        guess = 1 / (1 + np.exp(-scaled @ fit))
        curve = (scaled * (guess * (1 - guess))[:, None]).T @ scaled + pull
        fit -= np.linalg.solve(curve, scaled.T @ (guess - targets) + pull @ fit)
    weights = fit[:-1] / spread
    return weights, float(fit[-1] - weights @ mean)


def fit(reads: Sequence[Read]) -> dict[str, Any]:
    """The table for `articles.json`."""
    inputs, _, marked = table(reads)
    weights, bias = regress(inputs, marked)
    row = [round(float(weight), 5) for weight in weights[:-1]]
    biases = [round(bias, 5), round(bias + weights[-1], 5)]
    return {"names": list(HEADS), "sentence": WHOLE, "weights": [row, row], "biases": biases}


def chances(inputs: Numbers, flagged: NDArray[np.bool_], judged: dict[str, Any]) -> Numbers:
    """The probability of every word."""
    biases = np.where(flagged, judged["biases"][1], judged["biases"][0])
    return np.asarray(1 / (1 + np.exp(-(inputs[:, :-1] @ np.array(judged["weights"][0]) + biases))), np.float64)


def best(marked: NDArray[np.bool_], scores: Numbers) -> float:
    """The threshold of the best F1."""
    return max(GRID, key=lambda least: precision_recall(marked, scores, least).f1)


def figures(dev: Sequence[Read], test: Sequence[Read], judged: dict[str, Any]) -> dict[str, Any]:
    """Precision, recall and F1 over the words of the test part against BABE's final list: of rules, of the word head,
    of the judgement without and with rules (at thresholds of the development part), and of what readers are shown; and
    the precision from each probability."""
    inputs, flagged, marked = table(test)
    dev_inputs, dev_flagged, dev_marked = table(dev)
    least, settings = {}, SETTINGS.fusion
    told: dict[str, Any] = {"words": len(marked), "marked": int(marked.sum())}
    told["rules"] = precision_recall(marked, flagged, 0.5)
    plain = np.zeros_like(flagged), np.zeros_like(dev_flagged)
    for name, own, others in (("model", *plain), ("model and rules", flagged, dev_flagged)):
        least[name] = best(dev_marked, chances(dev_inputs, others, judged))
        told[name] = precision_recall(marked, chances(inputs, own, judged), least[name])
    sure = chances(inputs, flagged, judged)
    shown = np.where(flagged, sure >= settings.plain, sure >= settings.loaded)
    told["shown"] = precision_recall(marked, shown, 0.5)
    told["shown by the model alone"] = precision_recall(marked, shown & ~flagged, 0.5).precision
    told["dropped by the model"] = precision_recall(marked, flagged & ~shown, 0.5).precision
    told["thresholds"] = least
    told["reliability"] = reliability(marked.astype(float), sure.tolist())
    return told


def main() -> None:
    """Fit on the development part, print the figures on the test part."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--write", action="store_true", help="put the weights into the package")
    arguments = parser.parse_args()
    encoder = load()
    dev, test = (read_part(encoder, babe(arguments.data), part) for part in (Part.DEV, Part.TEST))
    judged = fit(dev)
    print(json.dumps({"table": judged, "figures": figures(dev, test, judged)}, indent=1))
    if arguments.write:
        put("words", judged, HOME)


if __name__ == "__main__":
    main()
