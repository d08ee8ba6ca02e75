"""Capacity: a source that belongs to one side of an occurrence speaks as a party to it, not as a neutral official.

Who the sides are shows only when all its claims are together: one names the attacker, another quotes the attacked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from casus.codebook.kinds import is_military
from casus.model.actor import Party
from casus.model.claim import Claim, Source
from casus.resolve.denials import same_body

_FORCES = frozenset({"state", "government", "military", "police", "intelligence", "armed-group", "militia"})
_ARMED = frozenset({"armed-group", "militia", "unnamed-armed"})


@dataclass(frozen=True, slots=True)
class _Sides:
    """Who fights whom in one occurrence, and the countries that were struck."""

    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    struck: frozenset[str]


def as_parties(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims of one occurrence with the sources marked that are a side of it."""
    if not claims or claims[0].type != "ASSAULT":
        return tuple(claims)
    actors = tuple(p for c in claims for p in c.actors)
    recipients = tuple(p for c in claims for p in c.recipients)
    struck = {p.country for p in recipients if p.country} | {c.place.country for c in claims if c.place is not None and c.place.country}
    sides = _Sides(actors, recipients, frozenset(struck))
    return tuple(_with_capacities(c, sides) if c.sources or c.besides else c for c in claims)


def _with_capacities(claim: Claim, sides: _Sides) -> Claim:
    sources, besides = (tuple(_judged(s, sides) for s in voices) for voices in (claim.sources, claim.besides))
    return replace(claim, sources=sources, besides=besides)


def _judged(source: Source, sides: _Sides) -> Source:
    if source.capacity not in {"official", "party", "unknown"}:
        return source
    if source.id is None:
        side = _is_unnamed_side(source, sides)
    else:
        both = (*sides.actors, *sides.recipients)
        side = _kin(source.id, both) or _struck_at_home(source, sides) or _own_soldiers(source, sides)
    return replace(source, capacity="party") if side else source


def _kin(source: str, parties: Sequence[Party]) -> bool:
    """Whether the source is a party, a body of it, or the body it belongs to (ids of bodies begin with their state's)."""
    for party in parties:
        family = {i for i in (party.id, *party.parents) if i}
        if party.kind in _FORCES and (source in family or any(source.startswith(f"{i}-") for i in family)):
            return True
    return False


def _struck_at_home(source: Source, sides: _Sides) -> bool:
    """The authorities of the country that another country's forces struck, or whose forces struck another ("officials in Kabul")."""
    foreign = [p for p in sides.actors if p.kind in _FORCES and p.country]
    country = source.country if source.id is None else source.id.split("-")[0].upper()
    if country is None or not foreign:
        return False
    own = all(p.country == country for p in foreign) and source.id is None
    return own or (country in sides.struck and all(p.country != country for p in foreign))


def _is_unnamed_side(source: Source, sides: _Sides) -> bool:
    """A source without an identity: it names an actor ("the rebels' spokesman"), sits in a country at war, or is the army."""
    if any(p.id is None and p.kind != "civilians" and same_body(p.name, source.name) for p in sides.actors):
        return True
    own = {"its", "our", "their"}
    if any(p.id is None and p.kind in _FORCES | _ARMED and p.evidence.words.lower().split()[0] in own for p in sides.actors):
        return True
    if source.capacity != "official":
        return False
    return _struck_at_home(source, sides) or _own_soldiers(source, sides) or _against_the_army(source, sides)


def _own_soldiers(source: Source, sides: _Sides) -> bool:
    """An army speaks of its own where nobody says whose the soldiers, the jets, "our forces" are."""
    return is_military(source.name) and any(p.kind == "military" and p.id is None for p in (*sides.actors, *sides.recipients))


def _against_the_army(source: Source, sides: _Sides) -> bool:
    """ "The army said rebels ...": an army that is named as no country's is the one the armed group fights."""
    return source.country is None and is_military(source.name) and any(p.kind in _ARMED for p in (*sides.actors, *sides.recipients))
