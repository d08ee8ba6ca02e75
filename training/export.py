"""Checkpoint to the shipped files: an int8 ONNX graph, vocabulary and labels."""

from __future__ import annotations

import shutil
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from casus.read.encoder import Labels
from training.branch import SHARED, NamesBranch
from training.labels import save_labels
from training.network import Network

Precision = Literal["fp32", "dynamic", "weights"]
"""fp32; int8 products with ranges taken per window; or int8 weights made fp32 when loaded."""

INPUTS = ("pieces", "cases", "breaks", "first", "last")
OUTPUTS = (
    "start",
    "upos",
    "xpos",
    "lemma",
    "names",
    "conflict",
    "arc",
    "relation_dependent",
    "relation_bias",
    "relation_head",
)
OPSET = 17

OUTSIDE_BIAS = 0.7
"""Added to the score of no name, for precision; chosen on EWT dev."""


class SmallEmbedding(nn.Module):
    """An embedding kept as int8, with a scale for each row."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("rows", torch.round(weight / scale).to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        rows, scale = self.get_buffer("rows"), self.get_buffer("scale")
        return rows[ids].to(torch.float32) * scale[ids]


class HalfByteEmbedding(nn.Module):
    """An embedding kept as four bits a number, two in a byte (a row's first half in the lower bits), and a scale for each GROUP."""

    GROUP = 64

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        whole, scale = _in_half_bytes(weight, self.GROUP)
        low, high = whole.to(torch.uint8).chunk(2, 1)
        self.register_buffer("rows", low + 16 * high)
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        packed = self.get_buffer("rows")[ids].to(torch.float32)
        high = torch.floor(packed / 16)
        whole = torch.cat([packed - 16 * high, high], -1) - _MIDDLE
        scale = self.get_buffer("scale")[ids].to(torch.float32)
        return (whole.unflatten(-1, (-1, self.GROUP)) * scale.unsqueeze(-1)).flatten(-2)


_MIDDLE = 8


def _in_half_bytes(weight: Tensor, group: int) -> tuple[Tensor, Tensor]:
    """Whole numbers from 1 to 15 around _MIDDLE, and the scale of each group of a row."""
    grouped = weight.unflatten(1, (-1, group))
    scale = (grouped.abs().amax(2).clamp(min=1e-6) / 7).to(torch.float16)
    whole = torch.round(grouped / scale.to(torch.float32).unsqueeze(2)).clamp(-7, 7) + _MIDDLE
    return whole.flatten(1), scale


class SmallLinear(nn.Module):
    """A linear layer kept as int8, with a scale for each output."""

    def __init__(self, linear: nn.Linear) -> None:
        super().__init__()
        weight = linear.weight.detach()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("rows", torch.round(weight / scale).to(torch.int8).t().contiguous())
        self.register_buffer("scale", scale.t().contiguous())
        self.register_buffer("bias", linear.bias.detach())

    def forward(self, x: Tensor) -> Tensor:
        weight = self.get_buffer("rows").to(torch.float32) * self.get_buffer("scale")
        return x @ weight + self.get_buffer("bias")


class Exported(nn.Module):
    """Trunk and names branch as the runtime calls them: one window, no padding, outputs in a fixed order."""

    def __init__(self, network: Network, branch: NamesBranch) -> None:
        super().__init__()
        self.network = network
        self.branch = branch

    def forward(self, pieces: Tensor, cases: Tensor, breaks: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, ...]:
        states = self.network.states(pieces, cases, breaks, None)
        out = self.network.heads(states, first, last)
        out["names"] = self.branch(states[: SHARED + 1], first, last)
        relation = out["relation_dependent"]
        return tuple(relation if name == "relation_dependent" else out[name] for name in OUTPUTS)


def export(trunk: Path, names: Path, labels: Labels, vocabulary: Path, out: Path, precision: Precision) -> None:
    """Write reader.onnx, vocab.txt and labels.json into ``out``; ``trunk`` and ``names`` are checkpoints."""
    network, branch = Network(labels), NamesBranch(labels)
    network.load_state_dict(torch.load(trunk, weights_only=True))
    branch.load_state_dict(torch.load(names, weights_only=True))
    network.eval()
    branch.eval()
    branch.names.bias.data[labels.names.index("O")] += OUTSIDE_BIAS
    out.mkdir(parents=True, exist_ok=True)
    if precision != "fp32":
        network.words = SmallEmbedding(network.words.weight.detach())  # type: ignore[assignment]
    if precision == "weights":
        _shrink(network)
        _shrink(branch)
    target = out / "reader.onnx"
    raw = out / "raw.onnx"
    to_onnx(Exported(network, branch), raw, OUTPUTS, folding=precision != "weights")
    if precision == "dynamic":
        quantise(raw, target)
    else:
        raw.rename(target)
    shutil.copyfile(vocabulary, out / "vocab.txt")
    save_labels(labels, out / "labels.json")


def _shrink(module: nn.Module) -> None:
    for name, child in module.named_children():
        if isinstance(child, nn.Linear):
            setattr(module, name, SmallLinear(child))
        else:
            _shrink(child)


def quantise(raw: Path, target: Path) -> None:
    """Write a graph with int8 products whose ranges are taken per window; the raw one goes."""
    quantize_dynamic(
        raw,
        target,
        op_types_to_quantize=["MatMul"],
        per_channel=True,
        reduce_range=True,  # seven bits: no saturation on CPUs without VNNI
        weight_type=QuantType.QInt8,
    )
    raw.unlink()


def to_onnx(module: nn.Module, path: Path, outputs: Sequence[str], *, folding: bool = True) -> None:
    """Write a module that takes INPUTS, one window a call, as a graph that gives these outputs, a row a word."""
    pieces = torch.randint(1000, 2000, (1, 9))
    words = torch.tensor([[1, 2, 4, 6]])
    zeros = torch.zeros_like(pieces)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            module,
            (pieces, zeros, zeros, words, words),
            str(path),
            input_names=list(INPUTS),
            output_names=list(outputs),
            dynamic_axes={
                **{name: {1: "pieces"} for name in INPUTS[:3]},
                **{name: {1: "words"} for name in (*INPUTS[3:], *outputs)},
            },
            opset_version=OPSET,
            do_constant_folding=folding,
            dynamo=False,
        )
    onnx.checker.check_model(onnx.load(path))
