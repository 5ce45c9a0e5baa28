"""Fits whether a sentence is worth checking, and measures it: linear over the vector of the sentence (`check_worthy` of
a report's sentences) with the sentence's phrasing beside it (`training.encoder.claim_phrasing`), and over its plain
words (`training.encoder.claim_words`), which choose and order the claims.
`python -m training.encoder.check_worthy --data FOLDER [--write]`; without torch, in about five minutes.

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
from detector.encoder.phrasing import Phrasing
from training.data.claims import checkworthy, claimbuster
from training.data.examples import Example, Part
from training.encoder import claim_phrasing, claim_words
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


def fit(reads: Sequence[Read]) -> dict[str, Any]:
    """The table for `articles.json`, from the training part of `reads`."""
    train = [pair for pair in reads if pair[0].part is Part.TRAIN]
    gold = np.array([example.label == "1" for example, _ in train])
    weights, bias = regress(_vectors(train), gold, PULL)
    return {"names": [NAME], "weights": [np.round(weights, 3).tolist()], "biases": [round(bias, 4)]}


def _vectors(reads: Sequence[Read]) -> Numbers:
    return np.stack([read.vector for _, read in reads]).astype(np.float64)


def scores(reads: Sequence[Read], table: dict[str, Any]) -> Numbers:
    """The probability 0..1 that each sentence is worth checking, by its vector."""
    odds = _vectors(reads) @ np.array(table["weights"][0]) + table["biases"][0]
    return np.asarray(1 / (1 + np.exp(-odds)), np.float64)


def phrased(reads: Sequence[Read], rated: Numbers) -> tuple[dict[str, Any], Numbers]:
    """The table of phrasing beside a head that gives `rated`, and what both give together; how much each counts is
    chosen on the development part of CheckThat!."""
    examples = [example for example, _ in reads]
    weights = claim_phrasing.weigh(examples)
    dev, gold = _part("checkworthy", Part.DEV, examples, rated)
    texts = [one.text for one in examples if one.corpus == "checkworthy" and one.part is Part.DEV]
    table = claim_phrasing.join(weights, texts, dev, gold.astype(np.float64))
    both = Phrasing(**table)
    return table, np.array([both.judge(one.text, alone) for one, alone in zip(examples, rated.tolist(), strict=True)])


def figures(examples: Sequence[Example], rated: Numbers) -> dict[str, Any]:
    """Each set's test part: area under the curve, F1 of the positive class, and F1 of both classes by their size."""
    return {name: _of(name, examples, rated) for name in dict.fromkeys(example.corpus for example in examples)}


def _of(corpus: str, examples: Sequence[Example], rated: Numbers) -> dict[str, Any]:
    dev, truth = _part(corpus, Part.DEV, examples, rated)
    least = max(GRID, key=lambda least: precision_recall(truth, dev, least).f1)
    test, gold = _part(corpus, Part.TEST, examples, rated)
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


def _part(corpus: str, part: Part, examples: Sequence[Example], rated: Numbers) -> tuple[Numbers, NDArray[np.bool_]]:
    chosen = np.array([example.corpus == corpus and example.part is part for example in examples])
    gold = np.array([example.label == "1" for example in examples])
    return rated[chosen], gold[chosen]


def main() -> None:
    """Fit, and print the figures on the test parts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--write", action="store_true", help="put the table into the package")
    given = parser.parse_args()
    encoder, examples = load(), english(given.data)
    passes = {text: encoder.read(text) for text in dict.fromkeys(example.text for example in examples)}
    reads = [(example, passes[example.text]) for example in examples]
    table, words = fit(reads), claim_words.Words(examples, "en")
    alone = scores(reads, table)
    phrasing, both = phrased(reads, alone)
    told = {"vector": alone, "vector and phrasing": both, "words": words.scores(examples)}
    print(json.dumps({name: figures(examples, rated) for name, rated in told.items()}, indent=1))
    if given.write:
        put(NAME, table, HOME)
        put(claim_phrasing.NAME, phrasing, HOME)
        claim_words.put(words.weights(), "en")


if __name__ == "__main__":
    main()
