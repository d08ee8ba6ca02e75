"""Comparing across reports: what accounts of groups say of each other; kept, where a case is at hand, for when they are settled again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from casus.ingest.persons import Persons
from casus.merge.account import NO_PERSONS, Account, Alike, account_of
from casus.merge.compare import Verdict, are_one, compare
from casus.merge.echoes import is_echo
from casus.merge.group import Group
from casus.merge.in_report import scored
from casus.model.claim import Claim

_ALONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """A group with its account, and the ids of its claims."""

    group: Group
    account: Account
    ids: frozenset[str]


class Comparing:
    """How groups of several reports compare.

    `roots` gives each near copy the id of the first of its kind, `alike` how much pairs of reports share, `persons` whom they name. With
    `at_hand` what was found is kept: the same groups are asked about again with every decision, and what people decide does not change it.
    """

    def __init__(
        self, roots: Mapping[str, str] = _ALONE, alike: Alike = MappingProxyType({}), persons: Mapping[str, Persons] = NO_PERSONS,
        *, at_hand: bool = False,
    ) -> None:  # fmt: skip
        self.roots, self.alike, self.persons = roots, alike, persons
        self._at_hand = at_hand
        self._found: dict[tuple[frozenset[str], frozenset[str]], tuple[Told, Told, Verdict | None]] = {}
        self._united: dict[frozenset[str], Told] = {}

    def told(self, group: Group, account: Account | None = None, leads: frozenset[str] = frozenset()) -> Told:
        """Return a group with its account."""
        ids = frozenset(c.id for c in group.claims)
        if account is not None:
            return Told(group, account, ids)
        kept = self._united.get(ids)
        if kept is not None and kept.account.leads == leads and _same(kept.group.claims, group.claims):
            return Told(group, kept.account, ids)
        made = Told(group, account_of(group.claims, self.roots, leads, self.persons), ids)
        if self._at_hand:
            self._united[ids] = made
        return made

    def verdict(self, a: Told, b: Told) -> Verdict | None:
        """Return how two groups compare; None where a report that tells both forbids that they are one."""
        kept = self._found.get((a.ids, b.ids))
        if kept is not None and kept[0].account is a.account and kept[1].account is b.account:
            return kept[2]
        found = None if self._told_apart(a, b) else self._compared(a.account, b.account)
        if self._at_hand:
            self._found[a.ids, b.ids] = a, b, found
        return found

    def _compared(self, a: Account, b: Account) -> Verdict:
        """How two accounts compare: as main matters or for what they say themselves; else for what is told by the way."""
        found = compare(a, b, self.alike)
        return found if are_one(a, b, found) or not is_echo(a, b) else compare(a, b, self.alike, by_the_way=True)

    def _told_apart(self, a: Told, b: Told) -> bool:
        """Whether a report that tells both forbids that they are one, or has copies, which would only repeat that they are two."""
        shared = a.account.reports & b.account.reports
        mine, others = ([c for c in told.group.claims if c.report in shared] for told in (a, b))
        return any(r in self.roots for r in shared) or any(scored(x, y).veto for x in mine for y in others if x.report == y.report)


def _same(a: Sequence[Claim], b: Sequence[Claim]) -> bool:
    return len(a) == len(b) and all(x is y for x, y in zip(a, b, strict=True))
