"""The training loop: several losses, one optimiser, a checkpoint each epoch, resumable."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from casus.read.encoder import Labels
from training.corpus import Sentence
from training.labels import save_labels
from training.network import NAME_TAGS, Network, relation_scores, within_sentences
from training.noise import Rates, distort
from training.steps import keep, optimiser_of, resume, schedule
from training.swap import Pool, swap_names
from training.windows import IGNORED, Batch, Encoder, batches, pack


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that decides a run, but the data."""

    epochs: int = 7
    words_per_batch: int = 700
    encoder_rate: float = 2e-4
    head_rate: float = 1.2e-3
    warm_up: float = 0.06
    decay: float = 0.01
    clip: float = 2.0
    seed: int = 20261122
    threads: int = 2


WEIGHTS = {
    "arc": 1.0,
    "deprel": 1.0,
    "upos": 0.5,
    "xpos": 0.5,
    "lemma": 0.3,
    "start": 0.5,
    "names": 2.0,
    "silver": 0.3,
    "conflict": 0.5,
}


def losses(network: Network, batch: Batch) -> dict[str, Tensor]:
    """The mean loss of each head over the words labelled for it; heads without labels are left out."""
    out = network(batch.pieces, batch.cases, batch.breaks, batch.first, batch.last, batch.mask)
    found: dict[str, Tensor] = {}
    for name in ("start", "upos", "xpos", "lemma", "names", "silver", "conflict"):
        if bool((batch.targets[name] != IGNORED).any()):
            wanted = batch.targets[name].flatten()
            found[name] = functional.cross_entropy(out[name].flatten(0, 1), _own_names(wanted) if name == "names" else wanted)
    head = batch.targets["head"]
    if bool((head != IGNORED).any()):
        arc = within_sentences(out["arc"], batch.sentence)
        found["arc"] = functional.cross_entropy(arc.flatten(0, 1), head.flatten())
        scores = relation_scores(out, (head - 1).clamp(min=0))
        found["deprel"] = functional.cross_entropy(scores.flatten(0, 1), batch.targets["deprel"].flatten())
    return found


def _own_names(wanted: Tensor) -> Tensor:
    """Tags of names as the trunk knows them: of other kinds it knows none."""
    return wanted.masked_fill(wanted >= NAME_TAGS, 0)


def train(network: Network, encoder: Encoder, sentences: Sequence[Sentence], pool: Pool, recipe: Recipe, folder: Path) -> None:
    """Train to the recipe's end, going on from the folder's last checkpoint where there is one."""
    torch.set_num_threads(recipe.threads)
    torch.manual_seed(recipe.seed)
    network.words.weight.requires_grad_(False)
    optimiser = optimiser_of(network, encoder_rate=recipe.encoder_rate, head_rate=recipe.head_rate, decay=recipe.decay)
    plan = [_epoch_windows(sentences, recipe, epoch) for epoch in range(recipe.epochs)]
    total = sum(len(epoch) for epoch in plan)
    rates = [group["lr"] for group in optimiser.param_groups]
    done, step = resume(network, optimiser, folder)
    for epoch in range(done, recipe.epochs):
        began = time.time()
        sums: dict[str, list[float]] = {}
        rng = random.Random(recipe.seed * 1000 + epoch)
        torch.manual_seed(recipe.seed + epoch)
        network.train()
        for number, group in enumerate(plan[epoch]):
            for entry, rate in zip(optimiser.param_groups, rates, strict=True):
                entry["lr"] = rate * schedule(step / total, recipe.warm_up)
            swapped = [[swap_names(sentence, pool, rng) for sentence in window] for window in group]
            batch = encoder.batch([distort(window, rng, Rates()) for window in swapped], rng)
            found = losses(network, batch)
            loss = torch.stack([WEIGHTS[name] * value for name, value in found.items()]).sum()
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), recipe.clip)
            optimiser.step()
            step += 1
            for name, value in found.items():
                sums.setdefault(name, []).append(float(value.detach()))
            if number % 50 == 49:
                means = " ".join(f"{name}={sum(row[-50:]) / len(row[-50:]):.3f}" for name, row in sums.items())
                at = f"epoch {epoch} step {number + 1}/{len(plan[epoch])} {time.time() - began:.0f}s"
                print(at, means, flush=True)
        keep(network, optimiser, folder, epoch + 1, step)
        record = {name: sum(row) / len(row) for name, row in sums.items()}
        print(f"epoch {epoch} done in {time.time() - began:.0f}s {json.dumps(record)}", flush=True)


def _epoch_windows(sentences: Sequence[Sentence], recipe: Recipe, epoch: int) -> list[list[list[Sentence]]]:
    rng = random.Random(recipe.seed + 7919 * epoch)
    return list(batches(pack(sentences, rng), recipe.words_per_batch, rng))


def save_recipe(recipe: Recipe, labels: Labels, folder: Path) -> None:
    """Write what the run was asked to do beside its checkpoints."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "recipe.json").write_text(json.dumps({**asdict(recipe), "weights": WEIGHTS}, indent=1) + "\n", encoding="utf-8")
    save_labels(labels, folder / "labels.json")
