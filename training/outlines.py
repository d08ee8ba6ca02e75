"""Country outlines for the map: ``python -m training.outlines --data ../shared/data``.

Natural Earth 1:50m (public domain), thinned with Douglas and Peucker's rule (1973); small islands left out, but never a
country's largest ring. Rings of neighbours are thinned alike, as a shared border has the same points in both.
"""

from __future__ import annotations

import argparse
import json
from itertools import pairwise
from pathlib import Path

from training.place_sources import features, iso3_of

OUT = Path(__file__).resolve().parents[1] / "casus" / "brief" / "outlines.json"
DECIMALS = 2
POLAR = 58.0
"""Coasts beyond this latitude are thinned four times as much."""
TOLERANCE = 0.11
"""How far a left-out point may lie from the line, in degrees."""
LEAST = 0.25
SHARE = 0.02
"""Rings smaller than this many square degrees, and than this share of the country's largest, are left out."""

Point = tuple[float, float]


def thin(line: list[Point], tolerance: float) -> list[Point]:
    """A line with the fewest points that stays within the tolerance; without recursion."""
    keep = {0, len(line) - 1}
    todo = [(0, len(line) - 1)]
    while todo:
        first, last = todo.pop()
        far, most = 0, tolerance
        for i in range(first + 1, last):
            away = _distance(line[i], line[first], line[last])
            if away > most:
                far, most = i, away
        if far:
            keep.add(far)
            todo += [(first, far), (far, last)]
    return [line[i] for i in sorted(keep)]


def _distance(point: Point, one: Point, other: Point) -> float:
    (x, y), (x1, y1), (x2, y2) = point, one, other
    length = (x2 - x1) ** 2 + (y2 - y1) ** 2
    along = 0.0 if length == 0 else min(max(((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length, 0), 1)
    return float(((x - x1 - along * (x2 - x1)) ** 2 + (y - y1 - along * (y2 - y1)) ** 2) ** 0.5)


def area(ring: list[Point]) -> float:
    """Square degrees inside a ring."""
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring))) / 2


def arcs(ring: list[Point], owners: dict[Point, frozenset[str]]) -> list[list[Point]]:
    """A closed ring cut where its neighbour changes, so that both countries have the same arcs."""
    body = ring[:-1]
    cuts = [i for i in range(len(body)) if owners[body[i]] != owners[body[i - 1]] or len(owners[body[i]]) > 2]
    if len(cuts) < 2:
        cuts = sorted({min(range(len(body)), key=lambda i: body[i]), max(range(len(body)), key=lambda i: body[i])})
    turned = body[cuts[0] :] + body[: cuts[0]] + [body[cuts[0]]]
    stops = [c - cuts[0] for c in cuts] + [len(body)]
    return [turned[one : other + 1] for one, other in pairwise(stops)]


def thinned(ring: list[Point], owners: dict[Point, frozenset[str]]) -> list[list[float]]:
    """A closed ring with few points; a shared border is thinned in one direction, whichever country it is drawn for."""
    points: list[Point] = []
    for arc in arcs(ring, owners):
        forward = arc[0] <= arc[-1]
        north = max(abs(y) for _, y in arc) > POLAR
        line = thin(arc if forward else arc[::-1], TOLERANCE * (4 if north else 1))
        points.extend((line if forward else line[::-1])[bool(points) :])
    rounded = [[round(x, DECIMALS), round(y, DECIMALS)] for x, y in points]
    return [p for i, p in enumerate(rounded) if i == 0 or p != rounded[i - 1]]


def outlines(data: Path) -> dict[str, list[list[list[float]]]]:
    """Rings by ISO 3166 alpha-3 code, the largest first."""
    rings: dict[str, list[list[Point]]] = {}
    for feature in features(data, "ne_50m_admin_0_countries"):
        if iso3_of(feature["properties"]) == "ATA":
            continue
        geometry = feature["geometry"]
        polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
        rings.setdefault(iso3_of(feature["properties"]), []).extend([(x, y) for x, y in p[0]] for p in polygons)
    owners: dict[Point, set[str]] = {}
    for code, each in rings.items():
        for point in (p for ring in each for p in ring):
            owners.setdefault(point, set()).add(code)
    shared = {point: frozenset(codes) for point, codes in owners.items()}
    return {code: _outline(rings[code], shared) for code in sorted(rings)}


def _outline(rings: list[list[Point]], owners: dict[Point, frozenset[str]]) -> list[list[list[float]]]:
    largest, *others = sorted(rings, key=area, reverse=True)
    kept = [thinned(r, owners) for r in (largest, *(o for o in others if area(o) >= min(LEAST, SHARE * area(largest))))]
    return [r for r in kept if len(r) > 3] or [[[round(x, 2), round(y, 2)] for x, y in largest]]


def write_outlines(data: Path, out: Path = OUT) -> int:
    """Write the map's outlines; gives how many bytes."""
    text = json.dumps(outlines(data), separators=(",", ":")) + "\n"
    out.write_text(text, encoding="utf-8")
    return len(text)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    print(f"{write_outlines(options.data, options.out) / 1000:.0f} kB")


if __name__ == "__main__":
    main()
