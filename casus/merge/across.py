"""Across reports: accounts of one occurrence become one event, best pairs first, each pair same, different or undecided.

Agglomeration over unions: after a join the new account is compared afresh with every neighbour of its parts. The outcome
depends on the set of claims alone, so reports may come in any order, one by one or at once.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from casus.merge.account import Account
from casus.merge.compare import Verdict, are_one, may_be_one
from casus.merge.comparing import Comparing, Told
from casus.merge.folding import NO_RULINGS
from casus.merge.group import Group, group_key, united
from casus.merge.rulings import DECIDED, Rulings
from casus.model.claim import Claim

_EARLY = 20
"""What a report first tells after so many sentences is not its main matter."""
UNDECIDED = 0.35
"""From this score on a pair is worth a person's look."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two groups that may be one occurrence: their places in the list of groups, the score, what speaks for and against."""

    a: int
    b: int
    score: float
    because: tuple[str, ...]


def fold_across(
    groups: Sequence[Group],
    accounts: Sequence[Account],
    pairs: Iterable[tuple[int, int]],
    comparing: Comparing,
    rulings: Rulings = NO_RULINGS,
) -> tuple[tuple[Group, ...], tuple[Doubt, ...]]:
    """Join groups of different reports that tell one occurrence; also the pairs that stay undecided.

    `groups` stand in order, each with its account; `pairs` are those worth comparing.
    """
    state = _State([comparing.told(g, a) for g, a in zip(groups, accounts, strict=True)], comparing, rulings)
    state.run(pairs)
    return state.result()


class _State:
    """The groups alive, with their accounts, and the scored links between them."""

    def __init__(self, told: Sequence[Told], comparing: Comparing, rulings: Rulings) -> None:
        self.told = dict(enumerate(told))
        self.comparing, self.rulings = comparing, rulings
        self.links: dict[int, dict[int, Verdict]] = defaultdict(dict)
        self.heap: list[tuple[bool, float, int, int]] = []
        self.next = len(told)

    def _obey(self) -> None:
        """Join what a person said is one, whatever the scores say."""
        for pair in self.rulings.together:
            found = sorted(k for k, told in self.told.items() if not told.ids.isdisjoint(pair))
            if len(found) == 2:
                self._join(found[0], found[1], 1.0, (DECIDED,))

    def _link(self, i: int, j: int) -> None:
        one, other = self.told[i], self.told[j]
        if self.rulings.forbid(one.ids, other.ids):
            return
        found = self.comparing.verdict(one, other)
        if found is None or (found.veto and not found.alikeness):
            return
        self.links[i][j] = self.links[j][i] = found  # in one story, what is forbidden now may not be when more is known of either
        if are_one(one.account, other.account, found):
            heapq.heappush(self.heap, (found.by_the_way, -found.value, min(i, j), max(i, j)))

    def run(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Join what was decided, then the best pair until none reaches the threshold; main matters before what is told by the way."""
        for i, j in pairs:
            self._link(i, j)
        self._obey()
        while self.heap:
            _, value, i, j = heapq.heappop(self.heap)
            if i in self.told and j in self.told:
                self._join(i, j, -value, self.links[i][j].because)

    def _join(self, i: int, j: int, value: float, because: tuple[str, ...]) -> None:
        neighbours = sorted((self.links.pop(i, {}).keys() | self.links.pop(j, {}).keys()) - {i, j})
        one, other = self.told.pop(i), self.told.pop(j)
        new, self.next = self.next, self.next + 1
        self.told[new] = self.comparing.told(
            united([one.group, other.group], [(value, because)]), leads=one.account.leads | other.account.leads
        )
        for k in neighbours:
            if k in self.told:
                self.links[k].pop(i, None)
                self.links[k].pop(j, None)
                self._link(new, k)

    def result(self) -> tuple[tuple[Group, ...], tuple[Doubt, ...]]:
        """The groups in the order of their first claims, and what is undecided between them."""
        order = sorted(self.told, key=lambda k: group_key(self.told[k].group.claims[0]))
        rank = {k: n for n, k in enumerate(order)}
        doubts = [
            Doubt(min(rank[i], rank[j]), max(rank[i], rank[j]), found.value, found.because)
            for i, row in self.links.items()
            for j, found in row.items()
            if i < j and i in rank and j in rank and self._is_doubt(i, j, found)
        ]
        return tuple(self.told[k].group for k in order), tuple(sorted(doubts, key=lambda d: (d.a, d.b)))

    def _is_doubt(self, i: int, j: int, found: Verdict) -> bool:
        if found.value < UNDECIDED or not may_be_one(self.told[i].account, self.told[j].account, found):
            return False
        return all(_is_told(self.told[k].group.claims) for k in (i, j))


def leads_of(groups: Sequence[Group]) -> dict[int, frozenset[str]]:
    """The groups of one report that are its main matter as far as their type goes: the first certain act in the news.

    Where there is none, the first certain act of any layer, then any act; nothing that only comes late in the report.
    """
    first: dict[tuple[str, str], tuple[int, int]] = {}
    for k, group in enumerate(groups):
        claim = group.claims[0]
        if not claim.aggregate and claim.sentence <= _EARLY:
            rank = (0 if claim.layer == "news" else 1) if _is_told(group.claims) else 2
            key = (claim.report, claim.type)
            first[key] = min(first.get(key, (rank, k)), (rank, k))
    return {k: frozenset({report}) for (report, _), (_, k) in first.items()}


def _is_told(claims: Sequence[Claim]) -> bool:
    return any(c.certain and not c.heading for c in claims)
