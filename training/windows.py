"""Packing sentences into windows, windows into batches, batches into tensors."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from casus.read.encoder import Labels
from casus.read.lemmas import script_for
from casus.read.pieces import Vocabulary
from training.corpus import Sentence

IGNORED = -100
"""The label torch's cross entropy passes over."""

Window = list[Sentence]


@dataclass(slots=True)
class Batch:
    """Tensors of one batch; windows by row.  Piece-wise: pieces, cases, breaks, mask; the rest word-wise."""

    pieces: Tensor
    cases: Tensor
    breaks: Tensor
    mask: Tensor
    first: Tensor
    last: Tensor
    words: Tensor
    sentence: Tensor
    """Number of each word's sentence in its window, -1 for padding."""
    targets: dict[str, Tensor]
    taught: Tensor | None = None
    """The teacher's shares, [window, word, tag]; zeros where it was not asked."""


def pack(sentences: Sequence[Sentence], rng: random.Random | None, longest: int = 120, single: float = 0.3) -> list[Window]:
    """Fill windows with consecutive sentences of a document.

    With ``rng`` the sizes vary, and a share of ``single`` holds one sentence only; without it each
    window is filled up to ``longest`` words.
    """
    windows: list[Window] = []
    window: Window = []
    room = 0
    for sentence in sentences:
        size = len(sentence.forms)
        if window and (room < size or window[-1].doc != sentence.doc):
            windows.append(window)
            window = []
        if not window:
            room = longest
            if rng is not None:
                room = 0 if rng.random() < single else rng.randint(20, longest)
        window.append(sentence)
        room -= size
    if window:
        windows.append(window)
    return windows


def batches(windows: Sequence[Window], size: int, rng: random.Random) -> Iterator[list[Window]]:
    """Group windows of like length, about ``size`` words with padding; batches in random order."""
    by_length = sorted(windows, key=lambda w: (sum(len(s.forms) for s in w), rng.random()))
    groups: list[list[Window]] = []
    group: list[Window] = []
    for window in by_length:
        length = sum(len(s.forms) for s in window)
        if group and (len(group) + 1) * length > size:
            groups.append(group)
            group = []
        group.append(window)
    if group:
        groups.append(group)
    rng.shuffle(groups)
    yield from groups


class Encoder:
    """Turns windows into tensors under one vocabulary and one label set."""

    def __init__(self, vocabulary: Vocabulary, labels: Labels) -> None:
        self._vocabulary = vocabulary
        self._upos = {label: i for i, label in enumerate(labels.upos)}
        self._xpos = {label: i for i, label in enumerate(labels.xpos)}
        self._lemma = {label: i for i, label in enumerate(labels.lemma)}
        self._deprel = {label: i for i, label in enumerate(labels.deprel)}
        self._names = {label: i for i, label in enumerate(labels.names)}
        self._conflict = {label: i for i, label in enumerate(labels.conflict)}

    def batch(self, windows: Sequence[Window], rng: random.Random | None = None) -> Batch:
        """Tensors of the windows; with ``rng`` some paragraph marks are forgotten."""
        rows = [self._row(window, rng) for window in windows]
        taught = _taught(windows, len(self._names))
        pieced = [row[0] for row in rows]
        targets = [row[1] for row in rows]
        return Batch(
            pieces=padded([p.pieces for p in pieced], 0),
            cases=padded([p.cases for p in pieced], 0),
            breaks=padded([p.breaks for p in pieced], 0),
            mask=padded([[1] * len(p.pieces) for p in pieced], 0).bool(),
            first=padded([p.first for p in pieced], 0),
            last=padded([p.last for p in pieced], 0),
            words=padded([[1] * len(p.first) for p in pieced], 0).bool(),
            sentence=padded([t.pop("sentence") for t in targets], -1),
            targets={key: padded([t[key] for t in targets], IGNORED) for key in targets[0]},
            taught=taught,
        )

    def _row(self, window: Window, rng: random.Random | None):  # type: ignore[no-untyped-def]
        words = [form for s in window for form in s.forms]
        breaks: list[int] = []
        target: dict[str, list[int]] = {
            key: [] for key in ("sentence", "start", "upos", "xpos", "lemma", "head", "deprel", "names", "silver", "conflict")
        }
        for number, s in enumerate(window):
            size = len(s.forms)
            offset = len(target["sentence"])
            opening = s.opens_paragraph and (rng is None or rng.random() < 0.6)
            breaks.extend(2 if i == 0 and (number == 0 or opening) else int(glued) for i, glued in enumerate(s.glued))
            nothing = [IGNORED] * size
            target["sentence"].extend([number] * size)
            target["start"].extend([1] + [0] * (size - 1))
            target["upos"].extend([self._upos[x] for x in s.upos] or nothing)
            target["xpos"].extend([self._xpos[x] for x in s.xpos] or nothing)
            target["lemma"].extend([self._lemma.get(script_for(f, x), IGNORED) for f, x in zip(s.forms, s.lemma, strict=False)] or nothing)
            target["head"].extend([h + offset + 1 if h >= 0 else 0 for h in s.head] or nothing)
            target["deprel"].extend([self._deprel.get(x, IGNORED) for x in s.deprel] or nothing)
            names = [self._names[x] for x in s.names] if s.names is not None else nothing
            target["names"].extend(nothing if s.silver else names)
            target["silver"].extend(names if s.silver else nothing)
            target["conflict"].extend([self._conflict[x] for x in s.conflict] if s.conflict is not None else nothing)
        return self._vocabulary.of_words(words, breaks), target


def _taught(windows: Sequence[Window], tags: int) -> Tensor | None:
    if all(s.taught is None for window in windows for s in window):
        return None
    width = max(sum(len(s.forms) for s in window) for window in windows)
    out = torch.zeros(len(windows), width, tags)
    for row, window in zip(out, windows, strict=True):
        at = 0
        for s in window:
            if s.taught is not None:
                row[at : at + len(s.forms)] = torch.tensor(s.taught)
            at += len(s.forms)
    return out


def padded(rows: Sequence[Sequence[int]], value: int) -> Tensor:
    """The rows as one tensor, the shorter ones filled up with a value."""
    width = max(map(len, rows))
    return torch.tensor([[*row, *[value] * (width - len(row))] for row in rows])
