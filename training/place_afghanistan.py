"""The gazetteer's rows of Afghanistan, from a table of its provinces, districts and villages (F. Abubaker, MIT)."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from training.place_sources import Row


def afghanistan(data: Path) -> Iterator[Row]:
    """Provinces, districts and villages; a province has the middle of its districts, as the table's points lie up to 150 km west of it."""
    with gzip.open(data / "places" / "afghanistan_provinces_districts.json.gz", "rt", encoding="utf-8") as stream:
        provinces = json.load(stream)
    for p in provinces:
        districts = [(d["id"], d["name"], *_point(d["latitude"], d["longitude"])) for d in p["districts"]]
        yield Row(f"afg:p{p['id']}", p["name"], "adm1", ("Afghanistan",), "AFG", *_mean([(lat, lon) for _, _, lat, lon in districts]), 6)
        for id_, name, lat, lon in districts:
            if lat is not None or not (_NO_NAME.search(name) or _NO_NAME.search(p["name"])):
                yield Row(f"afg:{id_}", name.strip(" ."), "adm2", (p["name"], "Afghanistan"), "AFG", lat, lon, 4)
    with gzip.open(data / "places" / "afghanistan_villages.json.gz", "rt", encoding="utf-8") as stream:
        for v in json.load(stream):
            name = re.sub(r"\s*\(.*?\)", "", v["Village Name"]).strip().title()
            if len(name) > 2:
                yield Row(f"afg:v{v['No']}", name, "village", (v["District"], v["Province"], "Afghanistan"), "AFG",
                          *_point(v["Latitude"], v["Longitude"]), 0)  # fmt: skip


_NO_NAME = re.compile(r"\d|^(?:cent(?:er|re) of|markaz|nahia|provincial$|n\W*a$)", re.IGNORECASE)
"""Numbered parts of towns and words for "unknown" among the districts."""


def _point(lat: Any, lon: Any) -> tuple[float | None, float | None]:
    """A table's point; 0/0 is how tables write that there is none."""
    spot = (round(float(lat), 4), round(float(lon), 4)) if lat and lon else (0.0, 0.0)
    return (None, None) if spot == (0.0, 0.0) else spot


def _mean(points: Iterable[tuple[float | None, float | None]]) -> tuple[float | None, float | None]:
    known = [(lat, lon) for lat, lon in points if lat is not None and lon is not None]
    if not known:
        return None, None
    return round(sum(lat for lat, _ in known) / len(known), 3), round(sum(lon for _, lon in known) / len(known), 3)
