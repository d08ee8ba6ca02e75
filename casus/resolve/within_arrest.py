"""Within an arrest: things taken from people arrested in the same sentence are no act of their own.

"Police arrested nine smugglers and seized 40 rifles": the arrest is told; the seizure is kept, not printed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casus.model.claim import DONE, Claim
from casus.resolve.within_attack import doers_of

TAKING = frozenset({"arrest", "people-seized", "people-captured"})
"""Senses of COERCE by which people are taken."""


def without_seizures_within(claims: Sequence[Claim]) -> list[Claim]:
    """The claims; none is certain that tells what was taken where its sentence tells who was arrested."""
    arrests = [c for c in claims if c.act.rule in TAKING and c.captured is not None and c.certain and not c.heading]
    return [_within(c) if c.certain and any(_is_within(c, a) for a in arrests) else c for c in claims]


def _is_within(seizure: Claim, arrest: Claim) -> bool:
    if seizure.act.rule != "seize-property" or seizure.captured is not None or seizure.sentence != arrest.sentence:
        return False
    one, other = doers_of(seizure), doers_of(arrest)
    same_hands = not one or not other or bool(one & other)
    return same_hands and {seizure.status, arrest.status} <= DONE and _is_there(seizure, arrest)


def _is_there(seizure: Claim, arrest: Claim) -> bool:
    """Whether no other place is told for the one than for the other."""
    return seizure.place is None or arrest.place is None or seizure.place.name == arrest.place.name


def _within(claim: Claim) -> Claim:
    return replace(claim, certain=False).because("certain", "what was taken where people were arrested")
