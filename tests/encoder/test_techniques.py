"""The choice of a technique rests on the span's pieces, its length, its sentence and its repetition."""

import numpy as np
import pytest

from detector.encoder.techniques import Chooser, features, manner, repeats, shares

PUT = np.zeros(3, np.float32)


def test_shares_sum_to_one():
    found = shares(np.array([3.0, 1.0, -2.0], np.float32))
    assert found.sum() == pytest.approx(1)
    assert found.argmax() == 0


def test_features_have_one_length_for_every_span():
    judged = np.full(20, 0.3, np.float32)
    short, long = (features(np.full((count, 16), 0.2, np.float32), judged, PUT) for count in (1, 30))
    assert short.shape == long.shape
    assert np.isfinite(short).all()


def test_certain_pieces_stay_finite():
    assert np.isfinite(features(np.array([[0.0] * 16, [1.0] * 16], np.float32), np.zeros(6, np.float32), PUT)).all()


def test_how_a_span_is_put_is_seen():
    text = "“Traitors!” said the banner, not traitors."
    assert manner(text, 1, 9, text).tolist() == [pytest.approx(np.log(2)), 1, 1]
    assert manner(text, 12, 27, text).tolist() == [0, 0, 0]


@pytest.mark.parametrize(("words", "again"), [("Never again", 2), ("absent", 0), ("once", 0)])
def test_repeats_count_other_places(words, again):
    assert repeats(words, "Never again. never AGAIN, once, never again!") == again


def test_the_likeliest_technique_is_chosen():
    chooser = Chooser(("Doubt", "Slogans"), np.array([[1.0, 0.0], [0.0, 1.0]]), np.array([0.0, 0.5]))
    technique, share = chooser.choose(np.array([2.0, 0.0]))
    assert technique == "Doubt"
    assert 0.5 < share < 1
