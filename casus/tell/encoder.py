"""The trained network of tellings behind numpy: the words of a report in, per word what they tell out.

One window a call, never batched with another, as with the reader: only so does a window score the same whatever else is read.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from casus.read.card import ModelCard
from casus.read.encoder import session_options
from casus.read.pieces import Vocabulary
from casus.tell.weights import add_weights
from casus.tell.windows import Words, windows_of

SHIPPED: Final = Path(__file__).parent / "model"
FILE: Final = "tellings.onnx"
WEIGHTS: Final = "tellings.npz"
DECIMALS: Final = 3
"""Scores are rounded to this before they are used, so that the last bits of a sum decide nothing."""
OUTPUTS: Final = ("type", "status", "layer", "before", "after", "asks", "answers")
"""What is asked of the network."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Scores:
    """A report's words, a row each: scores of no act and each type, statuses, layers, and what a word is compared by.

    `asks` is what the word of an act looks for, role after role, `answers` what a word has to say to it.
    """

    type: Floats
    status: Floats
    layer: Floats
    before: Floats
    after: Floats
    asks: Floats
    answers: Floats


class TellingEncoder:
    """The ONNX model and the vocabulary, which is the reader's. Raises FileNotFoundError where a file is missing."""

    def __init__(self, vocabulary: Vocabulary, folder: Path = SHIPPED, *, threads: int = 1) -> None:
        for name in (FILE, WEIGHTS, "card.json"):
            if not (folder / name).is_file():
                raise FileNotFoundError(folder / name)
        self.card = ModelCard.load(folder)
        self._vocabulary = vocabulary
        options = session_options(threads)
        self._weights = add_weights(options, folder / WEIGHTS)  # the session reads them where they lie
        self._session = onnxruntime.InferenceSession(str(folder / FILE), options, providers=["CPUExecutionProvider"])

    def scores(self, words: Words) -> Scores:
        """The scores of a report's words, at least one."""
        parts: dict[str, list[Floats]] = {name: [] for name in OUTPUTS}
        for window in windows_of(words, self._vocabulary):
            part = slice(window.first, window.last)
            pieced = self._vocabulary.of_words(words.texts[part], (2, *words.breaks[part][1:]))
            feed = {n: np.asarray([getattr(pieced, n)], dtype=np.int64) for n in ("pieces", "cases", "breaks", "first", "last")}
            for name, rows in zip(OUTPUTS, self._session.run(list(OUTPUTS), feed), strict=True):
                parts[name].append(np.round(rows[0][window.new - window.first :], DECIMALS))
        return Scores(**{name: np.concatenate(rows) for name, rows in parts.items()})
