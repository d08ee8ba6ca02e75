"""Merging kept at hand: when people decide on joins and splits, only what their decisions touch is merged anew.

The claims of a report are folded by themselves. Across reports only accounts that meet (see `blocks`), directly or through others,
or that somebody joined, can come to be one: a circle of them is settled by itself, whatever the rest of the case holds. So the outcome is
the same as if all were merged at once.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from operator import itemgetter

from casus.ingest.persons import Persons
from casus.merge.account import NO_PERSONS, Alike, account_of
from casus.merge.across import fold_across, leads_of
from casus.merge.blocks import Blocks, Pair
from casus.merge.comparing import Comparing
from casus.merge.folding import NO_RULINGS, Known, fold
from casus.merge.group import Group, group_key
from casus.merge.lent_means import with_means_told_again
from casus.merge.reconcile import reconcile
from casus.merge.rulings import Rulings
from casus.merge.spoken_of import with_accused
from casus.merge.told_beside import with_tellers_beside
from casus.merge.tolls import Told
from casus.merge.victims import with_victims, without_victims
from casus.model.claim import Claim
from casus.model.event import Event, Undecided

Order = tuple[int, str, str, int, str]


@dataclass(frozen=True, slots=True)
class Merged:
    """The events of many claims, and the pairs of them that may be one occurrence but are not sure to be."""

    events: tuple[Event, ...]
    undecided: tuple[Undecided, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Circle:
    """Groups, by number, that could come to be one, and what became of them: groups united, and the event of each."""

    groups: tuple[int, ...]
    united: tuple[Group, ...]
    events: tuple[tuple[Order, Event], ...]
    undecided: tuple[Undecided, ...]


_MANY = 12
"""From so many claims on, the scores of a report's pairs are kept for when somebody's decision folds it again."""
_Before = Mapping[int, tuple[Group, tuple[Order, Event]]]
"""Groups of circles that are settled anew, by their first claim, each with its event."""


class Merging:
    """The claims of a case and how they were merged last.

    `told`: of each report, when and by whom; `copies`: groups of reports that tell the same text; `alike`: how much pairs
    of reports share, by their ids in order; `persons`: whom each report names; `at_hand`: people will decide on it, so that comparisons are
    kept.
    """

    def __init__(
        self,
        claims: Iterable[Claim],
        told: Mapping[str, Told],
        copies: Sequence[Sequence[str]] = (),
        alike: Alike | None = None,
        persons: Mapping[str, Persons] = NO_PERSONS,
        *,
        at_hand: bool = False,
    ) -> None:
        self._told, self._persons = told, persons
        self._roots = {report: group[0] for group in copies for report in group}
        self._comparing = Comparing(self._roots, alike or {}, persons, at_hand=at_hand)
        self._claims: dict[str, list[Claim]] = {}
        self._whole: dict[str, Claim] = {}
        for claim in claims:
            struck = without_victims(claim)
            if struck is not claim:
                self._whole[claim.id] = claim
            self._claims.setdefault(claim.report, []).append(struck)
        self._report = {c.id: report for report, found in self._claims.items() for c in found}
        self._ruled: dict[str, Rulings] = {}
        self._known: dict[str, Known] = {}
        self._folded: dict[str, list[int]] = {}
        self._groups: dict[int, Group] = {}
        self._home: dict[str, int] = {}
        self._next = 0
        self._blocks = Blocks(alike or {})
        self._bound: dict[int, set[int]] = {}
        self._circles: dict[int, _Circle] = {}
        self._events: list[tuple[Order, Event]] = []
        self._undecided: list[Undecided] = []

    def merged(self, rulings: Rulings = NO_RULINGS) -> Merged:
        """Return the events, certain ones first by layer and date of publication, as people's rulings have them."""
        with _no_collection():
            self._settle(self._fold(rulings) | self._bind(rulings), rulings)
        return Merged(tuple([event for _, event in self._events]), tuple(self._undecided))

    def _fold(self, rulings: Rulings) -> set[int]:
        """Fold the reports whose rulings changed; the groups that went, came, or meet others than before."""
        ruled = self._by_report(rulings)
        changed = [r for r in self._claims if r not in self._folded or self._ruled.get(r, NO_RULINGS) != ruled.get(r, NO_RULINGS)]
        gone = [number for report in changed for number in self._folded.get(report, ())]
        for number in gone:
            del self._groups[number]
        come = {}
        for report in changed:
            known = self._known.setdefault(report, {}) if len(self._claims[report]) >= _MANY else None
            groups = with_tellers_beside(with_accused(fold(self._claims[report], ruled.get(report, NO_RULINGS), known)))
            groups = with_means_told_again(groups)
            leads = leads_of(groups)
            numbers = list(range(self._next, self._next + len(groups)))
            self._next += len(groups)
            self._folded[report] = numbers
            for k, (number, group) in enumerate(zip(numbers, groups, strict=True)):
                self._groups[number] = group
                self._home.update((c.id, number) for c in group.claims)
                account = account_of(group.claims, self._roots, leads.get(k, frozenset()), self._persons)
                come[number] = group_key(group.claims[0]), account
        self._ruled = ruled
        return {*gone, *come, *self._blocks.change(gone, come)}

    def _by_report(self, rulings: Rulings) -> dict[str, Rulings]:
        """The rulings that name a claim of a report, in their order."""
        together: dict[str, list[tuple[str, str]]] = {}
        apart: dict[str, list[tuple[frozenset[str], ...]]] = {}
        for pair in rulings.together:
            for report in {self._report[c] for c in pair if c in self._report}:
                together.setdefault(report, []).append(pair)
        for parts in rulings.apart:
            for report in {self._report[c] for part in parts for c in part if c in self._report}:
                apart.setdefault(report, []).append(parts)
        return {r: Rulings(tuple(together.get(r, ())), tuple(apart.get(r, ()))) for r in together.keys() | apart.keys()}

    def _bind(self, rulings: Rulings) -> set[int]:
        """Bind the groups that somebody joined; the groups whose bonds changed."""
        bound: dict[int, set[int]] = {}
        for pair in rulings.together:
            found = {self._home[c] for c in pair if c in self._home}
            for number in found:
                bound.setdefault(number, set()).update(found - {number})
        before, self._bound = self._bound, bound
        return {n for n in before.keys() | bound.keys() if before.get(n) != bound.get(n)}

    def _settle(self, touched: set[int], rulings: Rulings) -> None:
        """Settle the circles anew that hold a group which was touched."""
        old = {id(self._circles[n]): self._circles[n] for n in touched if n in self._circles}
        before = {id(u.claims[0]): (u, event) for c in old.values() for u, event in zip(c.united, c.events, strict=True)} if old else {}
        free = {n for c in old.values() for n in c.groups} | touched
        for number in free:
            self._circles.pop(number, None)
        come: list[_Circle] = []
        for first in sorted(free & self._groups.keys()):
            if first in self._circles:
                continue
            groups = self._company(first)
            come.append(self._settled(sorted(groups, key=lambda n: group_key(self._groups[n].claims[0])), rulings, before))
            self._circles.update(dict.fromkeys(groups, come[-1]))
        self._put(old.values(), come)

    def _put(self, gone: Iterable[_Circle], come: Sequence[_Circle]) -> None:
        """Put the events of circles in the place of others, in their order."""
        left = {event.id for circle in gone for _, event in circle.events}
        events = [e for e in self._events if e[1].id not in left] if left else self._events
        undecided = [u for u in self._undecided if u.a not in left] if left else self._undecided
        self._events = sorted([*events, *(e for c in come for e in c.events)], key=itemgetter(0))
        self._undecided = sorted([*undecided, *(u for c in come for u in c.undecided)], key=lambda u: (-u.score, u.a, u.b))

    def _company(self, number: int) -> set[int]:
        """The groups that one could come to be one with, itself among them."""
        found, ahead = {number}, [number]
        while ahead:
            one = ahead.pop()
            new = {n for n in (*self._blocks.near(one), *self._bound.get(one, ())) if n not in found}
            found |= new
            ahead += new
        return found

    def _settled(self, numbers: Sequence[int], rulings: Rulings, before: _Before) -> _Circle:
        groups = [self._groups[n] for n in numbers]
        if len(groups) == 1:
            return _Circle(tuple(numbers), tuple(groups), (self._event(groups[0], before),), ())
        accounts = [self._blocks.accounts[n] for n in numbers]
        ours = _about(rulings, {c.id for g in groups for c in g.claims})
        found, doubts = fold_across(groups, accounts, list(self._pairs(numbers)), self._comparing, ours)
        events = tuple(self._event(g, before) for g in found)
        undecided = tuple(Undecided(events[d.a][1].id, events[d.b][1].id, d.score, d.because) for d in doubts)
        return _Circle(tuple(numbers), found, events, undecided)

    def _pairs(self, numbers: Sequence[int]) -> Iterator[Pair]:
        place = {n: k for k, n in enumerate(numbers)}
        for n, k in place.items():
            yield from ((k, place[other]) for other in self._blocks.near(n) if k < place[other])

    def _event(self, group: Group, before: _Before) -> tuple[Order, Event]:
        """The event of a group; the very same as before where the group is."""
        kept = before.get(id(group.claims[0]))
        if kept is not None and kept[0] == group:
            return kept[1]
        event = reconcile(with_victims(group, self._whole), self._told)
        first = event.claims[0]
        layer = {"news": 0, "background": 1, "history": 2}[event.layer]
        day: date | None = self._told[first.report].published if first.report in self._told else None
        return (layer, day.isoformat() if day else "9999", first.report, first.act.start, event.id), event


def _about(rulings: Rulings, claims: set[str]) -> Rulings:
    """The rulings that name one of the claims."""
    if not rulings.together and not rulings.apart:
        return NO_RULINGS
    together = tuple(p for p in rulings.together if not claims.isdisjoint(p))
    return Rulings(together, tuple(parts for parts in rulings.apart if any(not claims.isdisjoint(p) for p in parts)))


@contextmanager
def _no_collection() -> Iterator[None]:
    """Merging makes no cycles; searching millions of new objects for some only makes large cases slow."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
