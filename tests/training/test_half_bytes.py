"""A table in half bytes is as near as 4 bits can be."""

import numpy as np

from training.encoder.half_bytes import BLOCK, halves, whole


def test_half_bytes_give_the_table_back_within_half_a_step():
    table = np.random.default_rng(5).normal(0, 0.05, (40, 3 * BLOCK * 2)).astype(np.float32)
    packed, scale = halves(table)
    assert (packed.shape, scale.shape) == ((40, 3 * BLOCK), (40, 6))
    assert packed.nbytes + scale.nbytes < table.nbytes / 7
    assert np.abs(whole(packed, scale) - table).mean() < 0.2 * table.std()


def test_a_row_of_nothing_stays_nothing():
    assert not whole(*halves(np.zeros((1, 2 * BLOCK), np.float32))).any()


def test_one_wide_number_does_not_flatten_the_other_blocks():
    table = np.full((1, 2 * BLOCK), 0.01, np.float32)
    table[0, 0] = 5.0
    assert np.allclose(whole(*halves(table))[0, BLOCK:], 0.01, atol=1e-4)
