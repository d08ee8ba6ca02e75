"""A map: outlines and symbols that claim no more than the words do."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from casus.brief.lettering import Label, Symbol, labels
from casus.brief.outlines import Point, Window, country_names, in_window
from casus.brief.sites import MOST_MAPS, Site, theatres

WIDTH, TALLEST, LEAST = 560.0, 520.0, 300.0
"""The drawing's width, and the bounds of its height, in its own units."""

SMALLEST_SPAN = 8.0
"""Degrees a map spans at least, so that a single place is seen among its neighbours."""

NEAR_KM, KM_PER_DEGREE = 25.0, 111.2
"""UCDP where_prec 2 means within about 25 km; the ring is never drawn smaller than that."""

LABELLED = 5000.0
"""Area from which a country has room for its name."""

CROWD = 3
"""So many places near each other are drawn once more by themselves, where all are on one map."""

EXACT, NEAR, COUNTRY = 1, 2, 6
RINGS = {3: 20.0, 4: 30.0, 5: 36.0, 7: 36.0}
"""Radius of the ring for a district, a province, a vague area, the sea: signs of vagueness, not borders."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A site on the drawing: its symbol."""

    key: str
    shape: str
    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Land:
    """A country's outline on the drawing; `shaded` where an event is placed no closer than the country."""

    path: str
    name: str
    x: float
    y: float
    shaded: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """One map: the land, the sites on it and their letters; `sites` are told beside it, those of `closer` maps beside those."""

    height: float
    lands: tuple[Land, ...]
    spots: tuple[Spot, ...]
    labels: tuple[Label, ...]
    sites: tuple[Site, ...]
    closer: bool = False

    @property
    def shared(self) -> bool:
        """Whether a label stands for several places."""
        return any(len(label.keys) > 1 for label in self.labels)


@dataclass(frozen=True, slots=True)
class _Frame:
    window: Window
    scale: float
    squeeze: float
    height: float

    def xy(self, point: Point) -> Point:
        return (
            round((point[0] - self.window.west) * self.squeeze * self.scale, 1),
            round((self.window.north - point[1]) * self.scale, 1),
        )


def charts(placed: Sequence[Site]) -> tuple[Chart, ...]:
    """Draw the maps of all sites that have a point or a country: one for each group that lie near each other, or one of all.

    Where they are on one, the largest groups are drawn once more by themselves.
    """
    groups = theatres(placed)
    if len(groups) <= MOST_MAPS:
        return tuple(chart(group) for group in groups)
    closer = sorted((g for g in groups if len(g) >= CROWD), key=lambda g: -len(g))[: MOST_MAPS - 1]
    drawn = {site.key for group in closer for site in group}
    whole = chart([site for group in groups for site in group])
    beside = tuple(s for s in sorted(whole.sites, key=lambda s: (len(s.key), s.key)) if s.key not in drawn)
    return (replace(whole, sites=beside, closer=bool(closer)), *(chart(group) for group in closer))


def chart(sites: Sequence[Site]) -> Chart:
    """Draw the map of some sites; each of them has a point or a country."""
    frame = _frame([point for site in sites for point in site.corners])
    vague = {site.country for site in sites if site.precision == COUNTRY}
    spots = tuple(_spot(site, frame) for site in sites)
    symbols = [Symbol(s.key, s.x, s.y, 0.0 if s.shape in {"ring", "country"} else 15.0) for s in spots]
    return Chart(frame.height, _lands(frame, vague), spots, labels(symbols, width=WIDTH, height=frame.height), tuple(sites))


def _spot(site: Site, frame: _Frame) -> Spot:
    x, y = frame.xy(site.middle)
    shape, radius = _symbol(site.precision, frame)
    return Spot(site.key, shape, x, y, radius)


def _symbol(precision: int | None, frame: _Frame) -> tuple[str, float]:
    if precision == EXACT:
        return "dot", 5.0
    if precision == NEAR:
        return "near", max(round(NEAR_KM / KM_PER_DEGREE * frame.scale, 1), 9.0)
    if precision == COUNTRY:
        return "country", 0.0
    return "ring", RINGS.get(precision or 0, 36.0)


def _frame(points: list[Point]) -> _Frame:
    lons, lats = [p[0] for p in points], [p[1] for p in points]
    middle = ((min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2)
    squeeze = max(math.cos(math.radians(middle[1])), 0.2)
    wide = max((max(lons) - min(lons)) * 1.5, SMALLEST_SPAN / squeeze)
    tall = max((max(lats) - min(lats)) * 1.5, SMALLEST_SPAN * 0.75)
    scale = min(WIDTH / (wide * squeeze), TALLEST / tall)
    height = min(max(tall * scale, LEAST), TALLEST)
    half_x, half_y = WIDTH / scale / squeeze / 2, height / scale / 2
    window = Window(middle[0] - half_x, middle[1] - half_y, middle[0] + half_x, middle[1] + half_y)
    return _Frame(window, scale, squeeze, round(height, 1))


def _lands(frame: _Frame, vague: set[str | None]) -> tuple[Land, ...]:
    return tuple(_land(code, rings, frame, code in vague) for code, rings in in_window(frame.window))


def _land(code: str, rings: tuple[tuple[Point, ...], ...], frame: _Frame, shaded: bool) -> Land:
    drawn = [_thinned([frame.xy(p) for p in ring]) for ring in rings]
    path = "".join("M" + "L".join(f"{x:g},{y:g}" for x, y in ring) + "Z" for ring in drawn)
    largest = max(drawn, key=_area)
    x, y = _centre(largest)
    name = country_names().get(code, "") if _area(largest) > LABELLED else ""
    return Land(path, name, x, min(max(y, 18.0), frame.height - 8), shaded)


def _thinned(ring: list[Point], step: float = 1.2) -> list[Point]:
    """Return the ring without points too close to be seen apart."""
    kept = ring[:1]
    for point in ring[1:]:
        if abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) >= step:
            kept.append(point)
    return kept


def _area(ring: Sequence[Point]) -> float:
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2


def _centre(ring: list[Point]) -> Point:
    """Return the middle of the widest run of land over nine lines of latitude, so that a name stands in its country."""
    ys = [p[1] for p in ring]
    heights = [min(ys) + (max(ys) - min(ys)) * n / 10 for n in range(1, 10)]
    runs = [(right - left, (left + right) / 2, y) for y in heights for left, right in _runs(ring, y)]
    _, x, y = max(runs, default=(0.0, *ring[0]))
    return (round(x, 1), round(y, 1))


def _runs(ring: list[Point], y: float) -> list[Point]:
    """Return where a line of latitude enters and leaves a ring."""
    sides = zip(ring, ring[1:] + ring[:1], strict=True)
    cuts = sorted(x1 + (y - y1) / (y2 - y1) * (x2 - x1) for (x1, y1), (x2, y2) in sides if (y1 > y) != (y2 > y))
    return list(zip(cuts[::2], cuts[1::2], strict=False))
