"""Within an attack: the move by which those who attack come up to it is no act of its own (PLOVER: no MOBILIZE inside an ASSAULT).

"Gunmen surrounded a market near Sake. They shot dead ten traders.": the attack is told; the surrounding is kept, not printed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casus.codebook.names import plain
from casus.model.claim import DONE, Claim

_MOVES = frozenset({"advance", "forces-move"})
_REACH = 1


def without_moves_within(claims: Sequence[Claim]) -> list[Claim]:
    """The claims; none is certain that tells how those came up who attack in its own sentence or the next."""
    attacks = [c for c in claims if c.type == "ASSAULT" and c.certain and c.status in DONE and not c.heading]
    return [_within(c) if c.certain and any(_is_within(c, a) for a in attacks) else c for c in claims]


def _is_within(move: Claim, attack: Claim) -> bool:
    if move.type != "MOBILIZE" or move.act.rule not in _MOVES or move.status not in DONE or move.heading:
        return False
    near = 0 <= attack.sentence - move.sentence <= _REACH and attack.act.start > move.act.start
    return near and bool(doers_of(move) & doers_of(attack))


def doers_of(claim: Claim) -> set[str]:
    """Who did an act: by identity, else by name."""
    return {p.id or plain(p.name) for p in claim.actors}


def _within(claim: Claim) -> Claim:
    return replace(claim, certain=False).because("certain", "how those came up whose attack is told with it")
