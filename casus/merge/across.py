"""Across reports: accounts of one occurrence become one event, best pairs first, each pair same, different or undecided.

Agglomeration over unions: after a join the new account is compared afresh with every neighbour of its parts. The outcome
depends on the set of claims alone, so reports may come in any order, one by one or at once.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from casus.ingest.persons import Persons
from casus.merge.account import NO_PERSONS, Account, Alike, account_of
from casus.merge.compare import Verdict, compare, may_be_one
from casus.merge.folding import NO_RULINGS, Group, group_key, scored, united
from casus.merge.rulings import Rulings
from casus.model.claim import Claim

ACROSS = 0.5
"""The least score at which accounts of two reports tell one occurrence."""
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
    roots: Mapping[str, str],
    alike: Alike,
    rulings: Rulings = NO_RULINGS,
    persons: Mapping[str, Persons] = NO_PERSONS,
) -> tuple[tuple[Group, ...], tuple[Doubt, ...]]:
    """Join groups of different reports that tell one occurrence; also the pairs that stay undecided.

    `groups` stand in order, each with its account; `pairs` are those worth comparing; `roots` gives each near copy the id of
    the first of its kind, `alike` how much pairs of reports share, `persons` whom they name.
    """
    state = _State(dict(enumerate(groups)), dict(enumerate(accounts)), roots, alike, rulings, persons)
    state.run(pairs)
    return state.result()


class _State:
    """The groups alive, their accounts, and the scored links between them."""

    def __init__(
        self,
        groups: dict[int, Group],
        accounts: dict[int, Account],
        roots: Mapping[str, str],
        alike: Alike,
        rulings: Rulings,
        persons: Mapping[str, Persons],
    ) -> None:
        self.groups, self.accounts = groups, accounts
        self.roots, self.alike, self.rulings, self.persons = roots, alike, rulings, persons
        self.links: dict[int, dict[int, Verdict]] = defaultdict(dict)
        self.heap: list[tuple[float, int, int]] = []
        self.next = len(groups)

    def _obey(self) -> None:
        """Join what a person said is one, whatever the scores say."""
        for pair in self.rulings.together:
            found = sorted(k for k, g in self.groups.items() if any(c.id in pair for c in g.claims))
            if len(found) == 2:
                self._join(found[0], found[1], 1.0, ("a person's decision",))

    def _link(self, i: int, j: int) -> None:
        if self._told_apart(i, j):
            return
        if self.rulings.forbid(self.groups[i].claims, self.groups[j].claims):
            return
        found = compare(self.accounts[i], self.accounts[j], self.alike)
        if found.veto and not found.alikeness:
            return
        self.links[i][j] = self.links[j][i] = found  # in one story, what is forbidden now may not be when more is known of either
        if not found.veto and found.value >= ACROSS and not found.doubt and may_be_one(self.accounts[i], self.accounts[j], found):
            heapq.heappush(self.heap, (-found.value, min(i, j), max(i, j)))

    def _told_apart(self, i: int, j: int) -> bool:
        """Whether a report that tells both forbids that they are one, or has copies, which would only repeat that they are two."""
        shared = self.accounts[i].reports & self.accounts[j].reports
        mine, others = ([c for c in self.groups[k].claims if c.report in shared] for k in (i, j))
        return any(r in self.roots for r in shared) or any(scored(x, y).veto for x in mine for y in others if x.report == y.report)

    def run(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Join what was decided, then the best pair until none reaches the threshold."""
        for i, j in pairs:
            self._link(i, j)
        self._obey()
        while self.heap:
            value, i, j = heapq.heappop(self.heap)
            if i in self.groups and j in self.groups:
                self._join(i, j, -value, self.links[i][j].because)

    def _join(self, i: int, j: int, value: float, because: tuple[str, ...]) -> None:
        neighbours = sorted((self.links.pop(i, {}).keys() | self.links.pop(j, {}).keys()) - {i, j})
        group = united([self.groups.pop(i), self.groups.pop(j)], [(value, because)])
        new, self.next = self.next, self.next + 1
        leads = self.accounts[i].leads | self.accounts[j].leads
        self.groups[new], self.accounts[new] = group, account_of(group.claims, self.roots, leads, self.persons)
        del self.accounts[i], self.accounts[j]
        for k in neighbours:
            if k in self.groups:
                self.links[k].pop(i, None)
                self.links[k].pop(j, None)
                self._link(new, k)

    def result(self) -> tuple[tuple[Group, ...], tuple[Doubt, ...]]:
        """The groups in the order of their first claims, and what is undecided between them."""
        order = sorted(self.groups, key=lambda k: group_key(self.groups[k].claims[0]))
        rank = {k: n for n, k in enumerate(order)}
        doubts = [
            Doubt(min(rank[i], rank[j]), max(rank[i], rank[j]), found.value, found.because)
            for i, row in self.links.items()
            for j, found in row.items()
            if i < j and i in rank and j in rank and self._is_doubt(i, j, found)
        ]
        return tuple(self.groups[k] for k in order), tuple(sorted(doubts, key=lambda d: (d.a, d.b)))

    def _is_doubt(self, i: int, j: int, found: Verdict) -> bool:
        if found.value < UNDECIDED or not may_be_one(self.accounts[i], self.accounts[j], found):
            return False
        return all(_is_told(self.groups[k].claims) for k in (i, j))


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
