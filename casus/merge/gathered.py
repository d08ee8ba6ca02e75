"""The gatherings of a report's claims before the last key (printed.py), and how near each comes to telling what another tells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

from casus.merge.one_occurrence import Odds
from casus.model.claim import Claim
from casus.tell.tellings import Likeness

NEVER = -9.0
"""The odds where there is nothing to compare with."""
Ranked = Sequence[tuple[float, int]]
"""Other gatherings by their names, each with its odds (log) of telling the same, the best first."""


@dataclass(frozen=True)
class Gathered:
    """The gatherings of a report's claims: by name the numbers of the claims, the claims, and the odds of each two."""

    members: Mapping[int, Sequence[int]]
    claims: Sequence[Claim]
    odds: Odds

    @cached_property
    def certain(self) -> tuple[int, ...]:
        """The names of the gatherings that would be printed, of those the head says anything of (no totals), in the order told."""
        known = ((x, told) for x, told in self.members.items() if any(self.claims[m].likely is not None for m in told))
        able = [x for x, told in known if any(self.claims[m].certain for m in told)]
        return tuple(sorted(able, key=self.begins))

    def begins(self, x: int) -> int:
        """Where the first words of a gathering stand; 0 for none."""
        return min((self.claims[m].act.start for m in self.members.get(x, ())), default=0)

    @cached_property
    def alike(self) -> Mapping[int, Ranked]:
        """Of each certain gathering those of its types."""
        types = {x: {self.claims[m].type for m in self.members[x]} for x in self.certain}
        return {x: _ranked(self._odds_of(x, [y for y in self.certain if y != x and types[x] & types[y]])) for x in self.certain}

    def _odds_of(self, x: int, others: Sequence[int]) -> Iterator[tuple[float, int]]:
        found = ((self.odds.of(self.members[x], self.members[y]), y) for y in others)
        return ((z, y) for z, y in found if z is not None)

    @cached_property
    def crossed(self) -> Mapping[int, tuple[Ranked, Ranked]]:
        """Of each certain gathering those with acts of another type that their words may tell of: told before its own, and after."""
        claims = self.claims
        told = {m: t for x in self.certain for m in self.members[x] if (t := claims[m].telling) is not None and not claims[m].heading}
        own = sorted((claims[m].act.start, m, x) for x in self.certain for m in self.members[x] if m in told)
        like = Likeness(told)
        before: dict[int, dict[int, float]] = {x: {} for x in self.certain}
        after: dict[int, dict[int, float]] = {x: {} for x in self.certain}
        for k, (_, later, x) in enumerate(own):
            earlier = own[:k]
            for (_, m, y), z in zip(earlier, like.all_odds([m for _, m, _ in earlier], later), strict=True):
                if x != y and claims[m].type != claims[later].type:
                    before[x][y] = max(z, before[x].get(y, NEVER))
                    after[y][x] = max(z, after[y].get(x, NEVER))
        return {x: (_by_name(before[x]), _by_name(after[x])) for x in self.certain}


def _by_name(odds: Mapping[int, float]) -> Ranked:
    return _ranked((z, y) for y, z in odds.items())


def _ranked(found: Iterator[tuple[float, int]]) -> Ranked:
    return sorted(found, reverse=True)


def best(ranked: Ranked, printed: Set[int]) -> tuple[float, int]:
    """The best of those that are printed; NEVER and no name where there is none."""
    return next((pair for pair in ranked if pair[1] in printed), (NEVER, -1))
