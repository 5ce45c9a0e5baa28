"""The network's 8-bit sums are the same on every processor, and each text must go through it by itself."""

from collections.abc import Iterator

import numpy as np
import pytest

from detector.encoder import load
from detector.encoder.files import HOME, NETWORK

INT8 = 3  # TensorProto.DataType
GRAPH, INITIALIZER, DATA_TYPE, RAW_DATA = 7, 5, 2, 9  # field numbers of ModelProto, GraphProto, TensorProto


def varint(data: memoryview, place: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[place]
        value |= (byte & 0x7F) << shift
        place, shift = place + 1, shift + 7
        if byte < 0x80:
            return value, place


def fields(data: memoryview) -> Iterator[tuple[int, int | memoryview]]:
    """Number and value of each field of a message in protobuf's wire form."""
    place = 0
    while place < len(data):
        key, place = varint(data, place)
        if key & 7 == 0:
            value, place = varint(data, place)
            yield key >> 3, value
        else:
            size, place = (8, place) if key & 7 == 1 else (4, place) if key & 7 == 5 else varint(data, place)
            yield key >> 3, data[place : place + size]
            place += size


def small_weights() -> Iterator[np.ndarray]:
    model = memoryview((HOME / NETWORK).read_bytes())
    (graph,) = (value for number, value in fields(model) if number == GRAPH)
    for number, tensor in fields(graph):
        parts = dict(fields(tensor)) if number == INITIALIZER else {}
        if parts.get(DATA_TYPE) == INT8 and len(parts.get(RAW_DATA, b"")) > 1:
            yield np.frombuffer(parts[RAW_DATA], np.int8)


def test_pairs_of_products_fit_sixteen_bits():
    """Processors without VNNI add two products of an activation (0..255) and a weight in 16 bits and saturate; weights
    of 7 bits never reach that, so that all processors give the same sums."""
    weights = list(small_weights())
    assert sum(map(len, weights)) > 10_000_000
    highest = max(int(np.abs(each.astype(np.int16)).max()) for each in weights if not (each == 0).all())
    assert 2 * 255 * highest <= np.iinfo(np.int16).max


def test_saturating_and_exact_sums_agree():
    weights = next(each for each in small_weights() if len(each) > 100_000)[:100_000].astype(np.int64)
    activations = np.random.default_rng(1).integers(0, 256, len(weights))
    pairs = (weights * activations).reshape(-1, 2).sum(1)
    assert (np.clip(pairs, -(2**15), 2**15 - 1) == pairs).all()


def test_texts_in_one_batch_would_change_each_others_numbers():
    """Why texts go through one by one: 8-bit activations are scaled by the largest in the whole batch."""
    network = load()._network
    one, other = "He was happy to see it.", "He was wicked to see it."
    rows = [network._words.split(text).ids for text in (one, other)]
    assert len(rows[0]) == len(rows[1])
    ids = np.array(rows, np.int64)
    (both,) = network._session.run(["sentence"], {"input_ids": ids, "attention_mask": np.ones_like(ids)})
    alone = [network.read(text).sentence for text in (one, other)]
    assert 1 / (1 + np.exp(-both)) != pytest.approx(np.stack(alone), abs=1e-6)
