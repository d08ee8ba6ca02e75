"""How precise a place is, and whether it has a point at all.

UCDP GED where_prec: 1 exact, 2 within about 25 km of a named place, 3 second-order unit, 4 first-order unit, 5 between
places, at a border or in a wider region, 6 country, 7 at sea. ACLED geo_precision: 1 town, 2 near a town or part of a
region, 3 region. Only a town, a spot or a unit lends its point; a country, a wide region, a border and "between" have none.
"""

from __future__ import annotations

import re

from casus.codebook.places import Entry
from casus.coding.places.mention import PlaceMention
from casus.model.place import Place

NEAR_KM = 25.0
"""How far "near" reaches: UCDP GED codebook, where_prec 2."""

_DISTANCE = re.compile(r"(?P<n>\d[\d,]*(?:\.\d+)?)[\s-]*(?P<unit>km|kms|kilomet\w+|miles?|m\b|met\w+)", re.IGNORECASE)
_KM = {"k": 1.0, "m": 0.001}
_UCDP = {"town": 1, "village": 1, "camp": 1, "site": 1, "adm2": 3, "adm1": 4, "region": 5, "water": 7, "country": 6}
_ACLED = {1: 1, 2: 2, 3: 2, 4: 3, 5: 3, 6: 3, 7: 3}
_SPOTS = frozenset({"town", "village", "camp", "site"})
_UNITS = {"adm1": "province", "adm2": "district"}


def locate(mention: PlaceMention, entry: Entry, partner: Entry | None, reason: str, *, loose: bool = False) -> Place:
    """The mention's place, at the precision its words allow; `loose` where a unit of the same name may be meant."""
    if mention.relation in {"between", "border"} or mention.others:
        return _wide(mention, entry, partner, reason)
    if mention.relation == "near":
        return _near(mention, entry, reason)
    if mention.relation == "direction" and entry.kind not in _SPOTS:
        return _part(mention, entry, reason)
    precision = _UCDP[entry.kind]
    if precision == 1 and mention.unit in _UNITS:
        precision, reason = _UCDP[mention.unit], f"{reason}; the words say {_UNITS[mention.unit]}, the point is its town's"
    elif precision == 1 and loose:
        precision = 2
    point = entry.kind in _SPOTS or entry.kind in {"adm1", "adm2"}
    return _place(mention, entry, precision, reason, point=point)


def known_within(container: Entry) -> tuple[int | None, int | None]:
    """The precision (UCDP, ACLED) of a place of which no more is known than the unit or country it lies in; it has no point."""
    precision = _UCDP[container.kind] if container.kind in {"adm1", "adm2", "region", "country"} else None
    return precision, None if precision is None else _ACLED[precision]


def _place(mention: PlaceMention, entry: Entry, precision: int, reason: str, *, point: bool) -> Place:
    lat, lon = (entry.lat, entry.lon) if point else (None, None)
    within = tuple(p for p in dict.fromkeys(entry.parents) if p != entry.name)
    return Place(entry.name, mention.evidence, entry.id, within, lat, lon, precision, _ACLED[precision], reason, entry.iso3 or None)


def _near(mention: PlaceMention, entry: Entry, reason: str) -> Place:
    """Near a town: its point, within 25 km; farther, or near something wide: no point."""
    distance = distance_km(mention.words)
    if entry.kind in _SPOTS and (distance is None or distance <= NEAR_KM):
        return _place(mention, entry, 2, f"{reason}; near it, not in it", point=True)
    far = f"{distance:g} km from it" if distance is not None else "near it, and it is no single spot"
    within = tuple(dict.fromkeys(entry.parents))
    return Place(_plain(mention), mention.evidence, None, within, None, None, 5, 2, f"{reason}; {far}: no point", entry.iso3 or None)


def distance_km(words: str) -> float | None:
    """The first distance the words give, in kilometres; None where they give none in figures."""
    match = _DISTANCE.search(words)
    if match is None:
        return None
    unit = match["unit"].lower()
    factor = 1.609344 if unit.startswith("mile") else _KM[unit[0]]
    return round(float(match["n"].replace(",", "")) * factor, 3)


def _part(mention: PlaceMention, entry: Entry, reason: str) -> Place:
    """A part of a country, region or unit ("eastern Afghanistan", "northern Helmand"): no point; a part of a unit lies in it."""
    known = mention.name == "the country" or (entry.kind in _UNITS and mention.side)
    name = f"{mention.side} {entry.name}" if known else _plain(mention)
    within = tuple(dict.fromkeys((entry.name, *entry.parents)))
    ucdp, acled = known_within(entry) if entry.kind in _UNITS else (5, 3)
    return Place(name, mention.evidence, None, within, None, None, ucdp, acled, f"{reason}; a part of it: no point", entry.iso3 or None)


def _wide(mention: PlaceMention, entry: Entry, partner: Entry | None, reason: str) -> Place:
    """Between two places, or at a border: what both lie in, and no point."""
    if partner is None:
        within = tuple(dict.fromkeys((entry.name, *entry.parents)))
        country = entry.iso3 or None
    else:
        shared = {entry.name, *entry.parents} & {partner.name, *partner.parents}
        within = tuple(p for p in dict.fromkeys((entry.name, *entry.parents)) if p in shared)
        country = entry.iso3 if entry.iso3 == partner.iso3 else None
    what = "at a border" if mention.relation == "border" else "between two places"
    return Place(_plain(mention), mention.evidence, None, within, None, None, 5, 2, f"{reason}; {what}: no point", country or None)


def _plain(mention: PlaceMention) -> str:
    """The words without a leading article, on one line."""
    return re.sub(r"^(?:the|about|around|some)\s+", "", " ".join(mention.words.split()), flags=re.IGNORECASE)
