"""Where an act was whose own words name no place, by the encoder of tellings: the place told near it where it clearly finds it.

"Kesra was quiet at noon. ... Its granaries were set on fire.": only the whole passage tells where. As every scene (scene_of_report.py) it
weighs nothing in merging and gives way to a place in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from casus.model.claim import Claim
from casus.model.place import Place
from casus.resolve.likely_parties import Roles
from casus.resolve.scene_of_report import may_have

CLEAR = -0.3
"""The least odds (log) with which a place is where an act was; chosen on reports that the encoder had not learned from."""


def with_likely_scenes(claims: Sequence[Claim], roles: Roles) -> tuple[Claim, ...]:
    """The claims of a report, those without any place at the likeliest of those that its acts have nearby; of a short one as they are."""
    if roles.is_short:
        return tuple(claims)
    known = {c.place.evidence.start: c.place for c in claims if c.place is not None and not c.place.is_wide and not c.heading}
    return tuple(_placed(c, known.values(), roles) if _is_bare(c) else c for c in claims)


def _is_bare(claim: Claim) -> bool:
    return claim.place is None and claim.scene is None and claim.telling is not None and may_have(claim)


def _placed(claim: Claim, known: Iterable[Place], roles: Roles) -> Claim:
    ranked = [(odds, -p.evidence.start, p) for p in known if (odds := roles.odds(claim, p.evidence, "place")) is not None and odds >= CLEAR]
    if not ranked:
        return claim
    odds, _, place = max(ranked, key=lambda r: r[:2])
    return replace(claim, scene=place).because("place", f"read in its whole report, at {place.name} (log odds {odds:.1f})")
