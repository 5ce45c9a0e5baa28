"""Fits the weight of a headline's phrasing beside the network's bait head, and measures both together.
`python -m training.encoder.phrasing --data FOLDER [--write]`; without torch.

Ridge regression of the mean judgement (Webis-Clickbait-17) on the traits of a headline, each headline's traits of unit
length together; a headline that names parties or says he or she is learnt from a second time with them changed, so that
no side weighs more. How much it counts beside the network is a logistic regression on the development part.
"""

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detector.encoder import HOME, load
from detector.encoder.log_odds import logits
from detector.encoder.phrasing import LEAST, Phrasing, traits
from training.data.corpora import clickbait
from training.data.examples import Example, Part
from training.data.swaps import apply, edits
from training.encoder.heads import SENTENCE
from training.encoder.metrics import bootstrap, precision_recall, spearman
from training.encoder.tables import Read, put, read_part
from training.encoder.wording import regress

Numbers = NDArray[np.float64]
OFTEN = 3  # headlines in which a trait must stand
KEPT = 8000  # traits, by the size of their weight times the root of how often they stand
PULL = 0.8  # of the ridge
STEPS = 40  # of conjugate gradients at most
TINY = 1e-12  # what is left of the error, squared, when they stop before
BAIT = SENTENCE.index("bait")


class Traits:
    """The known traits of texts as a sparse matrix, each row of unit length."""

    def __init__(self, texts: Sequence[str], names: Sequence[str]) -> None:
        place = {name: number for number, name in enumerate(names)}
        found = [[place[trait] for trait in traits(text) if trait in place] for text in texts]
        self.shape = len(texts), len(names)
        self.rows = np.repeat(np.arange(len(found)), [len(row) for row in found])
        self.columns = np.array([column for row in found for column in row])
        self.values = np.concatenate([np.full(len(row), 1 / np.sqrt(len(row) or 1)) for row in found])

    def times(self, weights: Numbers) -> Numbers:
        """One number for each text."""
        return np.bincount(self.rows, self.values * weights[self.columns], self.shape[0])

    def turned(self, numbers: Numbers) -> Numbers:
        """The transpose times one number for each text: one for each trait."""
        return np.bincount(self.columns, self.values * numbers[self.rows], self.shape[1])


def ridge(inputs: Traits, targets: Numbers) -> Numbers:
    """Weights of least squares with the pull towards 0 (conjugate gradients on the normal equations)."""
    weights = np.zeros(inputs.shape[1])
    rest = inputs.turned(targets)
    way, size = rest.copy(), rest @ rest
    for _ in range(STEPS):
        if size < TINY:
            break
        bent = inputs.turned(inputs.times(way)) + PULL * way
        step = size / (way @ bent)
        weights += step * way
        rest -= step * bent
        size, before = rest @ rest, size
        way = rest + size / before * way
    return weights


def _both_ways(examples: Sequence[Example]) -> tuple[list[str], Numbers]:
    """Texts and targets; those with parties or genders a second time, changed."""
    rows = [(example.text, example.sentence["bait"]) for example in examples]
    rows += [(apply(text, changes), target) for text, target in rows if (changes := edits(text))]
    return [text for text, _ in rows], np.array([target for _, target in rows])


def weigh(examples: Sequence[Example]) -> dict[str, float]:
    """The weight of each trait that is kept, from the training part."""
    texts, targets = _both_ways(examples)
    centred = targets - targets.mean()
    often = Counter(trait for text in texts for trait in traits(text))
    names = sorted(trait for trait, count in often.items() if count >= OFTEN)
    size = np.abs(ridge(Traits(texts, names), centred)) * np.sqrt([often[name] for name in names])
    kept = [names[place] for place in sorted(np.argsort(-size, kind="stable")[:KEPT])]
    weights = ridge(Traits(texts, kept), centred)
    return {name: round(float(weight), 3) for name, weight in zip(kept, weights, strict=True)}


def _inputs(reads: Sequence[Read], weights: dict[str, float]) -> Numbers:
    """The network's log-odds and the phrasing's sum for each headline."""
    alone = Phrasing(weights, 0, 1, 0)
    put_so = [alone.weigh(example.text) for example, _ in reads]
    odds = logits([float(read.sentence[BAIT]) for _, read in reads], LEAST)
    return np.column_stack([odds, put_so])


def fit(data: Path, dev: Sequence[Read]) -> dict[str, Any]:
    """The table for `articles.json`: the weights of traits, and how much they and the network count."""
    weights = weigh([example for example in clickbait(data) if example.part is Part.TRAIN])
    inputs, targets = _inputs(dev, weights), np.array([example.sentence["bait"] for example, _ in dev])
    (odds, share), bias = regress(inputs, targets, strength=0.0)
    counts = {"odds": float(odds), "share": float(share), "bias": bias}
    return {"weights": weights, **{name: round(number, 4) for name, number in counts.items()}}


def figures(test: Sequence[Read], table: dict[str, Any]) -> dict[str, Any]:
    """Bait against the mean judgement: rank correlation, mean squared error, F1 of the class at 0.5; and the rank
    correlation of the network alone and of the phrasing alone."""
    judged = Phrasing(**table)
    gold = [example.sentence["bait"] for example, _ in test]
    scores = [judged.judge(example.text, float(read.sentence[BAIT])) for example, read in test]
    labels = [example.label == "1" for example, _ in test]
    interval = bootstrap(list(zip(gold, scores, strict=True)), lambda drawn: spearman(*zip(*drawn, strict=True)), 200)
    return {
        "n": len(gold),
        "spearman": spearman(gold, scores),
        "interval": interval,
        "mse": float(np.mean((np.array(gold) - scores) ** 2)),
        "found": precision_recall(labels, scores, 0.5),
        "spearman of the network alone": spearman(gold, [float(read.sentence[BAIT]) for _, read in test]),
        "spearman of the phrasing alone": spearman(gold, [judged.weigh(example.text) for example, _ in test]),
    }


def main() -> None:
    """Fit, and print the figures on the test part."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--write", action="store_true", help="put the table into the package")
    given = parser.parse_args()
    encoder = load()
    table = fit(given.data, read_part(encoder, clickbait(given.data), Part.DEV))
    print(json.dumps(figures(read_part(encoder, clickbait(given.data), Part.TEST), table), indent=1))
    if given.write:
        put("phrasing", table, HOME)


if __name__ == "__main__":
    main()
