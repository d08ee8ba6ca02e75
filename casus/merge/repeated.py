"""Repeated: an event that the encoder of tellings clearly holds for one with another of its report, though a rule keeps the two apart.

Two accounts of one attack often differ in a place, a name or a figure, so rules must not join them; but where the whole report reads as
telling one act, an act printed twice is a false event. The lesser account is held back, not joined: it stays among the weak leads.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from casus.merge.findings import means_finding
from casus.merge.gathered import Gathered
from casus.model.claim import Claim
from casus.tell.tellings import Likeness

OVER = 1.5
"""From these odds (log) on that two acts of one type are one, the lesser is held back."""


def repeated(gathered: Gathered, printed: Set[int]) -> dict[int, int]:
    """Each of the printed gatherings that tells again what another printed one tells, with that other."""
    bodies = {x: [m for m in gathered.members[x] if _is_read(gathered.claims[m])] for x in printed}
    like = Likeness({m: told for body in bodies.values() for m in body if (told := gathered.claims[m].telling) is not None})
    kept: list[int] = []
    out: dict[int, int] = {}
    for x in sorted(printed, key=lambda x: _rank(gathered, x)):
        teller = next((y for y in kept if _is_alike(gathered, like, bodies[x], bodies[y])), None)
        if teller is None:
            kept.append(x)
        else:
            out[x] = teller
    return out


def _is_read(claim: Claim) -> bool:
    return claim.telling is not None and not claim.heading


def _rank(gathered: Gathered, x: int) -> tuple[int, int]:
    """The account with the most that is certain first, of such the one told first."""
    told = [gathered.claims[m] for m in gathered.members[x]]
    return -sum(c.certain for c in told), gathered.begins(x)


def _is_alike(gathered: Gathered, like: Likeness, xs: Sequence[int], ys: Sequence[int]) -> bool:
    claims = gathered.claims
    pairs = [(min(m, n), max(m, n)) for m in xs for n in ys if _may_be_one(claims[m], claims[n])]
    return any(like.all_odds([first], later)[0] >= OVER for first, later in pairs)


def _may_be_one(a: Claim, b: Claim) -> bool:
    """Whether two are of one type, and not told of different means: an air strike is no shooting, whatever reads alike."""
    means = means_finding(frozenset(a.modes), frozenset(b.modes))
    return a.type == b.type and (means is None or means.value > 0)
