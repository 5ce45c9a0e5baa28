"""Word pieces become words and spans at the right characters."""

import numpy as np
import pytest

from detector.encoder.decoding import SpanRule, WordHead, runs, spans, words
from detector.encoder.network import Pass

TEXT = "A so-called “reform”, rotten!"
OFFSETS = ((0, 1), (2, 4), (4, 5), (5, 11), (12, 13), (13, 19), (19, 20), (20, 21), (22, 25), (25, 28), (28, 29))


# The first head's own probability where no rule flags a word, and even odds more where one does.
ALONE = np.array([[1.0, 0.0, 0.0]] * 4, np.float32)
HEAD = WordHead((0,), 0, ALONE, np.array([0.0, 1.0, -1.0, -2.0], np.float32))


def reading(scores: list[float]) -> Pass:
    """A pass whose first head, and its only technique, score each piece as given."""
    token = np.array([scores, scores], np.float32).T
    return Pass(np.zeros(1, np.float32), token, OFFSETS, np.zeros(3, np.float32))


def test_a_word_has_the_highest_score_of_its_pieces():
    found = words(TEXT, reading([0, 0.1, 0, 0.9, 0, 0.2, 0, 0, 0.3, 0.7, 0]), HEAD)
    assert [(TEXT[word.start : word.end], round(word.loaded, 1)) for word in found] == [
        ("A", 0.0), ("so-called", 0.9), ("reform", 0.2), ("rotten", 0.7),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("marked", "gap", "found"),
    [
        ([0, 1, 1, 0, 1], 0, [(1, 3), (4, 5)]),
        ([0, 1, 1, 0, 1], 1, [(1, 5)]),
        ([1, 0, 0, 1], 1, [(0, 1), (3, 4)]),
        ([0, 0], 3, []),
        ([1, 1], 0, [(0, 2)]),
    ],
)
def test_runs_join_over_small_gaps(marked, gap, found):
    assert list(runs([bool(mark) for mark in marked], gap)) == found


def test_a_function_word_carries_no_load():
    read = Pass(np.zeros(1), np.ones((2, 1), np.float32), ((0, 3), (4, 8)), np.zeros(1))
    plain, vile = words("the vile", read, HEAD)
    assert (plain.loaded, plain.flagged) == (0.0, 0.0)
    assert vile.loaded > 0.99


def test_a_flag_makes_a_word_likelier():
    found = words(TEXT, reading([0.5] * 11), HEAD)
    assert all(word.flagged > word.loaded for word in found if word.loaded)


def test_a_word_is_less_likely_beside_a_stronger_one():
    head = WordHead((0,), 0, np.array([[1.0, 0.0, -1.0]] * 4, np.float32), HEAD.biases)
    loaded = {TEXT[one.start : one.end]: one.loaded for one in words(TEXT, reading([0.5] * 9 + [0.9, 0]), head)}
    assert loaded["rotten"] == pytest.approx(0.9)
    assert loaded["reform"] == pytest.approx(0.1)


def test_a_word_is_likelier_in_a_loaded_sentence():
    head = WordHead((0,), 0, np.array([[1.0, 1.0, 0.0]] * 4, np.float32), HEAD.biases)
    read = reading([0.5] * 11)
    plain, loaded = (
        words(TEXT, Pass(np.array([share], np.float32), *(read.token, read.offsets, read.vector)), head)[-1].loaded
        for share in (0.1, 0.9)
    )
    assert (plain, loaded) == (pytest.approx(0.1), pytest.approx(0.9))


def test_a_word_without_a_piece_carries_no_load():
    (found,) = words("vile", Pass(np.zeros(1), np.ones((0, 1), np.float32), (), np.zeros(1)), HEAD)
    assert found.loaded == 0.0


def test_a_span_is_widened_to_words_and_trimmed_of_punctuation():
    (run,) = spans(TEXT, reading([0, 0, 0, 0, 0, 0, 0, 0.8, 0.9, 0.4, 0]), SpanRule(head=0, threshold=0.5, gap=0))
    assert TEXT[run.start : run.end] == "rotten"
    assert (run.first, run.last) == (7, 9)


def test_punctuation_alone_is_no_span():
    assert spans(TEXT, reading([0, 0, 0, 0, 0, 0, 0, 0.8, 0, 0, 0]), SpanRule(head=0, threshold=0.5, gap=0)) == ()
