"""A trunk from a shipped int8 model, where its checkpoint is lost: ``python -m training.restore --model casus/read/model --out trunk.pt``.

The weights are those the runtime multiplies with, rounding and all; exported again they give the same bytes of scores, or nearly.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper

from casus.read.encoder import Labels
from training.network import LAYERS, Network

_PRODUCT = re.compile(r"^/(?!branch/)(?:network/)?(.*)MatMul_quant$")
_NOT_EXPORTED = ("names.", "silver.")
_MIX = re.compile(r"^onnx::Mul_(\d+)$")


def restore(model: Path, labels: Labels) -> Network:
    """The network of a shipped folder; heads that were not exported are untrained.

    Raises ValueError where a weight of the others is not found.
    """
    graph = onnx.load(model / "reader.onnx").graph
    held = {entry.name: numpy_helper.to_array(entry) for entry in graph.initializer}
    network = Network(labels)
    drawn = {name: value.clone() for name, value in network.state_dict().items()}
    state = network.state_dict()
    for name, value in held.items():
        own = name.removeprefix("network.")
        if own in state:
            _put(state, own, value)
    _put(state, "words.weight", held["network.words.rows"].astype(np.float32) * held["network.words.scale"])
    for node in graph.node:
        found = _PRODUCT.match(node.name)
        if node.op_type == "MatMulInteger" and found:
            _put(state, *_weight(found[1], node.input[1], held))
    mix = [held[name] for name in sorted((n for n in held if _MIX.match(n)), key=lambda n: int(n.split("_")[1]))][: LAYERS + 1]
    _put(state, "mix", np.log(np.array(mix)) / 4)
    lost = sorted(n for n, v in state.items() if n.endswith("weight") and not n.startswith(_NOT_EXPORTED) and torch.equal(v, drawn[n]))
    if lost:
        raise ValueError(f"{model}: not found there: {', '.join(lost)}")
    network.load_state_dict(state)
    return network


def _weight(path: str, packed: str, held: dict[str, NDArray[np.float32]]) -> tuple[str, NDArray[np.float32]]:
    """Name and value of one weight matrix: integers, less their zero point, times the scale of their column."""
    base = packed.removesuffix("_quantized")
    value = (held[packed].astype(np.float32) - held[f"{base}_zero_point"]) * held[f"{base}_scale"]
    if not path:
        return "arc", value
    parts = path.strip("/").split("/")
    return f"{parts[-1] if '.' in parts[-1] and parts[-1].startswith(parts[0]) else '.'.join(parts)}.weight", value.T


def _put(state: dict[str, torch.Tensor], name: str, value: NDArray[np.float32]) -> None:
    if state[name].shape != value.shape:
        raise ValueError(f"{name}: {value.shape} for {tuple(state[name].shape)}")
    state[name] = torch.from_numpy(np.array(value, dtype=np.float32))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    network = restore(options.model, Labels.load(options.model / "labels.json"))
    torch.save(network.state_dict(), options.out)


if __name__ == "__main__":
    main()
