"""The best dependency tree of a sentence: Chu-Liu and Edmonds, with exactly one root.

Ties fall to the lower-numbered head, so equal scores always give the same tree.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Numbers = NDArray[np.int64]

MANY_ROOTS = 1e6
"""What each root costs where the best tree has several: more than any tree can win by a second one."""


def best_tree(scores: NDArray[np.float32]) -> list[int]:
    """Give each word's head, -1 for the one root.

    ``scores`` is [dependent, 1 + head] over the words of one sentence; column 0 scores the root.
    """
    size = scores.shape[0]
    if size == 1:
        return [-1]
    full = np.full((size + 1, size + 1), -np.inf)
    full[1:, :] = scores
    full[np.arange(1, size + 1), np.arange(1, size + 1)] = -np.inf
    heads = _spanning(full)
    if int((heads[1:] == 0).sum()) != 1:
        full[1:, 0] -= MANY_ROOTS
        heads = _spanning(full)
    return [int(head) - 1 for head in heads[1:]]


def _spanning(scores: Floats) -> Numbers:
    """Best spanning tree out of node 0; scores are [dependent, head], row 0 unused."""
    heads: Numbers = scores.argmax(axis=1).astype(np.int64)
    heads[0] = 0
    cycle = _cycle(heads)
    if not cycle:
        return heads
    return _expanded(scores, heads, cycle)


def _expanded(scores: Floats, heads: Numbers, cycle: list[int]) -> Numbers:
    """Contract one cycle into a node, solve what is left, and open the cycle where its best entry is."""
    size = len(heads)
    inside = np.zeros(size, dtype=bool)
    inside[cycle] = True
    rest = np.flatnonzero(~inside)
    ring = np.flatnonzero(inside)
    kept = scores[ring, heads[ring]]
    entering = scores[np.ix_(ring, rest)] - kept[:, None]
    leaving = scores[np.ix_(rest, ring)]
    small = np.full((len(rest) + 1, len(rest) + 1), -np.inf)
    small[:-1, :-1] = scores[np.ix_(rest, rest)]
    small[-1, :-1] = entering.max(axis=0)
    small[:-1, -1] = leaving.max(axis=1)
    small[0, :] = -np.inf
    solved = _spanning(small)
    out = heads.copy()
    for place, node in enumerate(rest[1:], 1):
        head = int(solved[place])
        out[node] = rest[head] if head < len(rest) else ring[int(leaving[place].argmax())]
    source = int(solved[-1])
    out[ring[int(entering[:, source].argmax())]] = rest[source]
    return out


def _cycle(heads: Numbers) -> list[int]:
    """Give the nodes of one cycle that does not reach node 0, or none."""
    state = [0] * len(heads)
    state[0] = 2
    for start in range(1, len(heads)):
        path: list[int] = []
        node = start
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = int(heads[node])
        if state[node] == 1:
            return path[path.index(node) :]
        for seen in path:
            state[seen] = 2
    return []
