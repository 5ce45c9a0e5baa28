"""Points add up, places in the reference corpus are right, and draws repeat."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detector.dimensions import headline, scoring
from detector.dimensions.registry import DIMENSIONS
from detector.schema import ScorePart


@given(st.lists(st.floats(0, 1), max_size=30))
def test_saturated_points_sum_to_the_noisy_or(weights):
    left = 1.0
    for weight in weights:
        left *= 1 - weight
    assert sum(scoring.saturate(weights)) == pytest.approx(100 * (1 - left), abs=0.01)


def test_larger_weights_take_their_points_first():
    assert scoring.saturate([0.2, 0.5, 0.1]) == (10.0, 50.0, 4.0)


def test_an_interval_is_the_same_each_time_and_ordered():
    def draw(generator: random.Random) -> float:
        return generator.uniform(0, 100)

    first = scoring.interval(draw)
    assert first == scoring.interval(draw)
    assert 0 <= first[0] < 25 < 75 < first[1] <= 100


def test_a_built_score_is_the_rounded_sum_of_its_parts_within_its_interval():
    parts = [ScorePart("finding", "f1", 12.25), ScorePart("feature", "subjectivity", 3.5)]
    score = scoring.build(headline.DIMENSION, parts, (20, 30), {}, "en")
    assert score.value == 16
    assert score.interval == (16, 30)


@pytest.mark.parametrize("dimension", DIMENSIONS, ids=lambda dimension: dimension.id)
def test_levels_rise_with_the_percentile(dimension):
    words = [scoring.level(dimension, dimension.cuts or dimension.unranked, rank) for rank in range(101)]
    assert tuple(dict.fromkeys(words)) == dimension.levels


@pytest.mark.parametrize("dimension", DIMENSIONS, ids=lambda dimension: dimension.id)
def test_the_reference_table_holds_101_rising_quantiles(dimension):
    quantiles = scoring.reference("en")["quantiles"][dimension.id]
    assert len(quantiles) == 101
    assert quantiles == sorted(quantiles)
    assert scoring.percentile(dimension.id, -1, "en") == 0
    assert scoring.percentile(dimension.id, 101, "en") == 100
    assert scoring.percentile(dimension.id, quantiles[100], "en") < 100


def test_a_withheld_score_has_a_reason_and_no_number():
    score = scoring.no_score("Too short.", {"author_words": 3})
    assert (score.value, score.level, score.interval, score.reason) == (None, None, None, "Too short.")
