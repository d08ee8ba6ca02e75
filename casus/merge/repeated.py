"""Repeated: an event that the encoder of tellings clearly holds for one with another of its report, though a rule keeps the two apart.

Two accounts of one attack often differ in a place, a name or a figure, so rules must not join them; but where the whole report reads as
telling one act, an act printed twice is a false event. The lesser account is held back, not joined: it stays among the weak leads.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from casus.merge.findings import means_finding
from casus.merge.gathered import Gathered
from casus.merge.one_occurrence import OFTEN_RETOLD
from casus.model.claim import Claim
from casus.tell.tellings import Likeness

OVER, OVER_OF_WORDS = 0.5, 0.0
"""From these odds (log) on that two acts of one type are one, the lesser is held back; and two of words (no force, taking or protest).
Of printed pairs of real articles that the encoder had not learned from 37 so likely were one act and 2 were two (training/HEADS.md)."""
SURE = 1.0
"""From these odds on also against a veto of those below."""
_STANDS = ("different dates", "those who struck in one were struck", "totals over", "people carried off", "one act against many")
"""How the vetoes begin of which half of the pairs are two acts though the odds are above a half; one act has never the figures of many."""


def repeated(gathered: Gathered, printed: Set[int]) -> dict[int, int]:
    """Each of the printed gatherings that tells again what another printed one tells, with that other.

    None of a short report, of which the encoder has seen too little.
    """
    if gathered.odds.is_short:
        return {}
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
    claims, pairs = gathered.claims, [(min(m, n), max(m, n)) for m in xs for n in ys]
    stands = any((gathered.odds.veto(*p) or "").startswith(_STANDS) for p in pairs)
    alike = ((like.all_odds([m], n)[0], claims[m].type) for m, n in pairs if _may_be_one(claims[m], claims[n]))
    return any(odds >= (SURE if stands else OVER if kind in OFTEN_RETOLD else OVER_OF_WORDS) for odds, kind in alike)


def _may_be_one(a: Claim, b: Claim) -> bool:
    """Whether two are of one type, and not told of different means: an air strike is no shooting, whatever reads alike."""
    means = means_finding(frozenset(a.modes), frozenset(b.modes))
    return a.type == b.type and (means is None or means.value > 0)
