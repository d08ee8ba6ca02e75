"""A user's rows in the gazetteer: places it lacks, and better lines for places it has.

Columns: id, name, kind, within, country, lat, lon, population, aliases, source; `within` and `aliases` are separated by "; ",
`within` runs from the smallest unit up (the country may be left out). An id without a colon is a new place; the id of a
gazetteer line ("geonames:1162634") puts the row in its stead.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol, cast, get_args

from casus.codebook.actor_rows import rows_of
from casus.codebook.names import key
from casus.codebook.place_entry import Entry, PlaceClass
from casus.model.errors import CodebookError

OWN_PLACES = "places.tsv"
COLUMNS = ("id", "name", "kind", "within", "country", "lat", "lon", "population", "aliases", "source")
_KINDS = tuple(k for k in get_args(PlaceClass) if k != "country")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_WEIGHT = 3.0
"""The weight of a place whose population is not given: that of a thousand people."""


class Known(Protocol):
    """What is asked of the shipped gazetteer."""

    def find(self, name: str) -> tuple[Entry, ...]:
        """Every place of this name."""

    def country(self, iso3: str) -> Entry | None:
        """The country of a code."""

    def line(self, slug: str) -> Entry | None:
        """The place of an id."""


@dataclass(frozen=True, slots=True)
class OwnPlaces:
    """The user's places by the key of each of their names, and those that stand for a shipped line, by its id."""

    by_key: Mapping[str, tuple[Entry, ...]]
    instead: Mapping[str, Entry]


def own_places(text: str, shipped: Known, *, where: str) -> OwnPlaces:
    """The user's places. Raises CodebookError with file and line where a row is malformed or repeats a place."""
    by_key: dict[str, list[Entry]] = {}
    instead: dict[str, Entry] = {}
    seen: set[str] = set()
    for number, cells in rows_of(text, COLUMNS, where):
        at = f"{where}, line {number}"
        entry = _entry(cells, shipped, at)
        if entry.id in seen:
            raise CodebookError(f"{at}: the id {cells[0]!r} stands in a row above; keep one of them")
        seen.add(entry.id)
        names = dict.fromkeys(key(n) for n in (entry.name, *cells[8].split("; ")) if key(n))
        if entry.id.startswith("own:"):
            _refuse_repeat(entry, shipped.find(entry.name), at)
        else:
            instead[entry.id] = entry
        for name in names:
            by_key.setdefault(name, []).append(entry)
    return OwnPlaces({name: tuple(entries) for name, entries in by_key.items()}, instead)


def _entry(cells: list[str], shipped: Known, at: str) -> Entry:
    slug, name, kind, within, iso3, lat, lon, population, _, _ = cells
    line = shipped.line(slug) if ":" in slug else None
    if line is None and not _SLUG.fullmatch(slug):
        raise CodebookError(f"{at}: {slug!r} is no id of the gazetteer; a new id is lower-case letters and digits, joined by hyphens")
    if not name:
        raise CodebookError(f"{at}: {slug} has no name")
    if kind not in _KINDS:
        raise CodebookError(f"{at}: kind {kind!r} is none of {', '.join(_KINDS)}")
    country = shipped.country(iso3)
    if country is None:
        raise CodebookError(f"{at}: country {iso3!r} is no ISO 3166 alpha-3 code that the gazetteer has; write PAK, SDN, UKR ...")
    parents = tuple(dict.fromkeys([*filter(None, within.split("; ")), country.name]))
    point = _point(lat, lon, at)
    weight = math.log10(max(_number(population, "population", at), 1.0)) if population else line.weight if line else _WEIGHT
    return Entry(line.id if line else f"own:{slug}", name, cast("PlaceClass", kind), parents, iso3, *point, weight, own=True)


def _point(lat: str, lon: str, at: str) -> tuple[float | None, float | None]:
    if not lat and not lon:
        return None, None
    north, east = _number(lat, "lat", at), _number(lon, "lon", at)
    if not (-90 <= north <= 90 and -180 <= east <= 180):
        raise CodebookError(f"{at}: {lat} {lon} is no point; write degrees north and east: 32.83 and 69.33")
    return north, east


def _number(cell: str, name: str, at: str) -> float:
    try:
        value = float(cell)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise CodebookError(f"{at}: {name} {cell!r} is no number; write it with a full stop: 32.83")
    return value


def _refuse_repeat(entry: Entry, known: Iterable[Entry], at: str) -> None:
    """The same name, kind and container twice would leave the name undecided for ever."""
    for other in known:
        same = key(other.name) == key(entry.name) and other.kind == entry.kind and other.iso3 == entry.iso3
        if same and {key(p) for p in entry.parents[:-1]} <= {key(p) for p in other.parents}:
            told = ", ".join((other.name, *other.parents))
            remedy = f"to correct it write its id, {other.id}; for another of the name write its district in `within`"
            raise CodebookError(f"{at}: {told} stands in the gazetteer already; {remedy}")
