"""Train the teacher on Universal NER, and let it tag the text the names branch learns from.

``python -m training.teach --data ../shared/data --work DIR``; what is done already is not done again.
"""

from __future__ import annotations

import argparse
import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from casus.read.encoder import Labels
from casus.read.pieces import Vocabulary
from training.corpus import OUTSIDE, Sentence
from training.data import ewt, gum, training_sentences
from training.fit import minilm_folder
from training.labels import labels_of
from training.mpnet import load_mpnet
from training.noise import Rates, distort
from training.swap import Pool, swap_names
from training.teacher import Pieces, Teacher
from training.texts import unlabelled
from training.windows import IGNORED, Batch, Encoder, Window, batches, pack

EPOCHS = 3
RATE = 4e-5
HEAD_RATE = 1e-3
WARM_UP = 0.1
WORDS_PER_BATCH = 900
NAMELESS = 0.3
"""Of the sentences without a proper noun, how many are read an epoch."""
SEED = 20261123
_HEAD = ("mix", "hidden", "names", "cases", "breaks")


def lessons(data: Path) -> list[Sentence]:
    """All the text on which the branch hears the teacher, in a fixed order; GUM's silver names are left out."""
    return [*(replace(sentence, names=None) for sentence in gum(data, "train")), *unlabelled(data)]


def taught(data: Path, work: Path) -> list[Sentence]:
    """The lessons with the teacher's shares; trains the teacher where ``work`` holds none."""
    labels = labels_of(training_sentences(data))
    if not (work / "taught.npy").exists():
        _tag(data, work, labels)
    shares = np.load(work / "taught.npy").astype(np.float32)
    out: list[Sentence] = []
    at = 0
    for sentence in lessons(data):
        size = len(sentence.forms)
        out.append(replace(sentence, taught=shares[at : at + size].tolist()))
        at += size
    if at != len(shares):
        raise ValueError(f"{work / 'taught.npy'} is of other text: delete it")
    return out


def fit_teacher(data: Path, work: Path, labels: Labels) -> Teacher:
    """The teacher as kept in ``work``, or trained and kept there."""
    torch.manual_seed(SEED)
    teacher = Teacher(labels)
    kept = work / "teacher.pt"
    if kept.exists():
        teacher.load_state_dict(torch.load(kept, weights_only=True))
        return teacher
    load_mpnet(teacher)
    teacher.freeze()
    optimiser = _optimiser(teacher)
    rates = [group["lr"] for group in optimiser.param_groups]
    plan = [list(_epoch(ewt(data, "train"), epoch)) for epoch in range(EPOCHS)]
    total = sum(map(len, plan))
    encoder = Encoder(Vocabulary.load(minilm_folder() / "vocab.txt"), labels)
    pool, rng = Pool.load(data), random.Random(SEED)
    teacher.train()
    for step, group in enumerate(group for epoch in plan for group in epoch):
        for entry, rate in zip(optimiser.param_groups, rates, strict=True):
            entry["lr"] = rate * _schedule(step / total)
        batch = encoder.batch([distort([swap_names(s, pool, rng) for s in window], rng, Rates()) for window in group])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores = teacher(_pieces(batch))
        loss = functional.cross_entropy(scores.float().flatten(0, 1), batch.targets["names"].flatten(), ignore_index=IGNORED)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(teacher.parameters(), 1.0)
        optimiser.step()
        if step % 20 == 19:
            print(f"teacher {step + 1}/{total} {float(loss.detach()):.3f}", flush=True)
    torch.save(teacher.state_dict(), kept)
    return teacher


def _pieces(batch: Batch) -> Pieces:
    return Pieces(batch.pieces, batch.cases, batch.breaks, batch.mask, batch.first, batch.last)


def _epoch(sentences: Sequence[Sentence], epoch: int) -> Iterator[list[Window]]:
    """Batches of the sentences that may hold names, and a share of the others."""
    rng = random.Random(SEED + epoch)
    kept = [s for s in sentences if "PROPN" in s.upos or any(t != OUTSIDE for t in s.names or ()) or rng.random() < NAMELESS]
    return batches(pack(kept, rng, 100), WORDS_PER_BATCH, rng)


def _schedule(progress: float) -> float:
    if progress < WARM_UP:
        return progress / WARM_UP
    return 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * (progress - WARM_UP) / (1 - WARM_UP)))


def _optimiser(teacher: Teacher) -> torch.optim.AdamW:
    head = [p for name, p in teacher.named_parameters() if name.startswith(_HEAD)]
    body = [p for name, p in teacher.named_parameters() if p.requires_grad and not name.startswith(_HEAD)]
    groups = [{"params": body, "lr": RATE}, {"params": head, "lr": HEAD_RATE}]
    return torch.optim.AdamW(groups, betas=(0.9, 0.99), weight_decay=0.01)


def _tag(data: Path, work: Path, labels: Labels) -> None:
    """Write the teacher's shares of each tag for each word of the lessons."""
    teacher = fit_teacher(data, work, labels).eval()
    encoder = Encoder(Vocabulary.load(minilm_folder() / "vocab.txt"), labels)
    windows = pack(lessons(data), None)
    order = sorted(range(len(windows)), key=lambda i: sum(len(s.forms) for s in windows[i]))
    shares: list[np.ndarray | None] = [None] * len(windows)
    for first in range(0, len(order), 8):
        group = order[first : first + 8]
        batch = encoder.batch([windows[i] for i in group])
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            scores = teacher(_pieces(batch)).float().softmax(-1).numpy()
        for row, number in zip(scores, group, strict=True):
            shares[number] = row[: sum(len(s.forms) for s in windows[number])].astype(np.float16)
    np.save(work / "taught.npy", np.concatenate([rows for rows in shares if rows is not None]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    taught(options.data, options.work)


if __name__ == "__main__":
    main()
