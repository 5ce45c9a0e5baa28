"""Weights that take away what an outlet's name says about the label, so that wording is learnt and not outlets."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from training.data.examples import Example, Part

SMOOTHING = 10.0
LIMITS = (0.35, 2.5)


def weigh(examples: Sequence[Example], power: float) -> list[Example]:
    """BABE training examples weighed by (P(label) / P(label | outlet)) ** `power`; all others as they are."""
    seen = [example for example in examples if example.corpus == "babe" and example.part is Part.TRAIN]
    labels = Counter(example.label for example in seen)
    outlets = Counter(example.outlet for example in seen)
    pairs = Counter((example.outlet, example.label) for example in seen)

    def weight(example: Example) -> float:
        overall = labels[example.label] / len(seen)
        within = (pairs[example.outlet, example.label] + SMOOTHING * overall) / (outlets[example.outlet] + SMOOTHING)
        return float(min(max((overall / within) ** power, LIMITS[0]), LIMITS[1]))

    chosen = set(map(id, seen))
    return [replace(each, weight=each.weight * weight(each)) if id(each) in chosen else each for each in examples]
