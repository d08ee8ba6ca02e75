"""Sites: the places of events, those with a point in groups near enough for one map, the others by name only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from casus.brief.cards import Card
from casus.brief.marks import Index, Mark
from casus.brief.outlines import Point, country_at, outlines
from casus.brief.wording import place, place_precision
from casus.model.event import Event
from casus.model.place import Place

COUNTRY = 6
"""UCDP where_prec of a place known no closer than the country."""

WIDE = 40.0
"""Degrees of longitude above which a country as a whole would leave no room for anything else."""

APART, MOST_MAPS = 15.0, 4
"""Degrees between two groups of sites that go on maps of their own; with more groups than this all go on one map."""


@dataclass(frozen=True, slots=True)
class Site:
    """A place of one or more events; without `corners` it is named and not placed."""

    key: str
    name: str
    words: str
    cards: tuple[Card, ...]
    mark: Mark
    precision: int | None
    country: str | None
    corners: tuple[Point, ...]

    @property
    def middle(self) -> Point:
        """Return the point, or the middle of the country."""
        lons, lats = [p[0] for p in self.corners], [p[1] for p in self.corners]
        return (sum(lons) / len(lons), sum(lats) / len(lats))


def sites(told: Iterable[tuple[Card, Event]], index: Index) -> tuple[Site, ...]:
    """Return the sites of all events; totals over many events have no one place. Placed sites carry letters."""
    found: dict[tuple[str, int | None], tuple[Place, list[Card]]] = {}
    for card, event in told:
        if event.place is not None and not card.aggregate:
            key = (event.place.id or place(event.place), event.place.precision_ucdp)
            found.setdefault(key, (event.place, []))[1].append(card)
    plain = [_site(where, tuple(cards), index) for where, cards in found.values()]
    return _lettered([s for s in plain if s.corners]) + tuple(s for s in plain if not s.corners)


def theatres(placed: Sequence[Site]) -> tuple[tuple[Site, ...], ...]:
    """Group the placed sites that lie near each other."""
    groups: list[list[Site]] = []
    for site in placed:
        near = [g for g in groups if any(_close(site, other) for other in g)]
        groups = [g for g in groups if g not in near] + [[*(s for g in near for s in g), site]]
    ordered = [tuple(sorted(g, key=lambda s: (len(s.key), s.key))) for g in groups]
    return tuple(sorted(ordered, key=lambda g: (len(g[0].key), g[0].key)))


def _close(one: Site, other: Site) -> bool:
    (x1, y1), (x2, y2) = one.middle, other.middle
    return max(abs(x1 - x2), abs(y1 - y2)) < APART


def _site(where: Place, cards: tuple[Card, ...], index: Index) -> Site:
    code = _country(where) if where.precision_ucdp == COUNTRY else None
    return Site(
        key="",
        name=place(where),
        words=place_precision(where),
        cards=cards,
        mark=index.mark(where.evidence),
        precision=where.precision_ucdp,
        country=code,
        corners=_corners(where, code),
    )


def _corners(where: Place, country: str | None) -> tuple[Point, ...]:
    """Return what a map must hold: the point, or the corners of a country that is not too wide."""
    if country is not None:
        ring = max(outlines()[country], key=len)
        lons, lats = [p[0] for p in ring], [p[1] for p in ring]
        middle = ((min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2)
        return ((min(lons), min(lats)), (max(lons), max(lats))) if max(lons) - min(lons) < WIDE else (middle,)
    return ((where.lon, where.lat),) if where.lat is not None and where.lon is not None else ()


def _country(where: Place) -> str | None:
    """Return the code of a country by its id ("ne:AFG") or by its point."""
    code = (where.id or "").rpartition(":")[2]
    if code in outlines():
        return code
    return country_at((where.lon, where.lat)) if where.lat is not None and where.lon is not None else None


def _lettered(placed: Sequence[Site]) -> tuple[Site, ...]:
    return tuple(replace(site, key=_letters(n)) for n, site in enumerate(placed))


def _letters(number: int) -> str:
    first, last = divmod(number, 26)
    return ("" if first == 0 else chr(64 + first)) + chr(65 + last)
