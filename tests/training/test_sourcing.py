"""The fit of the sourcing score: what it measures on made-up articles."""

from detector.dimensions.sourcing.balance import COMPONENTS
from training.evaluation.sourcing import Rated, agreement, area, grid

EVEN = dict.fromkeys(COMPONENTS, 100 / len(COMPONENTS))


def rated(share, level):
    return Rated(dict.fromkeys(COMPONENTS, share), level)


def test_the_area_counts_pairs_in_order_and_ties_half():
    assert area([3, 2, 1], [True, False, False]) == 1
    assert area([1, 1], [True, False]) == 0.5
    assert area([1, 2], [True, True]) == 0.5


def test_agreement_is_whole_where_scores_and_levels_rise_together():
    told = agreement([rated(0.2, 0), rated(0.6, 1), rated(0.9, 2)], EVEN, (50, 80))
    assert (told.right, told.broad, told.thin) == (3, 1, 1)


def test_the_points_of_the_grid_sum_to_100():
    assert {round(sum(points.values()), 6) for points in grid()} == {100}
