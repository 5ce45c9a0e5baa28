"""Parties change places, marks move along, and twice is back again."""

from random import Random

import pytest

from training.data.examples import Example, Mark, Part
from training.data.swaps import apply, edits, swapped


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Democrats blamed Republicans.", "Republicans blamed Democrats."),
        ("Mr Biden met Mr Trump.", "Ms Trump met Ms Biden."),
        ("RUSSIA and Ukraine", "UKRAINE and Russia"),
        ("the GOP and the Dems", "the Dems and the GOP"),
        ("the Democratic Party", "the Republican Party"),
        ("a democratic vote", "a democratic vote"),
        ("She said her brother saw him.", "He said his sister saw her."),
        ("They told her.", "They told him."),
        ("a left-wing liberalism", "a right-wing liberalism"),
        ("nothing to change", "nothing to change"),
    ],
)
def test_sides_and_genders_change_places(text, expected):
    assert apply(text, edits(text)) == expected


@pytest.mark.parametrize("text", ["Republicans and Israelis", "his Russian wife", "Trump, Biden and the far-left"])
def test_twice_is_back_again(text):
    once = apply(text, edits(text))
    assert apply(once, edits(once)) == text


def test_marks_move_with_their_words():
    text = "The Democrats are rotten, say Republicans of Trump."
    marks = (Mark("word", 18, 24), Mark("span", 4, 24))
    changed = swapped(Example("own", "a", Part.TRAIN, text, marks=marks), Random(1))  # noqa: S311 - no secrets
    assert changed.text == "The Republicans are rotten, say Democrats of Biden."
    assert [changed.text[mark.start : mark.end] for mark in changed.marks] == ["rotten", "Republicans are rotten"]
