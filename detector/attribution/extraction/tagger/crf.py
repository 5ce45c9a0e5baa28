"""A linear-chain conditional random field (Lafferty et al. 2001) at work: weights of features, the best labels, and how
probable each of them is.

All blocks of an article are worked through side by side, the longest first, so that one step is one small product of
matrices whatever the number of blocks. The file is one line of JSON (labels, templates and the values of each column)
and then the weights, little-endian 32-bit floats: transitions, then for each template a row for each value of its
column, the first for values never seen.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from detector.attribution.extraction.tagger.features import Layout

Floats = NDArray[np.float64]
SHORT = 128  # tokens; blocks up to this length go side by side, longer ones with those of their size


@dataclass(frozen=True, slots=True, eq=False)
class ConditionalRandomField:
    """The labels, the numbers of the values of each column, the weights of each template and the transitions from one
    label (row) to the next."""

    labels: tuple[str, ...]
    values: Mapping[str, Mapping[bytes, int]]
    weights: Mapping[str, Floats]
    transitions: Floats

    def label(self, layout: Layout) -> tuple[list[str], list[float]]:
        """The best labels of the tokens, block by block, and how probable each is."""
        best = np.empty(len(layout.places), dtype=np.int64)
        sure = np.empty(len(layout.places))
        scores = self._score(layout)
        for group in _groups([last - first for first, last in layout.blocks]):
            blocks = [layout.blocks[number] for number in group]
            packed = _pack(scores, blocks)
            path, probable = _viterbi(packed, blocks, self.transitions), _marginals(packed, blocks, self.transitions)
            for row, (first, last) in enumerate(blocks):
                best[first:last] = path[row, : last - first]
                sure[first:last] = probable[row, np.arange(last - first), best[first:last]]
        return [self.labels[number] for number in best], sure.tolist()

    def _score(self, layout: Layout) -> Floats:
        """The weight of each label at each token by its features alone."""
        places = np.asarray(layout.places, dtype=np.int64)
        found = np.zeros((len(places), len(self.labels)))
        numbers = {
            key: np.fromiter(map(known.get, layout.columns[key], repeat(0)), np.int32)
            for key, known in self.values.items()
        }
        for template, weights in self.weights.items():
            found += weights[numbers[template[0]][places + int(template[1:])]]
        return found


def _groups(lengths: Sequence[int]) -> list[list[int]]:
    """Blocks that go side by side, the longest first in each group."""
    found: dict[int, list[int]] = {}
    for number in sorted(range(len(lengths)), key=lambda number: -lengths[number]):
        found.setdefault(max(lengths[number], SHORT).bit_length(), []).append(number)
    return list(found.values())


def _pack(scores: Floats, blocks: Sequence[tuple[int, int]]) -> Floats:
    packed = np.zeros((len(blocks), blocks[0][1] - blocks[0][0], scores.shape[1]))
    for row, (first, last) in enumerate(blocks):
        packed[row, : last - first] = scores[first:last]
    return packed


def _alive(blocks: Sequence[tuple[int, int]]) -> list[int]:
    """How many of the blocks, the longest first, go on at each step."""
    lengths = np.array([last - first for first, last in blocks])
    alive: list[int] = (lengths[:, None] > np.arange(lengths[0])).sum(0).tolist()
    return alive


def _viterbi(packed: Floats, blocks: Sequence[tuple[int, int]], transitions: Floats) -> NDArray[np.int64]:
    """The best path through each block (Viterbi 1967)."""
    (rows, steps, _), alive = packed.shape, _alive(blocks)
    delta = packed[:, 0].copy()
    back: list[NDArray[np.int64]] = []
    for step in range(1, steps):
        reached = delta[: alive[step], :, None] + transitions
        back.append(reached.argmax(1))
        delta[: alive[step]] = reached.max(1) + packed[: alive[step], step]
    path = np.zeros((rows, steps), dtype=np.int64)
    here = delta.argmax(1)
    for step in range(steps - 1, 0, -1):
        k = alive[step]
        path[:k, step] = here[:k]
        here[:k] = back[step - 1][np.arange(k), here[:k]]
    path[:, 0] = here
    return path


def _marginals(packed: Floats, blocks: Sequence[tuple[int, int]], transitions: Floats) -> Floats:
    """How probable each label is at each place (forward and backward, Rabiner 1989), scaled at each step."""
    likely = np.exp(packed - packed.max(2, keepdims=True))
    onward = np.exp(transitions)
    forward, backward = likely.copy(), np.ones_like(likely)
    alive = _alive(blocks)
    for step in range(1, packed.shape[1]):
        now = forward[: alive[step], step]
        now *= forward[: alive[step], step - 1] @ onward
        now /= now.sum(1, keepdims=True)
    for step in range(packed.shape[1] - 1, 0, -1):
        k = alive[step]
        before = (likely[:k, step] * backward[:k, step]) @ onward.T
        backward[:k, step - 1] = before / before.sum(1, keepdims=True)
    both = forward * backward
    probable: Floats = both / both.sum(2, keepdims=True)
    return probable


def parse(data: bytes) -> ConditionalRandomField:
    """A field out of the bytes of its file. Raises `ValueError` or `KeyError` where they are none."""
    head, _, body = data.partition(b"\n")
    table = json.loads(head)
    labels, columns = tuple(table["labels"]), table["columns"]
    floats = np.frombuffer(body, dtype="<f4").astype(np.float64).reshape(-1, len(labels))
    weights: dict[str, Floats] = {}
    at = len(labels)
    for template in table["templates"]:
        size = len(columns[template[0]]) + 1
        weights[template] = floats[at : at + size]
        at += size
    values = {key: {value.encode(): n for n, value in enumerate(known, 1)} for key, known in columns.items()}
    return ConditionalRandomField(labels, values, weights, floats[: len(labels)])
