"""Groups: claims that tell one occurrence, what holds them together, and how several become one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from casus.model.claim import Claim

Pair = tuple[int, int]
"""Two claims of a report, by their numbers in order."""


@dataclass(frozen=True, slots=True)
class Group:
    """Claims of one occurrence, with the score of the weakest link that holds them together, and the reasons."""

    claims: tuple[Claim, ...]
    score: float
    because: tuple[str, ...]


def group_key(claim: Claim) -> tuple[str, int, str]:
    """Where a claim stands: its report, its place in it, its id."""
    return (claim.report, claim.act.start, claim.id)


def united(groups: Sequence[Group], links: Sequence[tuple[float, tuple[str, ...]]]) -> Group:
    """One group of several, with the scores and reasons of the links that join them."""
    if len(groups) == 1:
        return groups[0]
    claims = tuple(sorted((c for g in groups for c in g.claims), key=group_key))
    because = tuple(dict.fromkeys([*(w for g in groups for w in g.because), *(w for _, reasons in links for w in reasons)]))
    lowest = min([value for value, _ in links] + [g.score for g in groups], default=1.0)
    return Group(claims, round(min(lowest, 1.0), 3), because)


def across(xs: Sequence[int], ys: Sequence[int]) -> Iterator[Pair]:
    """The pairs of one claim from either side, each in order."""
    return ((min(m, n), max(m, n)) for m in xs for n in ys)
