"""Small trained heads: a table of features with a weight for each answer, read once, summed in a fixed order.

A head is a folder file `heads/NAME.tsv.gz`: the first line names the answers, the others hold a feature and its weights in
hundredths. `training/heads.py` writes them; `training/MODEL_CARD.md` says from what.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import exp
from pathlib import Path

from casus.model.errors import CodebookError

FOLDER = Path(__file__).with_name("heads")


@dataclass(frozen=True, slots=True)
class Head:
    """A linear head: `answers`, and for each feature one whole-number weight (hundredths) an answer. Same features, same scores."""

    answers: tuple[str, ...]
    weights: Mapping[str, tuple[int, ...]]

    def scores(self, features: Iterable[str]) -> tuple[float, ...]:
        """One score an answer (log odds); a feature never seen counts nothing."""
        total = list(self.weights.get("", (0,) * len(self.answers)))
        for feature in features:
            found = self.weights.get(feature)
            if found is not None:
                total = [t + w for t, w in zip(total, found, strict=True)]
        return tuple(t / 100 for t in total)

    def chance(self, features: Iterable[str]) -> float:
        """How likely the second of a head's two answers is (0 to 1)."""
        no, yes = self.scores(features)
        return 1 / (1 + exp(no - yes))

    def best(self, features: Iterable[str]) -> str:
        """The answer with the highest score; ties fall to the first named."""
        scores = self.scores(features)
        return self.answers[scores.index(max(scores))]


@lru_cache(maxsize=16)
def load_head(name: str, folder: Path | None = None) -> Head:
    """A head of a folder, the shipped ones without. Raises CodebookError where its file is missing or broken."""
    path = (folder or FOLDER) / f"{name}.tsv.gz"
    try:
        lines = gzip.decompress(path.read_bytes()).decode("utf-8").split("\n")
    except OSError as error:
        raise CodebookError(f"{path.name}: the head cannot be read ({error})") from error
    answers = tuple(lines[0].split("\t"))
    rows = (line.split("\t") for line in lines[1:])
    try:
        return Head(answers, {row[0]: tuple(map(int, row[1:])) for row in rows})
    except ValueError as error:
        raise CodebookError(f"{path.name}: a weight is no whole number ({error})") from error
