"""Stories: groups of reports that tell mainly of one matter, by average linkage over their likeness.

Two groups are joined, the most alike first, while the mean likeness of their reports (0 where a pair shares nothing) is at
least TOLD_TOGETHER. The outcome depends on the set of reports alone, not on their order.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

TOLD_TOGETHER: Final = 0.045
"""The least mean likeness of two groups of reports that tell one story."""


def of_one_story(alike: Mapping[tuple[str, str], float]) -> dict[tuple[str, str], float]:
    """The likeness of those pairs of reports that tell one story."""
    told = {report: k for k, story in enumerate(stories([r for pair in alike for r in pair], alike)) for report in story}
    return {(a, b): value for (a, b), value in alike.items() if told[a] == told[b]}


def stories(reports: Sequence[str], alike: Mapping[tuple[str, str], float]) -> tuple[tuple[str, ...], ...]:
    """Every report's id in exactly one group; groups and their ids sorted.

    `alike` gives the likeness of pairs of ids (in order), as `likenesses` does.
    """
    place = {report: k for k, report in enumerate(sorted(set(reports)))}
    members: dict[int, tuple[str, ...]] = {k: (report,) for report, k in place.items()}
    sums: dict[int, dict[int, float]] = defaultdict(dict)
    for (a, b), value in alike.items():
        sums[place[a]][place[b]] = sums[place[b]][place[a]] = value
    heap = [(-value, i, j) for i, row in sums.items() for j, value in row.items() if i < j and value >= TOLD_TOGETHER]
    heapq.heapify(heap)
    new = len(members)
    while heap:
        _, i, j = heapq.heappop(heap)
        if i not in members or j not in members:
            continue
        members[new] = tuple(sorted(members.pop(i) + members.pop(j)))
        first, second = sums.pop(i), sums.pop(j)
        for k in sorted((first.keys() | second.keys()) - {i, j}):
            if k in members:
                sums[new][k] = sums[k][new] = first.get(k, 0.0) + second.get(k, 0.0)
                mean = sums[new][k] / (len(members[new]) * len(members[k]))
                if mean >= TOLD_TOGETHER:
                    heapq.heappush(heap, (-mean, min(new, k), max(new, k)))
        new += 1
    return tuple(sorted(members.values()))
