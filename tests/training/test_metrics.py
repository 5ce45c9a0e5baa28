"""The figures by hand-worked examples."""

import numpy as np
import pytest

from training.encoder import metrics


def test_macro_f1_is_the_mean_of_both_classes():
    gold, scores = [True, True, False, False], [0.9, 0.2, 0.1, 0.3]
    assert metrics.macro_f1(gold, scores, 0.5) == pytest.approx((2 / 3 + 4 / 5) / 2)


@pytest.mark.parametrize(("scores", "area"), [([0.9, 0.1], 1.0), ([0.1, 0.9], 0.0), ([0.5, 0.5], 0.5)])
def test_area_under_the_curve(scores, area):
    assert metrics.auc([True, False], scores) == area


def test_micro_f1_counts_all_decisions_at_once():
    gold, found = np.array([[True, False], [True, True]]), np.array([[True, True], [False, True]])
    assert metrics.micro_f1(gold, found) == pytest.approx(4 / 6)


def test_rank_correlation_has_ties_at_their_mean():
    assert metrics.spearman([1, 2, 2, 3], [10, 20, 20, 40]) == pytest.approx(1.0)


def test_a_span_earns_the_share_that_is_matched():
    precision, recall, _ = metrics.span_f1({"a": [(0, 10)]}, {"a": [(5, 15)]})
    assert (precision, recall) == (0.5, 0.5)


def test_an_interval_holds_the_mean_and_is_the_same_each_time():
    values = [0.0, 1.0] * 50
    low, high = metrics.bootstrap(values, lambda drawn: sum(drawn) / len(drawn))
    assert low < 0.5 < high
    assert (low, high) == metrics.bootstrap(values, lambda drawn: sum(drawn) / len(drawn))


def test_the_middle_of_the_good_ones_is_chosen():
    assert metrics.middle({0.1: 0.40, 0.2: 0.436, 0.3: 0.438, 0.4: 0.434, 0.5: 0.2}) == 0.3
