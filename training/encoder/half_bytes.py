"""Numbers in 4 bits: a table whose rows are half bytes, with a scale for each block of a row."""

import numpy as np
from numpy.typing import NDArray

BLOCK = 32  # numbers of a row that share a scale
MOST = 7  # of a half byte's values -8 … 7, about a middle of 8
MIDDLE = 8
SHARES = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75)  # of the scale that reaches a block's largest number
Floats = NDArray[np.float32]


def halves(table: Floats) -> tuple[NDArray[np.uint8], NDArray[np.float16]]:
    """`table` (rows x width) as half bytes, those of the first half of a row low, and a scale for each block."""
    rows, width = table.shape
    blocks = table.reshape(rows, width // BLOCK, BLOCK)
    scale = _scales(blocks)
    whole = np.clip(np.rint(blocks / scale.astype(np.float32)[..., None]), -MOST, MOST).astype(np.int8) + MIDDLE
    low, high = np.split(whole.reshape(rows, width).astype(np.uint8), 2, axis=1)
    return low | (high << 4), scale


def _scales(blocks: Floats) -> NDArray[np.float16]:
    """For each block the scale, of some below the one that reaches its largest number, with the least square error."""
    largest = np.maximum(np.abs(blocks).max(-1), 1e-6)
    best, least = np.zeros_like(largest), np.full_like(largest, np.inf)
    for share in SHARES:
        scale = (largest * share / MOST).astype(np.float16).astype(np.float32)
        near = np.clip(np.rint(blocks / scale[..., None]), -MOST, MOST) * scale[..., None]
        error = ((near - blocks) ** 2).sum(-1)
        best, least = np.where(error < least, scale, best), np.minimum(error, least)
    return best.astype(np.float16)


def whole(packed: NDArray[np.uint8], scale: NDArray[np.float16]) -> Floats:
    """The table that `halves` packed, as near as 4 bits are."""
    numbers = np.concatenate([packed & 15, packed >> 4], 1).astype(np.float32) - MIDDLE
    return np.asarray(numbers * np.repeat(scale.astype(np.float32), BLOCK, axis=1), np.float32)
