"""Reads the weights of a packaged network back into float numbers, for a training that goes on from them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import ModelProto, numpy_helper

from training.encoder.stages import State

Array = NDArray[Any]
PREFIX = "net."
TURNED = ".weight^T"
PRODUCT = "MatMulInteger"  # of 8-bit activations and weights
WRAPPED = ".linear"  # a layer that `training.encoder.export.smooth` has scaled


def state(path: Path, like: State) -> State:
    """The weights in the ONNX file at `path` under the names of `like`; rows of a head that the file has not are as in
    `like`. KeyError where a weight is missing."""
    arrays = _constants(onnx.load(path))
    tables = dict(_tables(arrays))
    return {name: _put(weights, _read(name, arrays, tables)) for name, weights in like.items()}


def _constants(model: ModelProto) -> dict[str, Array]:
    """Every constant of a network, and under the name of each product's output the name of its weights."""
    arrays = {each.name: numpy_helper.to_array(each) for each in model.graph.initializer}
    for node in model.graph.node:
        if node.op_type == "Constant":
            arrays[node.output[0]] = numpy_helper.to_array(node.attribute[0].t)
        elif node.op_type == PRODUCT:
            arrays[_layer(node.output[0])] = _float(arrays, node.input[1].removesuffix("_quantized"))
    return arrays


def _layer(output: str) -> str:
    """The name of a layer's weights, by that of its product: `/net/token/MatMul_output_0_output_quantized`,
    `sentence_MatMul_output_quantized`."""
    name = output.partition("_output")[0].removesuffix("MatMul").strip("/_").replace("/", ".")
    return f"{name if name.startswith(PREFIX) else PREFIX + name}{TURNED}"


def _float(arrays: dict[str, Array], name: str) -> Array:
    zero = arrays.get(f"{name}_zero_point", np.zeros(1)).astype(np.float32)
    table: Array = (arrays[f"{name}_quantized"].astype(np.float32) - zero) * arrays[f"{name}_scale"]
    return table


def _tables(arrays: dict[str, Array]) -> Iterator[tuple[str, Array]]:
    """Weights in float numbers, by the network's own names: those of products the right way round and unscaled, those
    of embeddings."""
    for name, array in arrays.items():
        if name.endswith(TURNED):
            layer = name.removesuffix(TURNED).removesuffix(WRAPPED)
            scale = arrays.get(f"{layer}.inverse", np.ones(1)).reshape(-1, 1)
            yield f"{layer}.weight", (array * scale).T
        elif name.endswith(".weight_quantized"):
            whole = name.removesuffix("_quantized")
            yield whole, _float(arrays, whole)


def _read(name: str, arrays: dict[str, Array], tables: dict[str, Array]) -> Array:
    layer, _, kind = f"{PREFIX}{name}".rpartition(".")
    for known in (f"{layer}.{kind}", f"{layer}{WRAPPED}.{kind}"):
        if known in tables or known in arrays:
            return tables[known] if known in tables else arrays[known]
    raise KeyError(name)


def _put(weights: torch.Tensor, read: Array) -> torch.Tensor:
    """`read` in the form of `weights`, with the rows of `weights` that it lacks."""
    known = torch.from_numpy(np.array(read, np.float32))
    return torch.cat([known, weights[len(known) :]]) if len(known) < len(weights) else known
