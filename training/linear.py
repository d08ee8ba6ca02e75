"""Small linear heads: examples of features and an answer in, a table of whole-number weights out (casus/codebook/heads.py).

Logistic regression by Adam on numpy, with a pull towards zero (L1) that keeps the tables small. Same examples, same table.
"""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
RATE, COOLING, BATCH, SEED = 0.01, 0.7, 4096, 20261122
SMALLEST = 5
"""Hundredths: a feature whose weights are all smaller is left out."""


@dataclass(slots=True)
class Examples:
    """What one head learns from."""

    answers: tuple[str, ...]
    rows: list[tuple[str, ...]] = field(default_factory=list)
    right: list[int] = field(default_factory=list)

    def add(self, features: Iterable[str], answer: int) -> None:
        """One more example."""
        self.rows.append(tuple(dict.fromkeys(features)))
        self.right.append(answer)


@dataclass(slots=True)
class Adam:
    """The optimiser's memory for one array."""

    mean: Floats
    square: Floats
    steps: int = 0

    def step(self, weights: Floats, slope: Floats, rate: float, pull: float) -> None:
        """Change the weights in place."""
        self.steps += 1
        self.mean += 0.1 * (slope - self.mean)
        self.square += 0.001 * (slope * slope - self.square)
        moved = self.mean / (1 - 0.9**self.steps) / (np.sqrt(self.square / (1 - 0.999**self.steps)) + 1e-8)
        weights -= rate * moved
        np.copyto(weights, np.sign(weights) * np.maximum(np.abs(weights) - rate * pull, 0))


def fit(examples: Examples, *, least: int = 6, epochs: int = 5, pull: float = 0.08, batch: int = BATCH) -> dict[str, tuple[float, ...]]:
    """Weights by feature; "" is the bias. `least` = how often a feature must be seen; `pull` = how much each step shrinks weights."""
    seen = Counter(f for row in examples.rows for f in row)
    kept = sorted(f for f, n in seen.items() if n >= least)
    number = {f: i for i, f in enumerate(kept)}
    rows = [np.array([number[f] for f in row if f in number], dtype=np.int64) for row in examples.rows]
    right = np.array(examples.right)
    classes = len(examples.answers)
    weights, bias = np.zeros((len(kept), classes)), np.zeros(classes)
    memory, bias_memory = Adam(np.zeros_like(weights), np.zeros_like(weights)), Adam(np.zeros(classes), np.zeros(classes))
    draw, rate = np.random.default_rng(SEED), RATE
    for _ in range(epochs):
        order = draw.permutation(len(rows))
        for at in range(0, len(order), batch):
            taken = order[at : at + batch]
            flat, owner = np.concatenate([rows[i] for i in taken]), np.repeat(np.arange(len(taken)), [len(rows[i]) for i in taken])
            error = _error(weights, bias, flat, owner, right[taken])
            slope = np.stack([np.bincount(flat, error[owner, k], minlength=len(kept)) for k in range(classes)], axis=1)
            memory.step(weights, slope / len(taken), rate, pull)
            bias_memory.step(bias, error.mean(axis=0), rate, 0.0)
        rate *= COOLING
    return {"": tuple(bias)} | {f: tuple(weights[i]) for f, i in number.items()}


def _error(weights: Floats, bias: Floats, flat: NDArray[np.int64], owner: NDArray[np.int64], right: NDArray[np.int64]) -> Floats:
    """Probability less truth, a row an example."""
    scores = np.stack([np.bincount(owner, weights[flat, k], minlength=len(right)) for k in range(weights.shape[1])], axis=1) + bias
    odds = np.exp(scores - scores.max(axis=1, keepdims=True))
    error: Floats = odds / odds.sum(axis=1, keepdims=True)
    error[np.arange(len(right)), right] -= 1
    return error


def rounded(weights: Mapping[str, Sequence[float]]) -> dict[str, tuple[int, ...]]:
    """Weights in hundredths, each feature's about their mean."""
    return {f: tuple(round((w - sum(row) / len(row)) * 100) for w in row) for f, row in weights.items()}


def write_head(path: Path, answers: Sequence[str], weights: Mapping[str, Sequence[float]], *, smallest: int = SMALLEST) -> int:
    """Write a head's table without the features whose weights are all smaller; gives its number of features."""
    lines = ["\t".join(answers)]
    for feature, whole in sorted(rounded(weights).items()):
        if feature == "" or (max(map(abs, whole)) >= smallest and not set(feature) & set("\t\n\r")):
            lines.append("\t".join((feature, *map(str, whole))))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress("\n".join(lines).encode("utf-8"), 9, mtime=0))
    return len(lines) - 1
