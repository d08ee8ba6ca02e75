"""Names out of tag scores: the best run of BIO tags that is a lawful one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

FORBIDDEN = -1e6


def transitions(tags: Sequence[str], gains: Sequence[Sequence[float]] | None = None) -> NDArray[np.float32]:
    """[before, after]: what "after" gains by following "before"; the last row is the start of a sentence.

    Zero where no gains are given, and FORBIDDEN where a name would go on that was not begun.
    """
    shape = (len(tags) + 1, len(tags))
    table = np.zeros(shape, dtype=np.float32) if gains is None else np.array(gains, dtype=np.float32).reshape(shape)
    for after, tag in enumerate(tags):
        if tag.startswith("I-"):
            for before, other in enumerate((*tags, "start")):
                if other[2:] != tag[2:] or other[:2] not in ("B-", "I-"):
                    table[before, after] = FORBIDDEN
    return table


def best_spans(scores: NDArray[np.float32], tags: Sequence[str], table: NDArray[np.float32]) -> list[tuple[int, int, str]]:
    """Give (first word, one past the last, kind) of each name; scores are [word, tag]."""
    path = _viterbi(scores, table)
    spans: list[tuple[int, int, str]] = []
    for index, number in enumerate(path):
        tag = tags[number]
        if tag.startswith("B-"):
            spans.append((index, index + 1, tag[2:]))
        elif tag.startswith("I-"):
            first, _, kind = spans[-1]
            spans[-1] = (first, index + 1, kind)
    return spans


def _viterbi(scores: NDArray[np.float32], table: NDArray[np.float32]) -> list[int]:
    """Give the best lawful path; equal ones fall to the lower tag number."""
    if not scores.argmax(axis=1).any():
        return [0] * len(scores)
    best = scores[0] + table[-1]
    came: list[NDArray[np.int64]] = []
    for row in scores[1:]:
        reach = best[:, None] + table[:-1]
        came.append(reach.argmax(axis=0))
        best = reach.max(axis=0) + row
    path = [int(best.argmax())]
    for back in reversed(came):
        path.append(int(back[path[-1]]))
    return path[::-1]
