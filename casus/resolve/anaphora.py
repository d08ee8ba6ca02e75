"""Pointing back: "condemned the attacks", "retaliation for the strike" concern the attack told before them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casus.coding.claims import Told
from casus.model.actor import Party


def point_back(told: Sequence[Told]) -> list[Told]:
    """Give acts that speak of an attack the attacker as their recipient, if the last attack told before names one.

    The attacker is not the speaker itself; its words stay those of the earlier passage, with the reason.
    """
    out: list[Told] = []
    for item in told:
        if item.speaks_of_act:
            found = _attacker(out, item)
            if found:
                item = replace(item, claim=replace(item.claim, recipients=found), speaks_of_act=False)  # noqa: PLW2901
        out.append(item)
    return out


def _attacker(before: Sequence[Told], item: Told) -> tuple[Party, ...]:
    own = {i for p in item.claim.actors for i in (p.id, *p.parents) if i}
    for earlier in reversed(before):
        claim = earlier.claim
        if claim.type != "ASSAULT" or claim.aggregate or claim.heading or item.claim.sentence - claim.sentence > 12:
            continue
        if not claim.certain or claim.status == "denied" or not claim.actors or "crowd-control" in claim.modes:
            continue
        parties = tuple(p for p in claim.actors if p.id and p.id not in own and not own & set(p.parents))
        if parties:
            reason = f"actor of the attack spoken of ({claim.act.words})"
            return tuple(replace(p, reason=f"{p.reason}; {reason}") for p in parties)
        return ()
    return ()
