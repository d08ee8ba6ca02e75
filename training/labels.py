"""The closed label sets of the reader's heads, drawn from the training sentences."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from itertools import pairwise
from pathlib import Path

import numpy as np

from casus.read.encoder import Labels
from casus.read.lemmas import IDENTITY, script_for
from training.corpus import OUTSIDE, TAGGED, Sentence

RAREST_SCRIPT = 2
"""A lemma script seen less often than this in training is not learned."""

MOVES_WEIGHT = 0.3
"""How much the order of name tags counts beside their scores; chosen on EWT dev."""


def save_labels(labels: Labels, path: Path) -> None:
    """Write labels.json as the reader loads it."""
    path.write_text(json.dumps(asdict(labels), ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def labels_of(sentences: Sequence[Sentence]) -> Labels:
    """Collect the labels; "root" is no deprel to choose, as the tree decides it."""
    upos: Counter[str] = Counter()
    xpos: Counter[str] = Counter()
    scripts: Counter[str] = Counter()
    deprel: Counter[str] = Counter()
    conflict: Counter[str] = Counter()
    for sentence in sentences:
        upos.update(sentence.upos)
        xpos.update(sentence.xpos)
        deprel.update(sentence.deprel)
        scripts.update(map(script_for, sentence.forms, sentence.lemma))
        conflict.update(tag[2:] for tag in sentence.conflict or () if tag != OUTSIDE)
    kept = sorted(script for script, count in scripts.items() if count >= RAREST_SCRIPT and script != IDENTITY)
    return Labels(
        upos=tuple(sorted(upos)),
        xpos=tuple(sorted(xpos)),
        lemma=(IDENTITY, *kept),
        deprel=tuple(sorted(set(deprel) - {"root"})),
        names=_bio(TAGGED),
        conflict=_bio(sorted(conflict)),
        name_moves=_moves(sentences, _bio(TAGGED)),
    )


def _moves(sentences: Sequence[Sentence], tags: Sequence[str]) -> tuple[tuple[float, ...], ...]:
    """Log odds of each tag after each other one (last row: first in its sentence), times MOVES_WEIGHT."""
    counts = np.full((len(tags) + 1, len(tags)), 0.5)
    for sentence in sentences:
        if sentence.names is not None and not sentence.silver:
            path = [tags.index(tag) for tag in sentence.names]
            for before, after in pairwise([len(tags), *path]):
                counts[before, after] += 1
    odds = np.log(counts / counts.sum(1, keepdims=True)) - np.log(counts.sum(0) / counts.sum())
    return tuple(tuple(float(x) for x in np.round(MOVES_WEIGHT * row, 4)) for row in odds)


def _bio(kinds: Iterable[str]) -> tuple[str, ...]:
    return (OUTSIDE, *(f"{mark}-{kind}" for kind in kinds for mark in "BI"))
