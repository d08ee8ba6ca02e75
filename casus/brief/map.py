"""The map: outlines and symbols that claim no more than the words do. Without a gazetteer point nothing is drawn."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from casus.brief.cards import Card
from casus.brief.marks import Index, Mark
from casus.brief.outlines import Point, Window, country_at, country_names, in_window, outlines
from casus.brief.wording import place, place_precision
from casus.model.event import Event
from casus.model.place import Place

WIDTH, TALLEST, LEAST = 560.0, 520.0, 300.0
"""The drawing's width, and the bounds of its height, in its own units."""

SMALLEST_SPAN = 8.0
"""Degrees a map spans at least, so that a single place is seen among its neighbours."""

NEAR_KM, KM_PER_DEGREE = 25.0, 111.2
"""UCDP where_prec 2 means within about 25 km: the only ring that is true to scale."""

WIDE = 40.0
"""Degrees of longitude above which a country as a whole would leave no room for anything else."""

LABELLED = 5000.0
"""Area from which a country has room for its name."""

EXACT, NEAR, COUNTRY = 1, 2, 6
CORNERS = ((1, -1), (-1, -1), (1, 1), (-1, 1), (0, -1))

RINGS = {3: 20.0, 4: 30.0, 5: 36.0, 7: 36.0}
"""Radius of the ring for a district, a province, a vague area, the sea: signs of vagueness, not borders."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of one or more events."""

    key: str
    name: str
    precision: str
    cards: tuple[Card, ...]
    mark: Mark
    shape: str = ""
    x: float = 0.0
    y: float = 0.0
    radius: float = 0.0
    label_x: float = 0.0
    label_y: float = 0.0


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
    """The map: what is drawn, what is named but not placed, and how many events name no place at all."""

    height: float
    lands: tuple[Land, ...]
    spots: tuple[Spot, ...]
    unplaced: tuple[Spot, ...]
    silent: tuple[Card, ...]


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


def chart(told: Iterable[tuple[Card, Event]], index: Index) -> Chart:
    """Return the map of all events; totals over many events have no one place."""
    pairs = [(card, event) for card, event in told if not card.aggregate]
    grouped = _grouped(pairs)
    placed = [(where, cards) for where, cards in grouped if _points(where)]
    unplaced = tuple(_spot("", where, cards, index) for where, cards in grouped if not _points(where))
    silent = tuple(card for card, event in pairs if event.place is None)
    if not placed:
        return Chart(0.0, (), (), unplaced, silent)
    frame = _frame([point for where, _ in placed for point in _points(where)])
    spots = [_drawn(n, where, cards, index, frame) for n, (where, cards) in enumerate(placed)]
    vague = {_country(where) for where, _ in placed if where.precision_ucdp == COUNTRY}
    return Chart(frame.height, _lands(frame, vague), _spread(spots), unplaced, silent)


def _grouped(pairs: Sequence[tuple[Card, Event]]) -> list[tuple[Place, tuple[Card, ...]]]:
    found: dict[tuple[str, int | None], tuple[Place, list[Card]]] = {}
    for card, event in pairs:
        if event.place is not None:
            key = (event.place.id or place(event.place), event.place.precision_ucdp)
            found.setdefault(key, (event.place, []))[1].append(card)
    return [(where, tuple(cards)) for where, cards in found.values()]


def _points(where: Place) -> tuple[Point, ...]:
    """Return what the map must hold: the point, or the corners of a country that is not too wide; nothing if unplaced."""
    code = _country(where) if where.precision_ucdp == COUNTRY else None
    if code is not None:
        ring = max(outlines()[code], key=_area)
        corners = ((min(p[0] for p in ring), min(p[1] for p in ring)), (max(p[0] for p in ring), max(p[1] for p in ring)))
        return corners if corners[1][0] - corners[0][0] < WIDE else (_middle(corners),)
    return ((where.lon, where.lat),) if where.lat is not None and where.lon is not None else ()


def _country(where: Place) -> str | None:
    """Return the code of a country that is named and no closer place: by its id ("ne:AFG"), or by its point."""
    code = (where.id or "").rpartition(":")[2]
    if code in outlines():
        return code
    return country_at((where.lon, where.lat)) if where.lat is not None and where.lon is not None else None


def _middle(points: Sequence[Point]) -> Point:
    return (sum(p[0] for p in points) / len(points), sum(p[1] for p in points) / len(points))


def _spot(key: str, where: Place, cards: tuple[Card, ...], index: Index) -> Spot:
    return Spot(key, place(where), place_precision(where), cards, index.mark(where.evidence))


def _drawn(number: int, where: Place, cards: tuple[Card, ...], index: Index, frame: _Frame) -> Spot:
    x, y = frame.xy(_middle(_points(where)))
    shape, radius = _symbol(where.precision_ucdp, frame)
    plain = _spot(_letters(number), where, cards, index)
    return replace(plain, shape=shape, x=x, y=y, radius=radius, label_x=x, label_y=y)


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


def _spread(spots: list[Spot]) -> tuple[Spot, ...]:
    """Letters moved apart where they would cover each other; the symbols stay where they are."""
    taken: list[Point] = []
    moved: list[Spot] = []
    for spot in spots:
        x, y = next((p for p in _seats(spot) if all(_apart(p, t) for t in taken)), (spot.x, spot.y))
        taken.append((x, y))
        moved.append(replace(spot, label_x=x, label_y=y))
    return tuple(moved)


def _seats(spot: Spot) -> list[Point]:
    near = 0.0 if spot.shape in ("ring", "country") else 15.0
    seats = [(spot.x + near, spot.y - near)] if near else [(spot.x, spot.y)]
    for reach in (17.0, 30.0, 44.0):
        seats += [(spot.x + reach * dx, spot.y + reach * dy) for dx, dy in CORNERS]
    return [(min(max(x, 14.0), WIDTH - 14.0), max(y, 14.0)) for x, y in seats]


def _apart(one: Point, other: Point) -> bool:
    return abs(one[0] - other[0]) > 22 or abs(one[1] - other[1]) > 20


def _letters(number: int) -> str:
    first, last = divmod(number, 26)
    return ("" if first == 0 else chr(64 + first)) + chr(65 + last)
