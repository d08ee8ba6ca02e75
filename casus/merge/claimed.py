"""Claimed: who claims an attack and says how many he killed tells of the attack claimed ("claimed the raid, saying it killed 14")."""

from __future__ import annotations

from casus.merge.another import is_definite
from casus.merge.findings import overlap
from casus.merge.sight import in_order, points_back
from casus.model.claim import Claim

_FURTHER = frozenset("also another further second separate separately elsewhere other others later".split())


def is_claimed_toll(a: Claim, b: Claim) -> bool:
    """Whether the later of two acts in one sentence is the toll that the claimant of the earlier gives, at no other place or time."""
    first, second = in_order(a, b)
    if a.report != b.report or a.sentence != b.sentence or not _is_claim(first) or overlap(a.actors, b.actors) is not True:
        return False
    if second.killed is None or not second.sources or second.sources[0].name != first.sources[0].name:
        return False
    dated = second.date is not None and second.date.precision != "bounded"
    words = {w.strip(".,;").lower() for w in second.act.words.split()}
    return second.place is None and not dated and not words & _FURTHER and all(is_definite(p) or p.id for p in second.actors)


def _is_claim(claim: Claim) -> bool:
    """Whether somebody claims an act told before, which he names only as "the attack"."""
    return points_back(claim) and any(s.verb.lower().startswith("claim") and s.stance != "denies" for s in claim.sources[:1])
