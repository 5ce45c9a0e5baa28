"""Fits whether a sentence is worth checking, linear over the vector of the sentence, and measures it.
`python -m training.encoder.check_worthy --data FOLDER [--write]`; without torch.

Learnt from the English sentences of CheckThat! 2024 task 1 and of ClaimBuster, which both are of US debates, split by
wording so that no sentence stands in two parts. The threshold of F1 is chosen on the development part.
"""

import argparse
import json
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detector.encoder import HOME, load
from training.data.claims import checkworthy, claimbuster
from training.data.examples import Example, Part
from training.encoder.metrics import GRID, auc, precision_recall
from training.encoder.tables import Read, put
from training.encoder.wording import regress

Numbers = NDArray[np.float64]
PULL = 60.0  # towards 0, of weights on standardised numbers; the best of five on the development part
NAME = "check_worthy"


def english(data: Path) -> list[Example]:
    """The English sentences of both sets."""
    rows = chain(checkworthy(data), claimbuster(data))
    return [example for example in rows if example.language == "en"]


def _table(reads: Sequence[Read]) -> tuple[Numbers, NDArray[np.bool_]]:
    """The vectors and whether each is worth checking."""
    vectors = np.stack([read.vector for _, read in reads]).astype(np.float64)
    return vectors, np.array([example.label == "1" for example, _ in reads])


def fit(reads: Sequence[Read]) -> dict[str, Any]:
    """The table for `articles.json`, from the training part of `reads`."""
    vectors, gold = _table([pair for pair in reads if pair[0].part is Part.TRAIN])
    weights, bias = regress(vectors, gold, PULL)
    return {"names": [NAME], "weights": [np.round(weights, 3).tolist()], "biases": [round(bias, 4)]}


def figures(reads: Sequence[Read], table: dict[str, Any]) -> dict[str, Any]:
    """Each set's test part: area under the curve, F1 of the positive class, and F1 of both classes by their size."""
    return {name: _of([pair for pair in reads if pair[0].corpus == name], table) for name in (*_names(reads),)}


def _names(reads: Sequence[Read]) -> list[str]:
    return list(dict.fromkeys(example.corpus for example, _ in reads))


def _of(reads: Sequence[Read], table: dict[str, Any]) -> dict[str, Any]:
    dev, truth = _scores(reads, Part.DEV, table)
    least = max(GRID, key=lambda least: precision_recall(truth, dev, least).f1)
    test, gold = _scores(reads, Part.TEST, table)
    found = precision_recall(gold, test, least)
    rest = precision_recall(~gold, 1 - test, 1 - least)
    share = float(gold.mean())
    return {
        "n": len(gold),
        "auc": auc(gold.tolist(), test.tolist()),
        "threshold": float(least),
        "found": found,
        "weighted_f1": share * found.f1 + (1 - share) * rest.f1,
    }


def _scores(reads: Sequence[Read], part: Part, table: dict[str, Any]) -> tuple[Numbers, NDArray[np.bool_]]:
    vectors, gold = _table([pair for pair in reads if pair[0].part is part])
    odds = vectors @ np.array(table["weights"][0]) + table["biases"][0]
    return 1 / (1 + np.exp(-odds)), gold


def main() -> None:
    """Fit, and print the figures on the test parts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--write", action="store_true", help="put the table into the package")
    given = parser.parse_args()
    encoder = load()
    passes = {text: encoder.read(text) for text in dict.fromkeys(example.text for example in english(given.data))}
    reads = [(example, passes[example.text]) for example in english(given.data)]
    table = fit(reads)
    print(json.dumps(figures(reads, table), indent=1))
    if given.write:
        put(NAME, table, HOME)


if __name__ == "__main__":
    main()
