"""The steps every training loop here takes: how fast it learns, what learns at which rate, and where it stands on disk."""

from __future__ import annotations

import math
from pathlib import Path

import torch
from torch import nn

PRETRAINED = ("positions", "distance", "norm.", "layers.")
"""How the names of the parameters begin that a pretrained encoder has taught already."""


def schedule(progress: float, warm_up: float) -> float:
    """Linear up, cosine down to a hundredth."""
    if progress < warm_up:
        return progress / warm_up
    return 0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * (progress - warm_up) / (1 - warm_up)))


def optimiser_of(network: nn.Module, *, encoder_rate: float, head_rate: float, decay: float) -> torch.optim.AdamW:
    """AdamW at one rate for what is pretrained and another for the rest; only matrices decay."""
    groups: dict[tuple[bool, bool], list[nn.Parameter]] = {}
    for name, parameter in network.named_parameters():
        if parameter.requires_grad:
            groups.setdefault((name.startswith(PRETRAINED), parameter.dim() > 1), []).append(parameter)
    return torch.optim.AdamW(
        [
            {"params": rows, "lr": encoder_rate if pretrained else head_rate, "weight_decay": decay if matrix else 0.0}
            for (pretrained, matrix), rows in groups.items()
        ],
        betas=(0.9, 0.98),
    )


def keep(network: nn.Module, optimiser: torch.optim.Optimizer, folder: Path, epoch: int, step: int) -> None:
    """Write where training stands, whole or not at all, and the epoch's checkpoint."""
    folder.mkdir(parents=True, exist_ok=True)
    state = {"network": network.state_dict(), "optimiser": optimiser.state_dict(), "epoch": epoch, "step": step}
    torch.save(state, folder / "last.tmp")
    (folder / "last.tmp").rename(folder / "last.pt")
    torch.save(network.state_dict(), folder / f"epoch{epoch:02d}.pt")


def resume(network: nn.Module, optimiser: torch.optim.Optimizer, folder: Path) -> tuple[int, int]:
    """Go on from where training stands in a folder; the epochs and the steps done."""
    path = folder / "last.pt"
    if not path.exists():
        return 0, 0
    state = torch.load(path, weights_only=True)
    network.load_state_dict(state["network"])
    optimiser.load_state_dict(state["optimiser"])
    return int(state["epoch"]), int(state["step"])
