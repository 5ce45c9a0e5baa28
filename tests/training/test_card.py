"""The model card is written from the figures that the package holds, and figures are held to their floors."""

import json

import pytest

from detector.encoder import HOME
from detector.encoder.card import FIGURES
from training.encoder.metrics import Bin, Found, Interval
from training.evaluation import card

HELD = json.loads((HOME / FIGURES).read_text(encoding="utf-8"))


def test_the_card_is_up_to_date():
    assert card.write(HELD) == card.CARD.read_text(encoding="utf-8")


def test_every_section_was_measured():
    assert HELD.keys() >= card.SECTIONS.keys()


def test_every_figure_reaches_its_floor():
    assert card.check(HELD) == []


def test_a_figure_below_its_floor_is_named():
    section = "loaded sentences (BABE)"
    (fault,) = card.check({**HELD, section: {**HELD[section], "macro_f1": 0.4}})
    assert f"{section}: macro_f1 is 0.400, below its floor" in fault


def test_figures_are_kept_to_four_digits():
    assert card.rounded({1: [0.123456, "a", 7], "b": {"c": (1 / 3,)}}) == {"1": [0.1235, "a", 7], "b": {"c": [0.3333]}}


def test_named_figures_keep_their_names():
    found = {"shown": Found(0.73571, 0.4, 0.5), "interval": Interval(0.1, 0.9), "reliability": [Bin(0.25, 0.5, 4)]}
    assert card.rounded(found) == {
        "shown": {"precision": 0.7357, "recall": 0.4, "f1": 0.5},
        "interval": {"low": 0.1, "high": 0.9},
        "reliability": [{"score": 0.25, "share": 0.5, "n": 4}],
    }


@pytest.mark.parametrize("name", ["attribution", "pages"])
def test_what_was_not_measured_is_said(name):
    without = {key: value for key, value in HELD.items() if key != name}
    assert card.tables(without)[name] == card.MISSING
