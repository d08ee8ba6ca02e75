"""Scores of coreference: MUC, B3, CEAF-e, and their mean F1 (the CoNLL score), for two partitions of the same mentions.

MUC: Vilain et al. 1995, links needed and found. B3: Bagga and Baldwin 1998, per mention. CEAF-e: Luo 2005, the best one-to-one
matching of clusters by phi4 (Dice). CoNLL: Pradhan et al. 2012, the mean of the three F1. Mentions are given, so both sides hold the same ones.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf

Answers = Sequence[tuple[Hashable, Hashable]]
"""Of each mention, the group it is put in, and the right one."""


@dataclass(frozen=True, slots=True)
class Rates:
    """Precision, recall and their harmonic mean."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean; 0 where both are 0."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def groups_of(labels: Iterable[Hashable]) -> dict[Hashable, frozenset[int]]:
    """The places of each label."""
    members: dict[Hashable, set[int]] = defaultdict(set)
    for k, label in enumerate(labels):
        members[label].add(k)
    return {label: frozenset(ks) for label, ks in members.items()}


def b_cubed(answers: Answers) -> Rates:
    """B3: of each mention, how much of its group is right, and how much of the right one is in its group."""
    ours, gold = groups_of(g for g, _ in answers), groups_of(x for _, x in answers)
    shared = [(len(ours[g] & gold[x]), len(ours[g]), len(gold[x])) for g, x in answers]
    n = max(len(shared), 1)
    return Rates(sum(s / o for s, o, _ in shared) / n, sum(s / x for s, _, x in shared) / n)


def muc(answers: Answers) -> Rates:
    """MUC: the links of a spanning tree of each cluster that the other side keeps."""
    ours, gold = [g for g, _ in answers], [x for _, x in answers]
    return Rates(_links_kept(ours, gold), _links_kept(gold, ours))


def _links_kept(labels: Sequence[Hashable], other: Sequence[Hashable]) -> float:
    groups = groups_of(labels).values()
    needed = sum(len(group) - 1 for group in groups)
    kept = sum(len(group) - len({other[k] for k in group}) for group in groups)
    return kept / needed if needed else 0.0


def ceaf_e(answers: Answers) -> Rates:
    """CEAF-e: the similarity of the best one-to-one matching, over the number of clusters of either side."""
    ours, gold = (list(groups_of(side).values()) for side in ([g for g, _ in answers], [x for _, x in answers]))
    total = sum(_best(part) for part in _components(ours, gold))
    return Rates(total / max(len(ours), 1), total / max(len(gold), 1))


def conll(answers: Answers) -> float:
    """The mean F1 of MUC, B3 and CEAF-e."""
    return (muc(answers).f1 + b_cubed(answers).f1 + ceaf_e(answers).f1) / 3


Table = Mapping[int, Mapping[int, float]]
"""The similarity of clusters that share a mention, by their places."""


def _components(ours: Sequence[frozenset[int]], gold: Sequence[frozenset[int]]) -> list[Table]:
    """The similarities of overlapping clusters, apart for clusters that no chain of overlaps connects."""
    of_gold = {k: j for j, group in enumerate(gold) for k in group}
    rows = {i: {j: 2 * len(g & gold[j]) / (len(g) + len(gold[j])) for j in sorted({of_gold[k] for k in g})} for i, g in enumerate(ours)}
    parts: list[tuple[dict[int, Mapping[int, float]], set[int]]] = []
    for i, row in rows.items():
        touching = [p for p in parts if p[1] & row.keys()]
        joined = ({i: row, **{k: r for p in touching for k, r in p[0].items()}}, set(row).union(*(p[1] for p in touching)))
        parts = [*(p for p in parts if p not in touching), joined]
    return [part for part, _ in parts]


def _best(table: Table) -> float:
    """The greatest sum of a one-to-one matching: augmenting paths under potentials (the Hungarian method)."""
    columns = sorted({j for row in table.values() for j in row})
    size = max(len(table), len(columns))
    cost = [[-row.get(columns[c], 0.0) if c < len(columns) else 0.0 for c in range(size)] for row in table.values()]
    cost += [[0.0] * size for _ in range(size - len(cost))]
    chosen = _matched(cost)
    return -sum(cost[row][column] for column, row in enumerate(chosen))


def _matched(cost: Sequence[Sequence[float]]) -> list[int]:
    """Of each column, its row in the cheapest perfect matching of a square table; row by row along shortest paths."""
    n = len(cost)
    of_row, of_column = [0.0] * (n + 1), [0.0] * (n + 1)
    owner, before = [0] * (n + 1), [0] * (n + 1)  # rows and columns count from 1; column 0 stands for the row to be placed
    for row in range(1, n + 1):
        owner[0], column = row, 0
        least, seen = [inf] * (n + 1), [False] * (n + 1)
        while owner[column]:
            seen[column], here = True, owner[column]
            for c in (c for c in range(1, n + 1) if not seen[c]):
                value = cost[here - 1][c - 1] - of_row[here] - of_column[c]
                if value < least[c]:
                    least[c], before[c] = value, column
            nearest = min((c for c in range(1, n + 1) if not seen[c]), key=least.__getitem__)
            step = least[nearest]
            for c in range(n + 1):
                if seen[c]:
                    of_row[owner[c]] += step
                    of_column[c] -= step
                else:
                    least[c] -= step
            column = nearest
        while column:
            owner[column], column = owner[before[column]], before[column]
    return [row - 1 for row in owner[1:]]
