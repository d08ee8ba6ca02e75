"""The network: MiniLM with case and break embeddings, a layer mix, and the reader's heads."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from casus.read.encoder import Labels
from casus.read.pieces import BREAKS, CASES
from training.corpus import NAMED

WIDTH = 384
LAYERS = 6
ATTENTION_HEADS = 12
INNER = 1536
ARC = 256
RELATION = 96
HIDDEN = 256
ENCODER_DROPOUT = 0.1
WORD_DROPOUT = 0.25
HEAD_DROPOUT = 0.33
NAME_TAGS = 1 + 2 * len(NAMED)
"""The trunk's own names, its task beside the others; the names given out are the branch's (see branch.py)."""
FAR = -1e4
"""A score no arc outside the sentence may reach."""


class SharedDropout(nn.Module):
    """Dropout whose mask is one per window, shared by its words: as good for parsers, and much cheaper to draw."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate

    def forward(self, x: Tensor) -> Tensor:
        if not self.training:
            return x
        kept = torch.rand(x.shape[0], 1, x.shape[2]) >= self.rate
        return x * (kept.to(x.dtype) / (1 - self.rate))


class Layer(nn.Module):
    """One BERT layer (post-norm); MPNet's is wider, and adds a bias for distance."""

    def __init__(self, width: int = WIDTH, inner: int = INNER, eps: float = 1e-12) -> None:
        super().__init__()
        self.query = nn.Linear(width, width)
        self.key = nn.Linear(width, width)
        self.value = nn.Linear(width, width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=eps)
        self.inner = nn.Linear(width, inner)
        self.outer = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=eps)
        self.drop = SharedDropout(ENCODER_DROPOUT)

    def forward(self, x: Tensor, mask: Tensor | None, bias: Tensor | None = None) -> Tensor:
        rows, length, width = x.shape
        shape = (rows, length, ATTENTION_HEADS, width // ATTENTION_HEADS)
        q, k, v = (f(x).view(shape).transpose(1, 2) for f in (self.query, self.key, self.value))
        scores = q @ k.transpose(2, 3) / (shape[3] ** 0.5)  # spelt out: plain products in the graph, and a faster way back on a CPU
        if bias is not None:
            scores = scores + bias
        if mask is not None:
            scores = scores.masked_fill(~mask, FAR)
        mixed = torch.softmax(scores, -1).to(v.dtype) @ v
        x = self.norm1(x + self.drop(self.out(mixed.transpose(1, 2).reshape(rows, length, width))))
        return self.norm2(x + self.drop(self.outer(functional.gelu(self.inner(x)))))


class Trunk(nn.Module):
    """MiniLM with embeddings of case and breaks: the pieces of windows in, their vectors out."""

    def __init__(self, vocabulary: int = 30522) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        self.cases = nn.Embedding(len(CASES), WIDTH)
        self.breaks = nn.Embedding(len(BREAKS), WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.drop = SharedDropout(ENCODER_DROPOUT)
        nn.init.zeros_(self.cases.weight)
        nn.init.zeros_(self.breaks.weight)

    def states(self, pieces: Tensor, cases: Tensor, breaks: Tensor, mask: Tensor | None, layers: int = LAYERS) -> list[Tensor]:
        """Piece vectors of the first so many layers, the embeddings before them."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.words(pieces) + self.positions(places) + self.cases(cases) + self.breaks(breaks)
        x = self.drop(self.norm(x))
        attention = None if mask is None else mask[:, None, None, :]
        found = [x]
        for layer in self.layers[:layers]:
            found.append(layer(found[-1], attention))
        return found


class Network(Trunk):
    """Windows in, scores of every head out."""

    def __init__(self, labels: Labels, vocabulary: int = 30522) -> None:
        super().__init__(vocabulary)
        self.mix = nn.Parameter(torch.tensor([0.0, 0.0, 0.0, 0.0, 0.5, 0.5, 0.0]))
        self.word_drop = SharedDropout(WORD_DROPOUT)
        self.start = nn.Linear(WIDTH, 2)
        self.tags = nn.Sequential(nn.Linear(WIDTH, HIDDEN), nn.GELU(), SharedDropout(WORD_DROPOUT))
        self.upos = nn.Linear(HIDDEN, len(labels.upos))
        self.xpos = nn.Linear(HIDDEN, len(labels.xpos))
        self.lemma = nn.Linear(HIDDEN, len(labels.lemma))
        self.spans = nn.Sequential(nn.Linear(WIDTH, HIDDEN), nn.GELU(), SharedDropout(WORD_DROPOUT))
        self.names = nn.Linear(HIDDEN, NAME_TAGS)
        self.silver = nn.Linear(HIDDEN, NAME_TAGS)
        self.conflict = nn.Linear(HIDDEN, len(labels.conflict))
        self.arc_head = _projection(ARC)
        self.arc_dependent = _projection(ARC)
        self.arc = nn.Parameter(torch.zeros(ARC, ARC))
        self.arc_bias = nn.Linear(ARC, 1)
        self.root = nn.Linear(ARC, 1)
        self.relation_head = _projection(RELATION)
        self.relation_dependent = _projection(RELATION)
        self.relation = nn.Linear(RELATION, len(labels.deprel) * RELATION)
        self.relation_bias = nn.Linear(RELATION, len(labels.deprel))
        nn.init.xavier_uniform_(self.arc)
        nn.init.normal_(self.relation.weight, std=0.05)
        nn.init.zeros_(self.relation.bias)

    def forward(
        self, pieces: Tensor, cases: Tensor, breaks: Tensor, first: Tensor, last: Tensor, mask: Tensor | None = None
    ) -> dict[str, Tensor]:
        """Scores per head; ``arc`` is [window, dependent, 1 + head] with the root first."""
        return self.heads(self.states(pieces, cases, breaks, mask), first, last)

    def heads(self, states: Sequence[Tensor], first: Tensor, last: Tensor) -> dict[str, Tensor]:
        """Scores per head from the layers' piece vectors."""
        x = self.word_drop(of_words(mixed(states, self.mix), first, last))
        tags, spans = self.tags(x), self.spans(x)
        dependent, head = self.arc_dependent(x), self.arc_head(x)
        arc = (dependent @ self.arc) @ head.transpose(1, 2) + self.arc_bias(head).transpose(1, 2)
        rows, length, _ = x.shape
        relation_dependent = self.relation_dependent(x)
        return {
            "start": self.start(x),
            "upos": self.upos(tags),
            "xpos": self.xpos(tags),
            "lemma": self.lemma(tags),
            "names": self.names(spans),
            "silver": self.silver(spans),
            "conflict": self.conflict(spans),
            "arc": torch.cat([self.root(dependent), arc], 2),
            "relation_dependent": self.relation(relation_dependent).view(rows, length, -1, RELATION),
            "relation_bias": self.relation_bias(relation_dependent),
            "relation_head": self.relation_head(x),
        }


def mixed(states: Sequence[Tensor], mix: Tensor) -> Tensor:
    """A learned mix of the layers."""
    weights = torch.softmax(mix * 4, 0)
    out = weights[0] * states[0]
    for number, state in enumerate(states[1:], 1):
        out = out + weights[number] * state
    return out


def of_words(x: Tensor, first: Tensor, last: Tensor) -> Tensor:
    """A vector a word: the mean of its first and its last piece."""
    return (_gathered(x, first) + _gathered(x, last)) * 0.5


def relation_scores(out: dict[str, Tensor], heads: Tensor) -> Tensor:
    """Scores of each relation to the given head (0-based word numbers), [window, word, relation]."""
    head = _gathered(out["relation_head"], heads)
    return (out["relation_dependent"] @ head.unsqueeze(3)).squeeze(3) + out["relation_bias"]


def within_sentences(arc: Tensor, sentence: Tensor) -> Tensor:
    """Arc scores with heads outside the word's sentence, and the word itself, out of reach."""
    same = sentence[:, :, None] == sentence[:, None, :]
    same = same & ~torch.eye(sentence.shape[1], dtype=torch.bool, device=arc.device)
    allowed = torch.cat([torch.ones_like(same[:, :, :1]), same], 2)
    return arc.masked_fill(~allowed, FAR)


def load_minilm(network: Trunk, path: Path) -> None:
    """Fill the encoder from a BERT safetensors file."""
    weights = load_file(path)

    def put(module: nn.Module, name: str) -> None:
        for kind, parameter in module.named_parameters():
            parameter.data.copy_(weights[f"{name}.{kind}"])

    put(network.words, "embeddings.word_embeddings")
    put(network.positions, "embeddings.position_embeddings")
    network.positions.weight.data.add_(weights["embeddings.token_type_embeddings.weight"][0])
    put(network.norm, "embeddings.LayerNorm")
    for number, layer in enumerate(network.layers):
        assert isinstance(layer, Layer)
        base = f"encoder.layer.{number}"
        put(layer.query, f"{base}.attention.self.query")
        put(layer.key, f"{base}.attention.self.key")
        put(layer.value, f"{base}.attention.self.value")
        put(layer.out, f"{base}.attention.output.dense")
        put(layer.norm1, f"{base}.attention.output.LayerNorm")
        put(layer.inner, f"{base}.intermediate.dense")
        put(layer.outer, f"{base}.output.dense")
        put(layer.norm2, f"{base}.output.LayerNorm")


def _projection(size: int) -> nn.Module:
    return nn.Sequential(nn.Linear(WIDTH, size), nn.GELU(), SharedDropout(HEAD_DROPOUT))


def _gathered(x: Tensor, index: Tensor) -> Tensor:
    return torch.gather(x, 1, index.unsqueeze(2).expand(-1, -1, x.shape[2]))
