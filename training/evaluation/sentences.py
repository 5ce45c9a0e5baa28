"""How well a report tells loaded sentences of BABE, and the fit behind it: `python -m training.evaluation.sentences
DATA_FOLDER`.

A sentence's `loaded` rests on the model and on whether its wording was remarked on; slope, shift and weight of a remark
(`sentence_…` in settings.toml) are a logistic regression on the development part.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from detector import Analyzer, Text
from detector.dimensions import wording
from detector.encoder import load
from detector.encoder.log_odds import logits
from training.data.corpora import babe
from training.data.examples import Part
from training.encoder.metrics import auc, bootstrap, macro_f1, reliability
from training.encoder.wording import regress

Judged = tuple[str, bool, float, bool, float]


def judge(data: Path, part: Part) -> list[Judged]:
    """Article, label, the model's probability, whether there is a remark, and the report's probability (the highest of
    the pieces that a sentence was cut into), of each sentence of a part."""
    analyzer, encoder, told = Analyzer(), load(), []
    for example in babe(data):
        if example.part is part:
            report = analyzer.analyze(Text(example.text))
            remarked = any(finding.dimension == wording.ID for finding in report.findings)
            rated = max((line.loaded or 0.0 for line in report.sentences or ()), default=0.0)
            said = float(encoder.read(example.text).sentence[0])
            told.append((example.group, example.label == "Biased", said, remarked, rated))
    return told


def fit(judged: Sequence[Judged]) -> tuple[float, float, float]:
    """Slope, shift and the weight of a remark."""
    inputs = np.array([(float(logits(said)), remarked) for _, _, said, remarked, _ in judged])
    weights, shift = regress(inputs, np.array([label for _, label, *_ in judged]), strength=5.0)
    return float(weights[0]), shift, float(weights[1])


def figures(judged: Sequence[Judged]) -> dict[str, Any]:
    """Macro-F1 at 0.5 with an interval over articles, AUC and reliability of what a report says."""
    groups: dict[str, list[tuple[bool, float]]] = defaultdict(list)
    for group, label, _, _, rated in judged:
        groups[group].append((label, rated))
    gold, scores = [label for _, label, *_ in judged], [rated for *_, rated in judged]
    return {
        "n": len(judged),
        "macro_f1": macro_f1(gold, scores, 0.5),
        "interval": bootstrap(list(groups.values()), _macro),
        "auc": auc(gold, scores),
        "reliability": reliability(list(map(float, gold)), scores),
    }


def _macro(groups: Sequence[Sequence[tuple[bool, float]]]) -> float:
    return macro_f1(*zip(*(pair for group in groups for pair in group), strict=True), 0.5)


def measure(data: Path) -> dict[str, Any]:
    """The figures on the test part."""
    return figures(judge(data, Part.TEST))


def main() -> None:
    """Print fit and figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    given = parser.parse_args()
    print("slope, shift, remark:", *(round(number, 2) for number in fit(judge(given.folder, Part.DEV))))
    print(json.dumps(measure(given.folder), indent=1))


if __name__ == "__main__":
    main()
