"""Capacity: a source that belongs to one side of an act speaks as a party to it, not as a neutral official."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casus.model.actor import Party
from casus.model.claim import Claim, Source

_FORCES = frozenset({"state", "government", "military", "police", "intelligence", "armed-group", "militia"})


def as_party(claim: Claim) -> Claim:
    """Mark the claim's sources that are a side of it. Only officials and armed groups can be."""
    if claim.type != "ASSAULT" or not claim.sources:
        return claim
    return replace(claim, sources=tuple(_judged(s, claim) for s in claim.sources))


def _judged(source: Source, claim: Claim) -> Source:
    if source.capacity not in {"official", "party", "unknown"} or source.id is None:
        return source
    side = _kin(source.id, claim.actors) or _kin(source.id, claim.recipients) or _struck_at_home(source.id, claim)
    return replace(source, capacity="party") if side else source


def _kin(source: str, parties: Sequence[Party]) -> bool:
    """Whether the source is a party, a body of it, or the body it belongs to (ids are hierarchical by prefix and parent)."""
    for party in parties:
        family = {i for i in (party.id, *party.parents) if i}
        if party.kind in _FORCES and (source in family or any(source.startswith(f"{i}-") for i in family)):
            return True
    return False


def _struck_at_home(source: str, claim: Claim) -> bool:
    """The authorities of the country that another state's forces, or a group based elsewhere, struck."""
    foreign = [p for p in claim.actors if p.kind in _FORCES and p.country]
    home = {p.country for p in claim.recipients if p.country}
    country = source.split("-")[0].upper()
    struck = country in home or (claim.place is not None and claim.place.id is not None and _in_country(claim, country))
    return struck and bool(foreign) and all(p.country != country for p in foreign)


def _in_country(claim: Claim, iso3: str) -> bool:
    return claim.place is not None and claim.place.country == iso3
