"""Blocks: which accounts are worth comparing at all, so that cost grows with the accounts and not with their square.

Two accounts meet where they share an anchor (a place or the unit it lies in, a day and an actor, a figure, a person's name)
in the same week; what is told without a day, or of many, in the same half year or the next. What shares none of this is not asked about.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set

from casus.codebook.places import sound
from casus.merge.account import Account, Alike
from casus.merge.echoes import is_echo
from casus.merge.findings import VERBAL, identities
from casus.merge.sight import FAR_FUTURE, FAR_PAST, Days

Key = tuple[str, ...]
Pair = tuple[int, int]
Place = tuple[str, int, str]
"""Where an account first stands: a report, a place in it, a claim."""
At = tuple[int, Place]
LONG, AGES = 45, 3653
"""A span of more days than this is not cut into weeks, not into half years."""
SEASON = 183
CROWD = 24
"""How many others of its block an account is compared with at most."""
_TOLL = 3
_STORY = "one story"
_NONE: Set[int] = frozenset()
_NOBODY: frozenset[Pair] = frozenset()
_BY_ACTOR = VERBAL | {"MOBILIZE"}


class Blocks:
    """Which accounts meet, kept while accounts come and go; an account goes by a number.

    Those of different reports meet that share an anchor or a story, and a day. In a crowded block each meets only those
    nearest to it in time.
    """

    def __init__(self, alike: Alike) -> None:
        self.accounts: dict[int, Account] = {}
        self._at: dict[int, At] = {}
        self._keys: dict[int, tuple[list[Key], list[Key]]] = {}
        self._owners: dict[Key, set[int]] = defaultdict(set)
        self._inside: dict[Key, set[int]] = defaultdict(set)
        self._leads: dict[str, dict[str, int]] = defaultdict(dict)
        self._told: dict[tuple[str, str], set[int]] = defaultdict(set)
        self._stories: dict[str, list[Key]] = defaultdict(list)
        for a, b in alike:
            self._stories[a].append((_STORY, a, b))
            self._stories[b].append((_STORY, a, b))
        self._pairs: dict[Key, set[Pair]] = {}
        self._met: dict[int, dict[int, int]] = defaultdict(dict)

    def near(self, number: int) -> Iterable[int]:
        """Return the accounts that one meets."""
        return self._met.get(number, ())

    def change(self, gone: Iterable[int], come: Mapping[int, tuple[Place, Account]]) -> set[int]:
        """Take accounts out and others in, each with its place among all; return those that meet others than before."""
        keys: dict[Key, None] = {}
        for number in gone:
            keys.update(dict.fromkeys(self._take_out(number)))
        for number, (place, account) in come.items():
            self.accounts[number], self._at[number] = account, (account.days.first, place)
            keys.update(dict.fromkeys(self._put_in(number, account)))
        return {number for key in keys for pair in self._renewed(key) for number in pair}

    def _put_in(self, number: int, account: Account) -> Iterator[Key]:
        own, around = list(dict.fromkeys(_keys(account))), list(dict.fromkeys(_around(account)))
        self._keys[number] = own, around
        for key in own:
            self._owners[key].add(number)
        for key in around:
            self._inside[key].add(number)
        for report in account.leads:
            self._leads[report][account.type] = number
        for report in account.reports:
            self._told[report, account.type].add(number)
        yield from (*own, *around, *self._stories_of(account))

    def _take_out(self, number: int) -> Iterator[Key]:
        account = self.accounts.pop(number)
        own, around = self._keys.pop(number)
        del self._at[number]
        for key in own:
            self._owners[key].discard(number)
        for key in around:
            self._inside[key].discard(number)
        for report in account.leads:
            del self._leads[report][account.type]
        for report in account.reports:
            self._told[report, account.type].discard(number)
        yield from (*own, *around, *self._stories_of(account))

    def _stories_of(self, account: Account) -> Iterator[Key]:
        return ((*key, account.type) for report in sorted(account.reports) for key in self._stories.get(report, ()))

    def _renewed(self, key: Key) -> Set[Pair]:
        """Work out anew who meets in a block; the pairs that came or went."""
        before: Set[Pair] = self._pairs.pop(key, _NOBODY)
        after = set(self._of_one_story(key) if key[0] == _STORY else self._near(key))
        if after:
            self._pairs[key] = after
        for i, j in after - before:
            self._met[i][j] = self._met[j][i] = self._met[i].get(j, 0) + 1
        for i, j in before - after:
            left = self._met[i][j] - 1
            if left:
                self._met[i][j] = self._met[j][i] = left
            else:
                del self._met[i][j], self._met[j][i]
        return before ^ after

    def _of_one_story(self, key: Key) -> Iterator[Pair]:
        """The first acts of a type in two reports that are alike, and what each tells that the other knows again."""
        _, one, other, kind = key
        leads = [found for r in (one, other) if (found := self._leads.get(r, {}).get(kind)) is not None]
        if len(leads) == 2:
            yield min(leads), max(leads)
        for i in self._told.get((one, kind), _NONE):
            for j in self._told.get((other, kind), _NONE):
                if is_echo(self.accounts[i], self.accounts[j]):
                    yield min(i, j), max(i, j)

    def _near(self, key: Key) -> Iterator[Pair]:
        """Pairs of a block with at least one owner of its anchor."""
        own = self._owners.get(key)
        if not own:
            return
        ordered = sorted(own | self._inside.get(key, _NONE), key=self._at.__getitem__)
        for n, i in enumerate(ordered):
            one = self.accounts[i]
            for j in ordered[n + 1 : n + 1 + CROWD]:
                other = self.accounts[j]
                if (i in own or j in own) and one.days.meets(other.days) and one.reports.isdisjoint(other.reports):
                    yield (i, j) if i < j else (j, i)


def _weeks(days: Days) -> tuple[str, ...]:
    """The weeks of days that are few."""
    return tuple(str(week) for week in range(days.first // 7, days.last // 7 + 1)) if days.last - days.first <= LONG else ()


def _seasons(days: Days) -> tuple[str, ...]:
    """The half years in which what has no day, or many days, may be told of again; what no report dates has one name."""
    first, last = days.first, days.last
    if first == FAR_PAST and last == FAR_FUTURE:
        return ("open",)
    if last == FAR_FUTURE:
        last = first
    elif first == FAR_PAST or last - first > AGES:
        first = last
    return tuple(f"past {season}" for season in range(first // SEASON, last // SEASON + 2))


def _keys(account: Account) -> Iterator[Key]:
    head = (account.type, account.layer)
    for words in account.words:
        yield (*head, "words", words)
    weeks = _weeks(account.days)
    for week in weeks:
        yield from ((*head, week, *anchor) for anchor in _anchors(account, past=False))
    if not weeks:
        yield from _past_keys(account)
    if account.exact and account.layer == "news":
        for name in sorted(identities(account.actors) | identities(account.recipients)):
            yield (*head, str(account.days.first), "day", name)


def _past_keys(account: Account) -> Iterator[Key]:
    for season in _seasons(account.days):
        for anchor in _anchors(account, past=True):
            yield (account.type, account.layer, season, *anchor)


def _anchors(account: Account, *, past: bool) -> Iterator[Key]:
    """What two accounts of one week must share one of; for what is long past, both sides."""
    doers = sorted(identities(account.actors))
    if account.type in _BY_ACTOR:
        names = doers or sorted(p.name.lower() for p in account.actors)
        yield from (("actor", name, *sense) for name in names for sense in _asked_for(account))
    elif past:
        yield from (("dyad", doer, other) for doer in doers for other in sorted(identities(account.recipients)))
    place = account.place
    if place is not None and not past:
        yield from (("place", name) for name in dict.fromkeys((place.id or "", place.name.lower(), sound(place.name))) if name)
    yield from (("figure", str(value)) for value in sorted(account.killed | account.injured) if value > _TOLL)
    yield from (("person", name) for name in sorted(account.people))


def _asked_for(account: Account) -> Iterator[Key]:
    """What two acts of words or policy by one actor must share: a sense, or means and a recipient (see `compare`)."""
    if account.type not in VERBAL:
        yield ()
        return
    yield from (("sense", rule) for rule in sorted(account.rules))
    to = sorted(identities(account.recipients)) or sorted(p.name.lower() for p in account.recipients)
    yield from (("means", mean, name) for mean in sorted(account.means) for name in to)


def _around(account: Account) -> Iterator[Key]:
    """The units a place lies in, for accounts that name only the unit; what is long past, for those that tell of it without a day."""
    weeks, place = _weeks(account.days), account.place
    for week in weeks:
        yield from ((account.type, account.layer, week, "place", unit.lower()) for unit in (place.within if place else ()))
    if weeks and account.layer != "news":
        yield from _past_keys(account)
