"""Read as one: what the encoder of tellings makes of two acts of a report that the rules keep apart.

"Militants opened fire on troops. Two were killed when the troops fired back.": who struck there was struck here, and it is one encounter.
Of coded pairs that such rules part and that the encoder holds likelier one than seven to one, all 41 were one act; of those from four and a
half to one on, eight in fourteen.
"""

from __future__ import annotations

from casus.model.claim import Claim
from casus.tell.tellings import compared_by, odds_of

OVER = 1.5
"""The least odds (log) at which a rule that parts two acts gives way."""
_YIELDS = (
    "those who struck in one were struck", "the victims of one are the doers", "other hands", "one act against many",
    "news against background",
)  # fmt: skip
"""How the vetoes begin that give way. Those of names, places, days, figures and persons stand, whatever the encoder says."""


def is_read_as_one(a: Claim, b: Claim, veto: str) -> bool:
    """Whether the encoder holds two acts for one so surely that the veto gives way."""
    if a.telling is None or b.telling is None or a.heading or b.heading or not veto.startswith(_YIELDS):
        return False
    first, later = (a.telling, b.telling) if a.act.start <= b.act.start else (b.telling, a.telling)
    return odds_of(compared_by(first), compared_by(later)) >= OVER
