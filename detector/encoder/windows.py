"""Cuts a long run of word pieces into overlapping windows, and joins what the network says about each."""

from collections.abc import Sequence

import numpy as np

from detector.encoder.values import Floats

WINDOW = 126
OVERLAP = 32


def cut(length: int) -> list[tuple[int, int]]:
    """Half-open windows over `length` word pieces, each at most WINDOW long, neighbours sharing OVERLAP or more."""
    if length <= WINDOW:
        return [(0, length)]
    count = -(-(length - OVERLAP) // (WINDOW - OVERLAP))
    step = (length - WINDOW) / (count - 1)
    return [(round(place * step), round(place * step) + WINDOW) for place in range(count)]


def join_tokens(windows: Sequence[tuple[int, int]], parts: Sequence[Floats]) -> Floats:
    """The rows of all windows as one array; where two overlap, each gives the half farther from its own edge."""
    joined = np.empty((windows[-1][1], parts[0].shape[1]), np.float32)
    for place, ((start, end), part) in enumerate(zip(windows, parts, strict=True)):
        first = (start + windows[place - 1][1]) // 2 if place else start
        joined[first:end] = part[first - start :]
    return joined


def join_whole(windows: Sequence[tuple[int, int]], parts: Sequence[Floats]) -> Floats:
    """The mean of what the windows say, each weighed by its length."""
    lengths = np.array([end - start for start, end in windows], np.float32)
    return np.asarray(np.average(np.stack(parts), axis=0, weights=lengths), np.float32)
