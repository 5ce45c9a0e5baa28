"""Puts the word embeddings of an ONNX network in 4 bits: half of the file of a network of many languages is a table of
which a text needs a few rows. Only plain operators, which every processor runs."""

from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import GraphProto, NodeProto, helper, numpy_helper

from training.encoder.half_bytes import BLOCK, MIDDLE, halves

TABLE = "word_embeddings.weight"


def shrink(path: Path) -> None:
    """Put the word embeddings of the network at `path` in half bytes."""
    model = onnx.load(path)
    graph = model.graph
    table = next(each for each in graph.initializer if each.name.endswith(TABLE))
    gather = next(node for node in graph.node if node.op_type == "Gather" and node.input[0] == table.name)
    packed, scale = halves(np.asarray(numpy_helper.to_array(table), np.float32))
    place = list(graph.node).index(gather)
    graph.initializer.remove(table)
    graph.node.remove(gather)
    for offset, node in enumerate(_nodes(gather, graph, packed, scale)):
        graph.node.insert(place + offset, node)
    onnx.checker.check_model(model)
    onnx.save(model, path)


def _nodes(
    gather: NodeProto, graph: GraphProto, packed: NDArray[np.uint8], scale: NDArray[np.float16]
) -> list[NodeProto]:
    """What stands in the place of `gather`: its rows unpacked, about zero, and scaled."""
    width = 2 * packed.shape[1]
    constants = {
        "halves.table": packed,
        "halves.scale": scale,
        "halves.four": np.array(4, np.uint8),
        "halves.middle": np.array(MIDDLE, np.float32),
        "halves.blocked": np.array([0, 0, width // BLOCK, BLOCK], np.int64),
        "halves.flat": np.array([0, 0, width], np.int64),
        "halves.last": np.array([-1], np.int64),
    }
    graph.initializer.extend(numpy_helper.from_array(value, name) for name, value in constants.items())
    steps = [
        ("Gather", ["halves.table", gather.input[1]], "both", {"axis": 0}),
        ("BitShift", ["halves.both", "halves.four"], "up", {"direction": "LEFT"}),
        ("BitShift", ["halves.up", "halves.four"], "low", {"direction": "RIGHT"}),
        ("BitShift", ["halves.both", "halves.four"], "high", {"direction": "RIGHT"}),
        ("Concat", ["halves.low", "halves.high"], "joined", {"axis": -1}),
        ("Cast", ["halves.joined"], "float", {"to": onnx.TensorProto.FLOAT}),
        ("Sub", ["halves.float", "halves.middle"], "centred", {}),
        ("Reshape", ["halves.centred", "halves.blocked"], "blocks", {}),
        ("Gather", ["halves.scale", gather.input[1]], "small", {"axis": 0}),
        ("Cast", ["halves.small"], "scales", {"to": onnx.TensorProto.FLOAT}),
        ("Unsqueeze", ["halves.scales", "halves.last"], "wide", {}),
        ("Mul", ["halves.blocks", "halves.wide"], "scaled", {}),
        ("Reshape", ["halves.scaled", "halves.flat"], "", {}),
    ]
    return [
        helper.make_node(kind, inputs, [f"halves.{out}" if out else gather.output[0]], **options)
        for kind, inputs, out, options in steps
    ]
