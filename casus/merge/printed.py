"""The last key: whether what is told as one act of a report is one, and told here only, as a trained head weighs it (head `printed`).

A false event costs more than a missed one: an event that other events of its report may tell already, or whose words hardly tell such an
act, is kept for those who ask for weak leads. The head sees how likely each of its accounts tells an act (casus/resolve/likely_told.py),
how like other events it is, of its type and of others, and what it tells; training/HEADS.md says from what it learned.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property
from math import exp

from casus.codebook.heads import Head, load_head
from casus.merge.one_occurrence import VIOLENCE, Odds
from casus.merge.sight import is_dated
from casus.model.claim import Claim
from casus.tell.tellings import Likeness

ANSWERS = ("not", "once")
LEAST = 0.73
"""From how likely on an event is certain; chosen on reports not learned from (training/printed.py)."""
FEW, FEW_BY_ARREST = 2, 3
"""In a report of so few events or fewer, none is doubted beside the others; no arrest."""
_STEPS = (-4, -3, -2, -1, 0, 1, 2, 3)
_LIKELY = (40, 50, 60, 70, 80, 85, 90, 93, 96, 98)
_MANY = 6


@dataclass(frozen=True)
class Gathered:
    """The gatherings of a report's claims: by name the numbers of the claims, the claims, and the odds of each two."""

    members: Mapping[int, Sequence[int]]
    claims: Sequence[Claim]
    odds: Odds

    @cached_property
    def likeness(self) -> Likeness:
        """How alike the words of the body's claims are, by the claims' numbers."""
        return Likeness({i: c.telling for i, c in enumerate(self.claims) if c.telling is not None and not c.heading})

    @cached_property
    def certain(self) -> tuple[int, ...]:
        """The names of the gatherings that would be printed, of those the head says anything of (no totals), in the order told."""
        known = ((x, told) for x, told in self.members.items() if any(self.claims[m].likely is not None for m in told))
        able = [x for x, told in known if any(self.claims[m].certain for m in told)]
        return tuple(sorted(able, key=lambda x: min(self.claims[m].act.start for m in self.members[x])))


def once_features(gathered: Gathered, x: int, printed: Sequence[int]) -> Iterator[str]:
    """What the head sees of a gathering, beside the others that are printed."""
    told = [gathered.claims[m] for m in gathered.members[x]]
    body = [c for c in told if not c.heading] or told
    kind = body[0].type
    others = [y for y in printed if y != x]
    yield kind
    likely = max((c.likely or 0 for c in body), default=0)
    for step in _LIKELY:
        if likely >= step:
            yield f"likely>={step}"
            yield f"{kind} likely>={step}"
    yield f"accounts={min(len(body), 3)}"
    yield f"known={any(p.id for c in body for p in c.actors)},{any(p.id for c in body for p in c.recipients)}"
    yield f"titled={len(body) < len(told)}"
    yield f"events={min(len(others), _MANY)}"
    yield f"{kind} of its type={min(sum(gathered.claims[gathered.members[y][0]].type == kind for y in others), 4)}"
    yield f"firm={all(not any(r.field == 'certain' for r in c.reasons) for c in body)}"
    yield f"{kind} frame={body[0].act.rule}"
    yield from _of_parts(kind, body)
    yield from _of_others(gathered, x, body, others)


def _of_parts(kind: str, body: Sequence[Claim]) -> Iterator[str]:
    parts = {
        "who": any(c.actors for c in body), "whom": any(c.recipients for c in body), "where": any(c.place for c in body),
        "when": any(is_dated(c) for c in body), "harm": any(c.killed or c.injured for c in body), "said": any(c.sources for c in body),
    }  # fmt: skip
    for name, has in parts.items():
        yield f"{name}={has}"
        yield f"{kind} {name}={has}"
    yield f"statuses={','.join(sorted({c.status for c in body}))}"
    yield f"layers={','.join(sorted({c.layer for c in body}))}"


def _of_others(gathered: Gathered, x: int, body: Sequence[Claim], others: Sequence[int]) -> Iterator[str]:
    same = [(z, y) for y in others if (z := gathered.odds.of(gathered.members[x], gathered.members[y])) is not None]
    best, nearest = max(same, default=(-9.0, -1))
    for step in _STEPS:
        if best > step:
            yield f"one with another>{step}"
            yield f"{body[0].type} one with another>{step}"
            yield f"first={_begins(gathered, x) < _begins(gathered, nearest)}, one>{step}"
    for name, before in (("before", True), ("after", False)):
        crossed = max((z for y in others for z in _alike(gathered, x, y, before=before)), default=-9.0)
        for step in _STEPS:
            if crossed > step:
                yield f"like another type {name}>{step}"
                yield f"{body[0].type} like another type {name}>{step}"


def _begins(gathered: Gathered, x: int) -> int:
    return min((gathered.claims[m].act.start for m in gathered.members.get(x, ())), default=0)


def _alike(gathered: Gathered, x: int, y: int, *, before: bool) -> Iterator[float]:
    """How alike the acts of two gatherings of unlike types are, where the other's is told before, or after."""
    claims, like = gathered.claims, gathered.likeness
    for m in gathered.members[x]:
        for n in gathered.members[y]:
            if claims[m].type != claims[n].type and m in like and n in like:
                first, second = (n, m) if before else (m, n)
                if (claims[first].act.start, first) < (claims[second].act.start, second):
                    yield like.odds(first, second)


def doubted(gathered: Gathered, decided: Set[str] = frozenset()) -> list[Claim]:
    """The claims; those of a gathering that is hardly an act of its own are not certain: the least likely first, then beside the rest.

    `decided` are the ids of claims somebody joined or parted: what a person ruled is not doubted.
    """
    head, out = load_head("printed"), list(gathered.claims)
    printed = list(gathered.certain)
    asked = [x for x in printed if _is_asked(gathered, x, len(printed), decided)]
    while asked:
        likely, x = min((_likelihood(head, gathered, x, printed), x) for x in asked)
        if likely >= LEAST:
            break
        for m in gathered.members[x]:
            out[m] = _not_certain(out[m], likely)
        asked.remove(x)
        printed.remove(x)
    return out


def _likelihood(head: Head, gathered: Gathered, x: int, printed: Sequence[int]) -> float:
    no, once = head.scores(once_features(gathered, x, printed))
    return 1 / (1 + exp(no - once))


def _is_asked(gathered: Gathered, x: int, printed: int, decided: Set[str]) -> bool:
    """Whether a gathering may be doubted: not in a report of few events, not where it is told plainly or a person ruled of it."""
    told = [gathered.claims[m] for m in gathered.members[x]]
    few = FEW_BY_ARREST if told[0].type == "COERCE" else FEW
    return printed > few and not is_plain(told) and decided.isdisjoint(c.id for c in told)


def is_plain(told: Sequence[Claim]) -> bool:
    """Whether the rules tell an event plainly: with its place and day; or, no attack, with a count, of two known sides, or twice."""
    firm = [c for c in told if c.certain and not c.heading and not any(r.field == "certain" for r in c.reasons)]
    if any(c.place is not None and is_dated(c) for c in firm):
        return True
    if told[0].type == VIOLENCE:
        return False
    if any(c.captured is not None or c.size is not None for c in firm):
        return True
    by_known = [c for c in firm if any(p.id for p in c.actors)]
    return (len(firm) > 1 and bool(by_known)) or any(p.id for c in by_known for p in c.recipients)


def _not_certain(claim: Claim, likely: float) -> Claim:
    if not claim.certain:
        return claim
    return replace(claim, certain=False).because("certain", f"likely no act of its own in its report (head: printed, {likely:.2f})")
