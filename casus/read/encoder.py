"""The trained network behind numpy: one window of words in, every head's scores out.

One window a call, never batched with another: dynamic quantisation ranges over the whole input, so
only so does a window score the same whatever else is read.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from casus.read.pieces import Vocabulary

DECIMALS: Final = 3
"""Scores are rounded to this before they are compared, so that the last bits of a sum decide nothing."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Labels:
    """Each head's labels; a label's place is its number in the model."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    lemma: tuple[str, ...]
    deprel: tuple[str, ...]
    names: tuple[str, ...]
    conflict: tuple[str, ...]
    name_moves: tuple[tuple[float, ...], ...]
    """What a tag of ``names`` gains by the one before it; the last row is a sentence's start."""

    @classmethod
    def load(cls, path: Path) -> Labels:
        """Read labels.json."""
        rows = json.loads(path.read_text(encoding="utf-8"))
        moves = tuple(map(tuple, rows.pop("name_moves")))
        return cls(**{key: tuple(row) for key, row in rows.items()}, name_moves=moves)


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores of one window, a row per word; rounded."""

    start: Floats
    """One number a word: above zero, it begins a sentence."""
    upos: Floats
    xpos: Floats
    lemma: Floats
    names: Floats
    conflict: Floats
    arc: Floats
    """[dependent, 1 + head]; column 0 is the root."""
    relation_dependent: Floats
    relation_bias: Floats
    relation_head: Floats

    def relations(self, dependents: Sequence[int], heads: Sequence[int]) -> Floats:
        """Scores of every relation for each (dependent, head) pair."""
        left = self.relation_dependent[list(dependents)]
        right = self.relation_head[list(heads)]
        scores = np.einsum("wlk,wk->wl", left, right) + self.relation_bias[list(dependents)]
        rounded: Floats = np.round(scores, DECIMALS).astype(np.float32)
        return rounded


class Encoder:
    """The ONNX model, its vocabulary and its labels."""

    def __init__(self, folder: Path, *, threads: int = 1) -> None:
        self.vocabulary = Vocabulary.load(folder / "vocab.txt")
        self.labels = Labels.load(folder / "labels.json")
        model, options = str(folder / "reader.onnx"), session_options(threads)
        self._session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        self._outputs = [output.name for output in self._session.get_outputs()]

    def scores(self, words: Sequence[str], breaks: Sequence[int]) -> Scores:
        """Read one window; ``breaks`` are classes of pieces.BREAKS, one a word.  At least one word."""
        pieced = self.vocabulary.of_words(words, breaks)
        names = ("pieces", "cases", "breaks", "first", "last")
        feed = {name: np.asarray([getattr(pieced, name)], dtype=np.int64) for name in names}
        rows: list[Any] = self._session.run(self._outputs, feed)
        out = {name: row[0] for name, row in zip(self._outputs, rows, strict=True)}
        for name in ("start", "upos", "xpos", "lemma", "names", "conflict", "arc"):
            out[name] = np.round(out[name], DECIMALS)
        out["start"] = out["start"][:, 1] - out["start"][:, 0]
        return Scores(**out)


def session_options(threads: int) -> onnxruntime.SessionOptions:
    """How a model is run: in one order of work, with so many threads."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
    options.log_severity_level = 3
    return options
