"""The network of tellings: MPNet over a whole report, and its output layers on words."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn

from casus.model.claim import LAYERS as TOLD_AS
from casus.model.claim import STATUSES
from training.mpnet import LAYERS, WIDTH, Mpnet
from training.network import SharedDropout, mixed, of_words
from training.telling_words import ROLES, TYPES

HIDDEN = 384
ALIKE = 64
"""The width of what two accounts are compared by."""
WORD_DROPOUT = 0.2
ROLE = 48
"""The width of what an act asks of each role, and of what a word answers."""


class TellingNetwork(Mpnet):
    """Windows of words in; per word scores of types, statuses, layers, what it is compared by (told earlier, later), asks, answers."""

    def __init__(self) -> None:
        super().__init__()
        self.mix = nn.Parameter(torch.tensor([0.0] * (LAYERS - 3) + [0.3, 0.0, 0.4, 0.6]))
        self.hidden, self.compared, self.linked = (_block() for _ in range(3))
        self.kind = nn.Linear(HIDDEN, len(TYPES))
        self.status = nn.Linear(HIDDEN, len(STATUSES))
        self.layer = nn.Linear(HIDDEN, len(TOLD_AS))
        self.before = nn.Linear(HIDDEN, ALIKE)
        self.after = nn.Linear(HIDDEN, ALIKE)
        self.asks = nn.Linear(HIDDEN, len(ROLES) * ROLE)
        self.answers = nn.Linear(HIDDEN, ROLE)

    def forward(
        self, pieces: Tensor, cases: Tensor, breaks: Tensor, first: Tensor, last: Tensor, mask: Tensor | None = None
    ) -> dict[str, Tensor]:
        """Scores per output, [window, word, ...]; windows are read one by one, each without the padding that `mask` leaves out."""
        rows = []
        for r in range(len(pieces)):
            own, size = slice(r, r + 1), int(mask[r].sum()) if mask is not None else pieces.shape[1]
            states = self.states(pieces[own, :size], cases[own, :size], breaks[own, :size])
            rows.append(of_words(mixed(states, self.mix), first[own], last[own]))
        x = torch.cat(rows)
        hidden, compared, linked = self.hidden(x), self.compared(x), self.linked(x)
        return {
            "type": self.kind(hidden), "status": self.status(hidden), "layer": self.layer(hidden),
            "before": self.before(compared), "after": self.after(compared),
            "asks": self.asks(linked), "answers": self.answers(linked),
        }  # fmt: skip


def _block() -> nn.Sequential:
    return nn.Sequential(nn.Linear(WIDTH, HIDDEN), nn.GELU(), SharedDropout(WORD_DROPOUT))


def read_network(checkpoint: Path) -> TellingNetwork:
    """A network as a checkpoint holds it."""
    network = TellingNetwork()
    network.load_state_dict(torch.load(checkpoint, weights_only=True))
    return network


def alike(before: Tensor, after: Tensor) -> Tensor:
    """The odds (log) of each earlier word with each later one that they tell of one act."""
    return before @ after.transpose(-1, -2) / ALIKE**0.5 - 2.0


def filling(asks: Tensor, answers: Tensor) -> Tensor:
    """The odds (log) of each act's roles with each word that it fills them, [act, role, word]."""
    asked = asks.view(asks.shape[0], len(ROLES), ROLE)
    return asked @ answers.transpose(0, 1) / ROLE**0.5 - 2.0
