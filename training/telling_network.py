"""The network of tellings: MiniLM with case and break embeddings over a whole report, and its output layers on words."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from casus.model.claim import LAYERS as TOLD_AS
from casus.model.claim import STATUSES
from training.network import WIDTH, SharedDropout, Trunk, mixed, of_words
from training.telling_words import ROLES, TYPES

HIDDEN = 256
ALIKE = 64
"""The width of what two accounts are compared by."""
WORD_DROPOUT = 0.2
ROLE = 48
"""The width of what an act asks of each role, and of what a word answers."""
OUTPUTS = ("type", "status", "layer", "before", "after", "asks", "answers")


class TellingNetwork(Trunk):
    """Windows of words in; per word scores of types, statuses, layers, what it is compared by (told earlier, later), asks, answers."""

    def __init__(self, vocabulary: int = 30522) -> None:
        super().__init__(vocabulary)
        self.mix = nn.Parameter(torch.tensor([0.0, 0.0, 0.0, 0.0, 0.0, 0.3, 0.6]))
        self.hidden = nn.Sequential(nn.Linear(WIDTH, HIDDEN), nn.GELU(), SharedDropout(WORD_DROPOUT))
        self.kind = nn.Linear(HIDDEN, len(TYPES))
        self.status = nn.Linear(HIDDEN, len(STATUSES))
        self.layer = nn.Linear(HIDDEN, len(TOLD_AS))
        self.compared = nn.Sequential(nn.Linear(WIDTH, HIDDEN), nn.GELU(), SharedDropout(WORD_DROPOUT))
        self.before = nn.Linear(HIDDEN, ALIKE)
        self.after = nn.Linear(HIDDEN, ALIKE)
        self.linked = nn.Sequential(nn.Linear(WIDTH, HIDDEN), nn.GELU(), SharedDropout(WORD_DROPOUT))
        self.asks = nn.Linear(HIDDEN, len(ROLES) * ROLE)
        self.answers = nn.Linear(HIDDEN, ROLE)

    def forward(
        self, pieces: Tensor, cases: Tensor, breaks: Tensor, first: Tensor, last: Tensor, mask: Tensor | None = None
    ) -> dict[str, Tensor]:
        """Scores per output, [window, word, ...]."""
        x = of_words(mixed(self.states(pieces, cases, breaks, mask), self.mix), first, last)
        hidden, compared, linked = self.hidden(x), self.compared(x), self.linked(x)
        return {
            "type": self.kind(hidden), "status": self.status(hidden), "layer": self.layer(hidden),
            "before": self.before(compared), "after": self.after(compared),
            "asks": self.asks(linked), "answers": self.answers(linked),
        }  # fmt: skip


def alike(before: Tensor, after: Tensor) -> Tensor:
    """The odds (log) of each earlier word with each later one that they tell of one act."""
    return before @ after.transpose(-1, -2) / ALIKE**0.5 - 2.0


def filling(asks: Tensor, answers: Tensor) -> Tensor:
    """The odds (log) of each act's roles with each word that it fills them, [act, role, word]."""
    asked = asks.view(asks.shape[0], len(ROLES), ROLE)
    return asked @ answers.transpose(0, 1) / ROLE**0.5 - 2.0
