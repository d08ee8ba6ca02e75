"""Country outlines (Natural Earth, public domain) and how to cut them to a window."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

Point = tuple[float, float]
"""Longitude and latitude in degrees."""


@dataclass(frozen=True, slots=True)
class Window:
    """A rectangle of longitude and latitude."""

    west: float
    south: float
    east: float
    north: float

    def meets(self, ring: tuple[Point, ...]) -> bool:
        """Whether the ring's bounding box touches the window."""
        lons, lats = [p[0] for p in ring], [p[1] for p in ring]
        beside = max(lons) < self.west or min(lons) > self.east
        return not (beside or max(lats) < self.south or min(lats) > self.north)


@lru_cache(maxsize=1)
def outlines() -> dict[str, tuple[tuple[Point, ...], ...]]:
    """Outer rings by ISO 3166 alpha-3 code."""
    raw = json.loads(files("casus.brief").joinpath("outlines.json").read_text(encoding="utf-8"))
    return {code: tuple(tuple((p[0], p[1]) for p in ring) for ring in raw[code]) for code in sorted(raw)}


@lru_cache(maxsize=1)
def country_names() -> dict[str, str]:
    """English names by ISO 3166 alpha-3 code, from the codebook's table of countries."""
    table = files("casus").joinpath("codebook/countries.tsv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader((line for line in table if not line.startswith("#")), delimiter="\t")
    return {row["iso3"]: row["name"] for row in rows}


def country_at(point: Point) -> str | None:
    """Return the code of the country whose outline holds the point; None at sea."""
    for code, rings in outlines().items():
        if any(inside(point, ring) for ring in rings):
            return code
    return None


def inside(point: Point, ring: tuple[Point, ...]) -> bool:
    """Whether a point lies in a ring (even-odd rule)."""
    x, y = point
    odd = False
    for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            odd = not odd
    return odd


def in_window(window: Window) -> Iterator[tuple[str, tuple[tuple[Point, ...], ...]]]:
    """Every country that has land in the window, cut to it."""
    for code, rings in outlines().items():
        cut = tuple(c for ring in rings if window.meets(ring) and len(c := clip(ring, window)) > 2)
        if cut:
            yield code, cut


def clip(ring: tuple[Point, ...], window: Window) -> tuple[Point, ...]:
    """Return a ring cut to a window, edge by edge (Sutherland and Hodgman, 1974)."""
    points = list(ring[:-1] if ring and ring[0] == ring[-1] else ring)
    for axis, bound, keep in (
        (0, window.west, _at_least),
        (0, window.east, _at_most),
        (1, window.south, _at_least),
        (1, window.north, _at_most),
    ):
        points = _cut(points, axis, bound, keep)
    return tuple(points)


def _at_least(value: float, bound: float) -> bool:
    return value >= bound


def _at_most(value: float, bound: float) -> bool:
    return value <= bound


def _cut(points: list[Point], axis: int, bound: float, keep: Callable[[float, float], bool]) -> list[Point]:
    cut: list[Point] = []
    for before, here in zip(points[-1:] + points[:-1], points, strict=True):
        was, stays = keep(before[axis], bound), keep(here[axis], bound)
        if was != stays:
            cut.append(_crossing(before, here, axis, bound))
        if stays:
            cut.append(here)
    return cut


def _crossing(one: Point, other: Point, axis: int, bound: float) -> Point:
    share = (bound - one[axis]) / (other[axis] - one[axis])
    return (one[0] + share * (other[0] - one[0]), one[1] + share * (other[1] - one[1]))
