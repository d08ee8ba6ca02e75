"""The teacher of names: MPNet with an output layer for name tags.

Too large to ship; what it says of more text is what the shipped names branch learns.
"""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from casus.read.encoder import Labels
from training.mpnet import WIDTH, Mpnet
from training.network import SharedDropout, mixed, of_words

HIDDEN = 384
FROZEN = 4
"""The lowest layers, which stay as they came."""


class Pieces(NamedTuple):
    """What the teacher reads; see windows.Batch."""

    pieces: Tensor
    cases: Tensor
    breaks: Tensor
    mask: Tensor
    first: Tensor
    last: Tensor


class Teacher(Mpnet):
    """Windows in, scores of name tags out."""

    def __init__(self, labels: Labels) -> None:
        super().__init__()
        self.mix = nn.Parameter(torch.tensor([0.0] * 7 + [0.3, 0.5, 0.5, 0.5, 0.3, 0.0]))
        self.head_drop = SharedDropout(0.2)
        self.hidden = nn.Linear(WIDTH, HIDDEN)
        self.names = nn.Linear(HIDDEN, len(labels.names))

    def forward(self, read: Pieces) -> Tensor:
        states = self.states(read.pieces, read.cases, read.breaks, read.mask)
        words = self.head_drop(of_words(mixed(states, self.mix), read.first, read.last))
        scores: Tensor = self.names(self.head_drop(functional.gelu(self.hidden(words))))
        return scores

    def freeze(self) -> None:
        """Keep what is lowest as it came."""
        for module in (self.words, self.positions, self.norm, *self.layers[:FROZEN]):
            module.requires_grad_(False)
