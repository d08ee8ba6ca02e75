"""Large int8 matrices out of a graph into a file of four bits a number (casus/tell/weights.py reads it)."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, numpy_helper

from casus.tell.weights import GROUP, MIDDLE, NUMBERS, SCALE, SIXTEENTHS

LEAST = 100_000
"""Smaller matrices stay in the graph."""
_FINEST = 1 << SIXTEENTHS


def take_out(graph: Path, weights: Path) -> None:
    """Move the large matrices of int8 products out of a graph, into a file beside it."""
    model = onnx.load(graph)
    products = {n.input[1] for n in model.graph.node if n.op_type == "MatMulInteger"}
    taken: dict[str, NDArray[np.uint8]] = {}
    for tensor in model.graph.initializer:
        matrix = numpy_helper.to_array(tensor)
        if tensor.name in products and matrix.size >= LEAST and matrix.dtype == np.int8:
            taken[f"{tensor.name}|{NUMBERS}"], taken[f"{tensor.name}|{SCALE}"] = packed(matrix)
            _leave_out(tensor, matrix.size, weights.name)
    np.savez(weights, allow_pickle=False, **taken)
    onnx.save(model, graph)


def packed(matrix: NDArray[np.int8]) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """A matrix as `unpacked` takes it: each number the nearest of sixteen steps of its group."""
    inputs, outputs = matrix.shape
    groups = matrix.reshape(inputs // GROUP, GROUP, outputs).astype(np.float32)
    scale = np.ceil(np.abs(groups).max(1) / (MIDDLE - 1) * _FINEST).clip(1, 255)
    steps = np.round(groups / (scale[:, None] / _FINEST)).clip(-MIDDLE, MIDDLE - 1) + MIDDLE
    low, high = np.split(steps.reshape(inputs, outputs).astype(np.uint8), 2)
    return low | (high << 4), scale.astype(np.uint8)


def _leave_out(tensor: TensorProto, size: int, file: str) -> None:
    """Keep a tensor's name and shape, and say that its numbers stand elsewhere."""
    tensor.ClearField("raw_data")
    tensor.data_location = TensorProto.EXTERNAL
    for key, value in (("location", file), ("offset", "0"), ("length", str(size))):
        entry = tensor.external_data.add()
        entry.key, entry.value = key, value
