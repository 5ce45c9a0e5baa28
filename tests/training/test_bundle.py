"""A small bundle made by hand is read back, number by number, with BERT's names."""

import struct

import numpy as np
import pytest

from training.encoder.bundle import bert, kept_layers, read, renumbered

WIDTH, INNER, PIECES = 32, 64, 3


def four_bits(table):
    """The table as blocks with a scale of a half, and what they stand for."""
    halves = table.reshape(-1, 32)
    packed = (halves[:, :16] | (halves[:, 16:] << 4)).astype(np.uint8)
    content = b"".join(struct.pack("<e", 0.5) + bytes(row) for row in packed)
    return content, (table.astype(np.float32) - 8) * 0.5


def bundle():
    chance = np.random.default_rng(4)
    arrays = {
        "emb.word": chance.integers(0, 16, (PIECES, WIDTH)),
        "l0.fo.w": chance.integers(0, 16, (WIDTH, INNER)),
        "l0.q.b": chance.normal(size=WIDTH).astype("<f4"),
    }
    head = b"E5S1" + struct.pack("<I7ifi", 1, WIDTH, 1, 2, INNER, PIECES, 4, 2, 1e-12, 0)
    letters = b"abc"
    head += struct.pack("<5iQ", PIECES, 0, 2, 1, 3, len(letters)) + bytes(4 * (PIECES + 1) + 4 * PIECES) + letters
    head += struct.pack("<iI", 0, 2) + b"xx"
    stored = {
        name: (0, table.tobytes(), table) if table.dtype == "<f4" else (1, *four_bits(table))
        for name, table in arrays.items()
    }
    size = len(head) + 4 + sum(2 + len(name) + 1 + 4 + 16 for name in stored)
    directory, content = struct.pack("<i", len(stored)), b""
    for name, (kind, data, _) in stored.items():
        directory += struct.pack("<H", len(name)) + name.encode()
        directory += struct.pack("<BIQQ", kind, arrays[name].size, size + len(content), len(data))
        content += data
    return head + directory + content, {name: table for name, (_, _, table) in stored.items()}


def test_every_number_comes_back():
    data, expected = bundle()
    shape, arrays = read(data)
    assert (shape.width, shape.layers, shape.heads, shape.inner, shape.pieces) == (WIDTH, 1, 2, INNER, PIECES)
    assert set(arrays) == set(expected)
    for name, table in expected.items():
        np.testing.assert_array_equal(arrays[name], table.reshape(-1))


def test_berts_names_and_shapes_and_the_rows_that_are_kept():
    data, expected = bundle()
    weights = bert(*read(data), rows=[0, 2])
    np.testing.assert_array_equal(weights["embeddings.word_embeddings.weight"], expected["emb.word"][[0, 2]])
    assert weights["encoder.layer.0.output.dense.weight"].shape == (WIDTH, INNER)
    assert weights["encoder.layer.0.attention.self.query.bias"].shape == (WIDTH,)


def test_another_file_is_refused():
    with pytest.raises(ValueError, match="no bundle"):
        read(b"GGUF and so on")


def test_layers_are_kept_evenly_with_the_last_one():
    assert kept_layers(12, 6) == [1, 3, 5, 7, 9, 11]
    assert kept_layers(6, 6) == list(range(6))
    with pytest.raises(ValueError, match="evenly"):
        kept_layers(12, 5)


def test_kept_layers_get_new_numbers():
    kept = kept_layers(12, 6)
    assert renumbered("encoder.layer.11.output.dense.bias", kept) == "encoder.layer.5.output.dense.bias"
    assert renumbered("encoder.layer.10.output.dense.bias", kept) is None
    assert renumbered("embeddings.LayerNorm.bias", kept) == "embeddings.LayerNorm.bias"
