"""Blocks: which accounts are worth comparing at all, so that cost grows with the accounts and not with their square.

Two accounts meet where they share an anchor (a place or the unit it lies in, a day and an actor, a figure, a person's name)
in the same week. What shares none could not be merged by the rules of `account`, so nothing is lost.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from casus.codebook.places import sound
from casus.merge.account import Account, Alike
from casus.merge.findings import VERBAL, identities

Key = tuple[str, ...]
LONG = 45
"""A span of more days than this is not cut into weeks."""
CROWD = 24
"""How many others of its block an account is compared with at most."""
_TOLL = 3
_BY_ACTOR = VERBAL | {"MOBILIZE"}


def candidate_pairs(accounts: Sequence[Account], alike: Alike) -> Iterator[tuple[int, int]]:
    """Pairs (i < j) of accounts of different reports that share an anchor or a story, and a day, each once, in order.

    In a crowded block each account meets only those nearest to it in time.
    """
    seen: set[tuple[int, int]] = set()
    near = (pair for owners, inside in _blocks(accounts) for pair in _near(owners, inside, accounts))
    for i, j in near:
        if accounts[i].days.meets(accounts[j].days) and accounts[i].reports.isdisjoint(accounts[j].reports):
            seen.add((i, j) if i < j else (j, i))
    seen |= {(i, j) if i < j else (j, i) for i, j in _of_one_story(accounts, alike)}
    yield from sorted(seen)


def _of_one_story(accounts: Sequence[Account], alike: Alike) -> Iterator[tuple[int, int]]:
    """The first acts of a type in reports that are alike."""
    leads: dict[str, dict[str, int]] = defaultdict(dict)
    for i, account in enumerate(accounts):
        for report in account.leads:
            leads[report][account.type] = i
    for a, b in alike:
        for kind in leads[a].keys() & leads[b].keys() if a in leads and b in leads else ():
            yield leads[a][kind], leads[b][kind]


def _near(owners: Sequence[int], inside: Sequence[int], accounts: Sequence[Account]) -> Iterator[tuple[int, int]]:
    """Pairs of a block with at least one owner of its anchor."""
    own = set(owners)
    ordered = sorted({*owners, *inside}, key=lambda i: (accounts[i].days.first, i))
    for n, i in enumerate(ordered):
        for j in ordered[n + 1 : n + 1 + CROWD]:
            if i in own or j in own:
                yield i, j


def _blocks(accounts: Sequence[Account]) -> Iterator[tuple[list[int], list[int]]]:
    """For each key, the accounts it is the anchor of, and those that only lie inside it."""
    owners: dict[Key, list[int]] = defaultdict(list)
    inside: dict[Key, list[int]] = defaultdict(list)
    for i, account in enumerate(accounts):
        for key in dict.fromkeys(_keys(account)):
            owners[key].append(i)
        for key in dict.fromkeys(_around(account)):
            inside[key].append(i)
    for key, group in owners.items():
        yield group, inside.get(key, [])


def _spans(account: Account) -> tuple[str, ...]:
    """The weeks an account can lie in; one name for all that is long past or open."""
    if account.layer != "news" or account.days.last - account.days.first > LONG:
        return ("open",)
    return tuple(str(week) for week in range(account.days.first // 7, account.days.last // 7 + 1))


def _keys(account: Account) -> Iterator[Key]:
    head = (account.type, account.layer)
    for words in account.words:
        yield (*head, "words", words)
    for week in _spans(account):
        for anchor in _anchors(account, past=week == "open"):
            yield (*head, week, *anchor)
    if account.exact and account.layer == "news":
        for name in sorted(identities(account.actors) | identities(account.recipients)):
            yield (*head, str(account.days.first), "day", name)


def _anchors(account: Account, *, past: bool) -> Iterator[Key]:
    """What two accounts of one week must share one of; for what is long past, both sides."""
    doers = sorted(identities(account.actors))
    if account.type in _BY_ACTOR:
        yield from (("actor", name) for name in doers or sorted(p.name.lower() for p in account.actors))
    elif past:
        yield from (("dyad", doer, other) for doer in doers for other in sorted(identities(account.recipients)))
    place = account.place
    if place is not None and not past:
        yield from (("place", name) for name in dict.fromkeys((place.id or "", place.name.lower(), sound(place.name))) if name)
    yield from (("figure", str(value)) for value in sorted(account.killed | account.injured) if value > _TOLL)
    yield from (("person", name) for name in sorted(account.people))


def _around(account: Account) -> Iterator[Key]:
    """The units a place lies in, for accounts that name only the unit."""
    if account.place is None:
        return
    for week in _spans(account):
        if week != "open":
            for unit in account.place.within:
                yield (account.type, account.layer, week, "place", unit.lower())
