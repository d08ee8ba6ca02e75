"""Train the names branch on a finished trunk: gold names of EWT, and the teacher's word on that and more text."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from casus.read.encoder import Labels
from casus.read.pieces import Vocabulary
from training.branch import SHARED, NamesBranch
from training.corpus import OUTSIDE, Sentence
from training.fit import minilm_folder
from training.network import Network
from training.noise import Rates, distort
from training.steps import schedule
from training.swap import Pool, swap_names
from training.windows import IGNORED, Batch, Encoder, Window, batches, pack


@dataclass(frozen=True, slots=True)
class NamesRecipe:
    """Everything that decides the branch, but trunk, teacher and data."""

    epochs: int = 3
    words_per_batch: int = 900
    layer_rate: float = 2e-4
    head_rate: float = 1.2e-3
    warm_up: float = 0.06
    decay: float = 0.01
    clip: float = 1.0
    gold: float = 1.0
    taught: float = 1.0
    nameless: float = 0.5
    """Of the sentences without a name, how many are read an epoch."""
    seed: int = 20261124
    threads: int = 1


def fit_names(trunk: Network, labels: Labels, sentences: Sequence[Sentence], pool: Pool, recipe: NamesRecipe, out: Path) -> None:
    """Train to the recipe's end and write the branch's weights to ``out``.

    The trunk keeps its weights; its dropout stays on, as noise.
    """
    torch.set_num_threads(recipe.threads)
    torch.manual_seed(recipe.seed)
    branch = NamesBranch(labels)
    branch.grow(trunk)
    trunk.requires_grad_(False).train()
    optimiser = _optimiser(branch, recipe)
    rates = [group["lr"] for group in optimiser.param_groups]
    encoder = Encoder(Vocabulary.load(minilm_folder() / "vocab.txt"), labels)
    rng = random.Random(recipe.seed)
    plan: list[list[Window]] = []
    for _ in range(recipe.epochs):
        read = [s for s in sentences if _has_name(s) or rng.random() < recipe.nameless]
        plan += batches(pack(read, rng), recipe.words_per_batch, rng)
    began = time.time()
    recent: list[float] = []
    for step, group in enumerate(plan):
        for entry, rate in zip(optimiser.param_groups, rates, strict=True):
            entry["lr"] = rate * schedule(step / len(plan), recipe.warm_up)
        branch.train()
        batch = encoder.batch([distort([swap_names(s, pool, rng) for s in window], rng, Rates()) for window in group], rng)
        loss = _loss(trunk, branch, batch, recipe)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(branch.parameters(), recipe.clip)
        optimiser.step()
        recent.append(float(loss.detach()))
        if step % 50 == 49:
            print(f"names {step + 1}/{len(plan)} {time.time() - began:.0f}s {sum(recent[-50:]) / 50:.4f}", flush=True)
        if step % 500 == 499:
            torch.save(branch.state_dict(), out.with_suffix(".part"))
    torch.save(branch.state_dict(), out)


def _has_name(sentence: Sentence) -> bool:
    """By gold, or likely by the teacher."""
    return any(tag != OUTSIDE for tag in sentence.names or ()) or any(shares[0] < 0.5 for shares in sentence.taught or ())


def _loss(trunk: Network, branch: NamesBranch, batch: Batch, recipe: NamesRecipe) -> Tensor:
    with torch.autocast("cpu", dtype=torch.bfloat16):
        with torch.no_grad():
            lower = trunk.states(batch.pieces, batch.cases, batch.breaks, batch.mask, SHARED)
        scores = branch(lower, batch.first, batch.last, batch.mask).float()
    loss = scores.sum() * 0
    if bool((batch.targets["names"] != IGNORED).any()):
        loss = loss + recipe.gold * functional.cross_entropy(scores.flatten(0, 1), batch.targets["names"].flatten())
    if batch.taught is not None:
        asked = batch.taught.sum(-1) > 0
        missed = -(batch.taught * scores.log_softmax(-1)).sum(-1)
        loss = loss + recipe.taught * missed[asked].mean()
    return loss


def _optimiser(branch: NamesBranch, recipe: NamesRecipe) -> torch.optim.AdamW:
    layers = list(branch.layers.parameters())
    head = [p for name, p in branch.named_parameters() if not name.startswith("layers.")]
    groups = [{"params": layers, "lr": recipe.layer_rate}, {"params": head, "lr": recipe.head_rate}]
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=recipe.decay)
