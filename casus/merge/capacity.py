"""Capacity: a source that belongs to one side of an occurrence speaks as a party to it, not as a neutral official.

Who the sides are shows only when all its claims are together: one names the attacker, another quotes the attacked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casus.model.actor import Party
from casus.model.claim import Claim, Source

_FORCES = frozenset({"state", "government", "military", "police", "intelligence", "armed-group", "militia"})


def as_parties(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims of one occurrence with the sources marked that are a side of it."""
    if not claims or claims[0].type != "ASSAULT":
        return tuple(claims)
    actors = tuple(p for c in claims for p in c.actors)
    recipients = tuple(p for c in claims for p in c.recipients)
    struck = {p.country for p in recipients if p.country} | {c.place.country for c in claims if c.place is not None and c.place.country}
    return tuple(replace(c, sources=tuple(_judged(s, actors, recipients, struck) for s in c.sources)) if c.sources else c for c in claims)


def _judged(source: Source, actors: Sequence[Party], recipients: Sequence[Party], struck: set[str]) -> Source:
    if source.capacity not in {"official", "party", "unknown"} or source.id is None:
        return source
    side = _kin(source.id, actors) or _kin(source.id, recipients) or _struck_at_home(source.id, actors, struck)
    return replace(source, capacity="party") if side else source


def _kin(source: str, parties: Sequence[Party]) -> bool:
    """Whether the source is a party, a body of it, or the body it belongs to (ids of bodies begin with their state's)."""
    for party in parties:
        family = {i for i in (party.id, *party.parents) if i}
        if party.kind in _FORCES and (source in family or any(source.startswith(f"{i}-") for i in family)):
            return True
    return False


def _struck_at_home(source: str, actors: Sequence[Party], struck: set[str]) -> bool:
    """The authorities of the country that another country's forces struck."""
    foreign = [p for p in actors if p.kind in _FORCES and p.country]
    country = source.split("-")[0].upper()
    return country in struck and bool(foreign) and all(p.country != country for p in foreign)
