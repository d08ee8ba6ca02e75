"""GeoJSON (RFC 7946): one feature per event or claim; a point only where a gazetteer line gives one.

What has no point stays in the file with geometry null: a map may leave it out, a table may not. `precision` says in
words how exact the point is, for a province's centre must never look like a street.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from casus.export.columns import COLUMNS, row
from casus.export.jsonl import json_line, utf8
from casus.export.parts import Record

PRECISION = {
    1: "exact",
    2: "near",
    3: "district",
    4: "province",
    5: "vague or linear",
    6: "country",
    7: "sea or air",
}
"""UCDP GED's where_prec in words."""


def write_geojson(records: Sequence[Record], kind: str) -> Iterator[bytes]:
    """One FeatureCollection, one feature per line; longitude first, WGS84."""
    yield b'{"type":"FeatureCollection","features":['
    for i, record in enumerate(records):
        yield utf8((",\n" if i else "\n") + json_line(_feature(record, kind)))
    yield b"\n]}\n"


def _feature(record: Record, kind: str) -> dict[str, Any]:
    place = record["place"] or {}
    lat, lon = place.get("lat"), place.get("lon")
    located = lat is not None and lon is not None
    precision = PRECISION.get(place.get("precision_ucdp") or 0)
    return {
        "type": "Feature",
        "id": record["id"],
        "geometry": {"type": "Point", "coordinates": [lon, lat]} if located else None,
        "properties": row(record, COLUMNS[kind]) | {"precision": precision},
    }
