"""Examples as tensors: word pieces, targets by head (NaN where a head has none), batches of like lengths."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isnan
from random import Random

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor

from training.data.examples import Example
from training.data.swaps import swapped
from training.encoder.config import Config, Stage
from training.encoder.heads import SENTENCE, TECHNIQUES, TOKEN

Floats = NDArray[np.float32]
TECHNIQUE_PLACES = slice(TOKEN.index(TECHNIQUES[0]), TOKEN.index(TECHNIQUES[-1]) + 1)
HALF_MARKED = {"ptc", "semeval"}  # of whose lines half have spans


@dataclass(frozen=True, slots=True)
class Encoded:
    """One example as numbers: `spans` are (first piece, last piece + 1, technique)."""

    pieces: list[int]
    offsets: list[tuple[int, int]]
    sentence: Floats
    token: Floats
    spans: tuple[tuple[int, int, int], ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded tensors of some examples; `spans` are (row, first piece, last piece + 1, technique)."""

    pieces: Tensor
    mask: Tensor
    sentence: Tensor
    token: Tensor
    weight: Tensor
    spans: tuple[tuple[int, int, int, int], ...]

    def to(self, device: torch.device) -> "Batch":
        """The same on another device."""
        tensors = (self.pieces, self.mask, self.sentence, self.token, self.weight)
        return Batch(*(tensor.to(device) for tensor in tensors), self.spans)


def encode(
    example: Example, tokens: Tokenizer, limit: int, heads: Sequence[str] = SENTENCE, places: Sequence[str] = TOKEN
) -> Encoded:
    """The example's word pieces (at most `limit`, the last one kept) and targets of the sentence's `heads` and of the
    `places` of its pieces; where a mark's value is NaN, none."""
    encoding = tokens.encode(example.text)
    pieces, offsets = encoding.ids, encoding.offsets
    if len(pieces) > limit:
        pieces, offsets = [*pieces[: limit - 1], pieces[-1]], [*offsets[: limit - 1], offsets[-1]]
    sentence = np.array([example.sentence.get(head, np.nan) for head in heads], np.float32)
    token = np.full((len(pieces), len(places)), np.nan, np.float32)
    real = np.array([end > start for start, end in offsets])
    for head in example.marked:
        token[real, places.index(head)] = 0.0
    spans = []
    for mark in example.marks:
        inside = [place for place, (start, end) in enumerate(offsets) if start < mark.end and end > mark.start < end]
        if not inside:
            continue
        place = places.index(mark.head)
        token[inside, place] = np.nan if isnan(mark.value) else np.fmax(token[inside, place], mark.value)
        if mark.head in TECHNIQUES:
            spans.append((inside[0], inside[-1] + 1, TECHNIQUES.index(mark.head)))
    return Encoded(pieces, offsets, sentence, token, tuple(spans), example.weight)


def collate(rows: Sequence[Encoded]) -> Batch:
    """The rows, padded to the longest."""
    width = max(len(row.pieces) for row in rows)
    pieces = torch.zeros(len(rows), width, dtype=torch.long)
    mask = torch.zeros(len(rows), width, dtype=torch.long)
    token = torch.full((len(rows), width, rows[0].token.shape[1]), float("nan"))
    for place, row in enumerate(rows):
        pieces[place, : len(row.pieces)] = torch.tensor(row.pieces)
        mask[place, : len(row.pieces)] = 1
        token[place, : len(row.pieces)] = torch.from_numpy(row.token)
    spans = tuple((place, *span) for place, row in enumerate(rows) for span in row.spans)
    sentence = torch.from_numpy(np.stack([row.sentence for row in rows]))
    return Batch(pieces, mask, sentence, token, torch.tensor([row.weight for row in rows]), spans)


def by_length(lengths: Sequence[int], budget: int) -> Iterator[list[int]]:
    """Places of `lengths`, shortest first, cut so that a padded batch has at most `budget` word pieces."""
    chunk: list[int] = []
    for place in sorted(range(len(lengths)), key=lengths.__getitem__):
        if chunk and lengths[place] * (len(chunk) + 1) > budget:
            yield chunk
            chunk = []
        chunk.append(place)
    if chunk:
        yield chunk


def draw(pool: Sequence[Example], stage: Stage, rng: Random) -> list[Example]:
    """One epoch: each corpus by its quota, repeated where it is smaller; half of some corpora's lines have spans."""
    chosen: list[Example] = []
    for corpus, quota in stage.quotas.items():
        mine = [example for example in pool if example.corpus == corpus]
        if not mine:
            raise ValueError(f"the recipe draws from {corpus}, of which there is no example to train on")
        rng.shuffle(mine)
        mine *= -(-quota // len(mine))
        if corpus in HALF_MARKED:
            mine.sort(key=lambda example: not example.marks and "alarm" not in example.sentence)
            marked = sum(bool(example.marks) for example in mine)
            rest = mine[marked:]
            mine = mine[:marked][: quota // 2] + rng.sample(rest, min(len(rest), quota - min(marked, quota // 2)))
        chosen += mine[:quota]
    return chosen


def epoch(pool: Sequence[Example], stage: Stage, config: Config, tokens: Tokenizer, seed: str) -> list[list[Encoded]]:
    """The batches of one epoch; the same `seed` gives the same batches."""
    rng = Random(seed)  # noqa: S311 - draws that can be repeated, no secrets
    examples = [
        swapped(each, rng) if rng.random() < config.swap and each.language == "en" else each
        for each in draw(pool, stage, rng)
    ]  # fmt: skip
    rng.shuffle(examples)
    rows = [encode(example, tokens, config.max_pieces) for example in examples]
    batches = []
    for first in range(0, len(rows), 1200):
        chunk = rows[first : first + 1200]
        lengths = [len(row.pieces) for row in chunk]
        batches += [[chunk[place] for place in places] for places in by_length(lengths, config.batch_pieces)]
    rng.shuffle(batches)
    return batches
