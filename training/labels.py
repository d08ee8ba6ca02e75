"""The closed label sets of the reader's heads, drawn from the training sentences."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from casus.read.encoder import Labels
from casus.read.lemmas import IDENTITY, script_for
from training.corpus import NAMED, OUTSIDE, Sentence

RAREST_SCRIPT = 2
"""A lemma script seen less often than this in training is not learned."""


def save_labels(labels: Labels, path: Path) -> None:
    """Write labels.json as the reader loads it."""
    path.write_text(json.dumps(asdict(labels), ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def labels_of(sentences: Iterable[Sentence]) -> Labels:
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
        names=_bio(NAMED),
        conflict=_bio(sorted(conflict)),
    )


def _bio(kinds: Iterable[str]) -> tuple[str, ...]:
    return (OUTSIDE, *(f"{mark}-{kind}" for kind in kinds for mark in "BI"))
