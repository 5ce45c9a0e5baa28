"""Windows cover a long run without a gap, and joining gives back what lay inside them."""

from itertools import pairwise

import numpy as np
import pytest

from detector.encoder.windows import OVERLAP, WINDOW, cut, join_tokens, join_whole


@pytest.mark.parametrize("length", [0, 1, WINDOW])
def test_a_short_run_is_one_window(length):
    assert cut(length) == [(0, length)]


@pytest.mark.parametrize("length", [WINDOW + 1, 200, 221, 500, 3000])
def test_windows_cover_a_long_run_with_overlap(length):
    windows = cut(length)
    assert windows[0][0] == 0
    assert windows[-1][1] == length
    assert all(end - start == WINDOW for start, end in windows)
    assert all(left[1] - right[0] >= OVERLAP for left, right in pairwise(windows))


@pytest.mark.parametrize("length", [5, WINDOW + 1, 500])
def test_joined_windows_are_the_whole_run(length):
    rows = np.arange(length, dtype=np.float32)[:, None]
    windows = cut(length)
    assert (join_tokens(windows, [rows[start:end] for start, end in windows]) == rows).all()


def test_the_whole_is_the_mean_of_the_windows():
    parts = [np.array([0.0], np.float32), np.array([1.0], np.float32)]
    assert join_whole([(0, 10), (5, 15)], parts) == pytest.approx([0.5])
