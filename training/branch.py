"""The names branch: its own upper layers over the trunk's lower ones, and the tags of names."""

from __future__ import annotations

import copy

import torch
from torch import Tensor, nn

from casus.read.encoder import Labels
from training.network import HIDDEN, LAYERS, WIDTH, WORD_DROPOUT, Layer, Network, SharedDropout, mixed, of_words

SHARED = 3
"""The trunk's layers on which the branch stands; those above it are its own."""


class NamesBranch(nn.Module):
    """Names of one reading of the trunk.  The trunk is not changed by it, nor by its training."""

    def __init__(self, labels: Labels) -> None:
        super().__init__()
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS - SHARED))
        self.mix = nn.Parameter(torch.tensor([0.0] * LAYERS + [0.5]))
        self.word_drop = SharedDropout(WORD_DROPOUT)
        self.spans = nn.Sequential(nn.Linear(WIDTH, HIDDEN), nn.GELU(), SharedDropout(WORD_DROPOUT))
        self.names = nn.Linear(HIDDEN, len(labels.names))

    def grow(self, trunk: Network) -> None:
        """Begin as a copy of the trunk's upper layers."""
        self.layers.load_state_dict(copy.deepcopy(trunk.layers[SHARED:].state_dict()))

    def forward(self, lower: list[Tensor], first: Tensor, last: Tensor, mask: Tensor | None = None) -> Tensor:
        """Scores of each tag of names; ``lower`` are the trunk's states up to layer SHARED."""
        attention = None if mask is None else mask[:, None, None, :]
        states = list(lower)
        for layer in self.layers:
            states.append(layer(states[-1], attention))
        scores: Tensor = self.names(self.spans(self.word_drop(of_words(mixed(states, self.mix), first, last))))
        return scores
