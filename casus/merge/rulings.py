"""Rulings: what a person decided about which claims tell of one occurrence; they go before every score.

A ruling names claims, whose ids stay while their words stay, so that it holds when reports are added or read again.
The later ruling wins where two contradict.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from casus.model.claim import Claim
from casus.model.errors import CaseError
from casus.model.judgement import Judgement

Parts = tuple[frozenset[str], ...]
DECIDED = "a person's decision"
"""The reason of what a ruling joined or parted."""


@dataclass(frozen=True, slots=True)
class Rulings:
    """Pairs of claims that are one occurrence, and sets of claims that are several; all by the claims' ids."""

    together: tuple[tuple[str, str], ...] = ()
    apart: tuple[Parts, ...] = ()

    def forbid(self, a: Set[str], b: Set[str]) -> bool:
        """Whether somebody ruled that claims of `a` and of `b`, given by their ids, tell of different occurrences."""
        return any(_differ([k for k, p in enumerate(parts) if p & a], [k for k, p in enumerate(parts) if p & b]) for parts in self.apart)

    def named(self) -> frozenset[str]:
        """The ids of all claims that somebody joined or parted."""
        return frozenset(i for pair in self.together for i in pair) | frozenset(i for parts in self.apart for part in parts for i in part)

    def demand(self, a: Claim, b: Claim) -> bool:
        """Whether somebody ruled that two claims tell of one occurrence."""
        return bool(self.together) and ((a.id, b.id) in self.together or (b.id, a.id) in self.together)


def is_ruled(claims: Iterable[Claim], decided: Set[str]) -> bool:
    """Whether somebody joined or parted one of some claims; `decided` are the ids of all that somebody did (`Rulings.named`)."""
    return bool(decided) and any(c.id in decided for c in claims)


def _differ(a: Sequence[int], b: Sequence[int]) -> bool:
    return any(x != y for x in a for y in b)


def rulings_of(judgements: Iterable[Judgement]) -> Rulings:
    """The rulings of joins and splits, in the order they were made. Raises CaseError for one that cannot be understood."""
    found = Rulings()
    for judgement in judgements:
        if judgement.verdict in {"join", "split"}:
            found = _with(found, judgement)
    return found


def _with(rulings: Rulings, judgement: Judgement) -> Rulings:
    try:
        parts: Parts = tuple(frozenset(map(str, part)) for part in json.loads(judgement.value or ""))
    except (ValueError, TypeError) as error:
        raise CaseError(f"the decision on {judgement.subject} of {judgement.made} cannot be understood ({error})") from error
    if judgement.verdict == "split":
        kept = tuple(p for p in rulings.together if not _parted(p, parts))
        return Rulings((*kept, *_bridged(rulings.together, parts)), (*rulings.apart, parts))
    a, b = (min(part) for part in parts)
    return Rulings((*rulings.together, (a, b)), tuple(p for p in rulings.apart if not _parted((a, b), p)))


def _bridged(together: Iterable[tuple[str, str]], parts: Parts) -> Iterator[tuple[str, str]]:
    """Pairs that keep united what was joined over a claim that is now set apart."""
    pairs = tuple(together)
    for group in _united(pairs):
        if any(_parted(p, parts) for p in pairs if p[0] in group):
            for part in parts:
                yield from pairwise(sorted(group & part))


def _united(pairs: Iterable[tuple[str, str]]) -> list[set[str]]:
    groups: list[set[str]] = []
    for pair in pairs:
        touched = [g for g in groups if g & set(pair)]
        groups = [g for g in groups if g not in touched] + [set(pair).union(*touched)]
    return groups


def _parted(pair: tuple[str, str], parts: Parts) -> bool:
    return _differ([k for k, p in enumerate(parts) if pair[0] in p], [k for k, p in enumerate(parts) if pair[1] in p])
