"""Weights take the outlet's habit away and leave everything else alone."""

from collections import defaultdict

import pytest

from training.data.examples import Example, Part, part_of
from training.encoder.balance import weigh


def sentences(outlet, biased, plain, part=Part.TRAIN):
    labels = ["Biased"] * biased + ["Non-biased"] * plain
    return [Example("babe", "a", part, "text", label=label, outlet=outlet) for label in labels]


def shares(examples):
    sums = defaultdict(lambda: [0.0, 0.0])
    for each in examples:
        sums[each.outlet][each.label == "Biased"] += each.weight
    return {outlet: biased / (plain + biased) for outlet, (plain, biased) in sums.items()}


def test_outlets_come_closer_to_each_other():
    examples = sentences("One", 80, 20) + sentences("Other", 30, 70)
    before, half, full = (shares(weigh(examples, power)) for power in (0.0, 0.5, 1.0))
    assert before["One"] == pytest.approx(0.8)
    assert before["One"] - before["Other"] > half["One"] - half["Other"] > full["One"] - full["Other"]


def test_what_is_measured_on_is_not_weighed():
    examples = sentences("One", 9, 1) + sentences("Two", 1, 9) + sentences("One", 2, 2, Part.TEST)
    assert all(each.weight == 1 for each in weigh(examples, 1.0) if each.part is Part.TEST)


def test_a_group_falls_into_one_part():
    parts = [part_of(f"article {number}", 0.1, 0.2) for number in range(2000)]
    assert parts == [part_of(f"article {number}", 0.1, 0.2) for number in range(2000)]
    assert parts.count(Part.TEST) == pytest.approx(400, abs=60)
    assert parts.count(Part.DEV) == pytest.approx(200, abs=45)
