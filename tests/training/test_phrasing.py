"""The weights of a headline's phrasing: least squares, and no side learnt without the other."""

import numpy as np
import pytest

from training.data.examples import Example, Part
from training.encoder import phrasing
from training.encoder.phrasing import PULL, Traits, ridge, weigh


def posts(*told):
    return [Example("clickbait", text, Part.TRAIN, text, {"bait": bait}) for text, bait in told]


def test_ridge_solves_the_normal_equations():
    texts = ["why me", "why now", "budget passed", "budget", "me and you"]
    names = ["w:why", "w:me", "w:budget", "w:you", "words>2"]
    inputs, targets = Traits(texts, names), np.array([0.9, 0.8, 0.1, 0.2, 0.6])
    full = np.zeros(inputs.shape)
    np.add.at(full, (inputs.rows, inputs.columns), inputs.values)
    assert (full**2).sum(1) == pytest.approx([1, 1, 1, 1, 1])
    exact = np.linalg.solve(full.T @ full + PULL * np.eye(len(names)), full.T @ targets)
    assert ridge(inputs, targets) == pytest.approx(exact, abs=1e-9)


def test_a_text_without_a_known_trait_is_a_row_of_nothing():
    inputs = Traits(["why", "budget"], ["w:why"])
    assert inputs.times(np.array([2.0])).tolist() == [2, 0]


def test_words_of_bait_weigh_more(monkeypatch):
    monkeypatch.setattr(phrasing, "OFTEN", 2)
    found = weigh(posts(("why this works", 1.0), ("why it works", 0.9), ("council votes", 0.0), ("council meets", 0.1)))
    assert found["w:why"] > 0 > found["w:council"]
    assert "w:meets" not in found


def test_both_sides_weigh_alike():
    found = weigh(posts(*[("Democrats shock everyone", 0.9)] * 4, *[("Budget passed", 0.1)] * 4))
    assert found["w:democrats"] == pytest.approx(found["w:republicans"])


def test_only_the_weightiest_traits_are_kept(monkeypatch):
    monkeypatch.setattr(phrasing, "KEPT", 3)
    assert len(weigh(posts(*[("why this works", 1.0)] * 3, *[("council votes", 0.0)] * 3))) == 3
