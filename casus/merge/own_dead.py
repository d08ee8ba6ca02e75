"""Own dead: attackers told to have died in their attack are not its toll where others are counted (docs/codebook.md, Numbers 10).

"Gunmen attacked the prison, killing two guards. Three of the attackers were also killed": two. Inside one sentence the same is found by
`casus/coding/harm/own_dead.py`.
"""

from __future__ import annotations

from collections.abc import Sequence

from casus.merge.another import struck_back
from casus.merge.findings import overlap
from casus.model.claim import Claim

_HARMED = ("killed", "injured", "killed_or_injured")


def without_own_dead(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims without those that only count an attack's own doers, where others count victims harmed likewise."""
    own = [c for c in claims if is_of_own_dead(c, claims)]
    others = [c for c in claims if not any(c is o for o in own)]
    counted = {f for c in others for f in _harms(c)}
    return tuple(c for c in claims if not (any(c is o for o in own) and _harms(c) <= counted))


def is_of_own_dead(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Whether a claim tells, without a doer, that those died or were hurt who struck somebody by another of these claims."""
    if claim.type != "ASSAULT" or claim.actors or not claim.recipients or not _harms(claim):
        return False
    attacks = (c for c in claims if c is not claim and c.actors and c.recipients and c.report == claim.report)
    return any(struck_back(a, claim) or _befell_doers(a, claim) for a in attacks)


def _befell_doers(attack: Claim, claim: Claim) -> bool:
    """Whether all told of are known to be of those who struck."""
    return all(overlap(attack.actors, (p,)) is True for p in claim.recipients) and overlap(attack.recipients, claim.recipients) is not True


def _harms(claim: Claim) -> frozenset[str]:
    return frozenset(f for f in _HARMED if getattr(claim, f) is not None)
