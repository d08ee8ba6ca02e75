"""Tellings of a report: what each of its words tells, by where the word begins, and how alike two are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from casus.model.telling import Telling
from casus.model.text import Sentence
from casus.tell.encoder import Scores, TellingEncoder
from casus.tell.windows import words_of

ROLES: Final = ("actors", "recipients", "place", "sources")
"""What a word may fill of an act, in the order the network is taught them (training/telling_words.py)."""
STEP: Final = 24
"""Of what words are compared by, so many whole numbers make one."""
LEVEL: Final = 2.0
"""Taken off each comparison, as in training: most words tell of different acts."""


class Tellings:
    """What a report's words tell."""

    def __init__(self, starts: dict[int, int], scores: Scores) -> None:
        self._starts = starts
        self._types, self._statuses, self._layers = (_likelihoods(x) for x in (scores.type, scores.status, scores.layer))
        self._before, self._after = _bytes(scores.before), _bytes(scores.after)
        self._asks, self._answers = _bytes(scores.asks), _bytes(scores.answers)

    def at(self, start: int) -> Telling | None:
        """What the word that begins at an offset of the report tells; None where none begins there."""
        row = self._starts.get(start)
        if row is None:
            return None
        types, statuses, layers = (_whole(rows[row]) for rows in (self._types, self._statuses, self._layers))
        return Telling(types, statuses, layers, self._before[row].tobytes().hex(), self._after[row].tobytes().hex())

    def filling(self, act: int, word: int) -> dict[str, float] | None:
        """The odds (log) that the word which begins at `word` fills each role of the act told by the one at `act`; None for no words."""
        asking, answering = self._starts.get(act), self._starts.get(word)
        if asking is None or answering is None:
            return None
        answer = self._answers[answering].astype(np.int64)
        asked = self._asks[asking].astype(np.int64).reshape(len(ROLES), -1)
        return dict(zip(ROLES, (_odds(total, len(answer)) for total in (asked @ answer).tolist()), strict=True))


def tellings_of(sentences: Sequence[Sentence], encoder: TellingEncoder) -> Tellings:
    """Read a report's sentences once more, as a whole."""
    tokens = [t for s in sentences for t in s.tokens]
    if not tokens:
        empty = np.zeros((0, 1), dtype=np.float32)
        return Tellings({}, Scores(empty, empty, empty, empty, empty, empty, empty))
    return Tellings({t.start: i for i, t in enumerate(tokens)}, encoder.scores(words_of(sentences)))


Compared = tuple[NDArray[np.int64], NDArray[np.int64]]


def compared_by(telling: Telling) -> Compared:
    """What a word is compared by, as the one told before and as the one told after."""
    before, after = (np.frombuffer(bytes.fromhex(x), dtype=np.int8).astype(np.int64) for x in (telling.before, telling.after))
    return before, after


def odds_of(first: Compared, second: Compared) -> float:
    """The odds (log) that two words tell of one act; `first` is told before `second`."""
    return _odds(int(np.dot(first[0], second[1])), len(first[0]))


class Likeness:
    """How alike some words are, each known by a number; what they are compared by is taken apart once."""

    def __init__(self, tellings: Mapping[int, Telling]) -> None:
        self._row = {number: row for row, number in enumerate(tellings)}
        compared = [compared_by(t) for t in tellings.values()]
        self._before = np.stack([c[0] for c in compared]) if compared else np.zeros((0, 1), dtype=np.int64)
        self._after = np.stack([c[1] for c in compared]) if compared else np.zeros((0, 1), dtype=np.int64)

    def all_odds(self, before: Sequence[int], second: int) -> list[float]:
        """The odds (log) that each of some words told before a word tells of its act."""
        totals = self._before[[self._row[n] for n in before]] @ self._after[self._row[second]]
        return [_odds(total, self._before.shape[1]) for total in totals.tolist()]


def _odds(total: int, width: int) -> float:
    return float(total / (STEP * STEP * width**0.5)) - LEVEL


def _likelihoods(scores: NDArray[np.float32]) -> NDArray[np.float64]:
    x = scores.astype(np.float64)
    x = x - x.max(axis=1, keepdims=True) if x.size else x
    rounded: NDArray[np.float64] = np.round(100 * (x - np.log(np.exp(x).sum(axis=1, keepdims=True))))
    return rounded


def _whole(row: NDArray[np.float64]) -> tuple[int, ...]:
    return tuple(int(v) for v in row)


def _bytes(vectors: NDArray[np.float32]) -> NDArray[np.int8]:
    return np.clip(np.round(vectors * STEP), -127, 127).astype(np.int8)
