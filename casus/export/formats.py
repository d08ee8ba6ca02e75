"""The formats an export can take: one table. A further format is one more line and the file it names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from casus.export.geo import write_geojson
from casus.export.jsonl import write_jsonl
from casus.export.parts import Record
from casus.export.records import KINDS, records
from casus.export.tables import write_csv, write_parquet
from casus.model.errors import ExportError
from casus.model.picture import Picture


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format: what writes it (records and their kind in, bytes out), the kinds it can hold, whether it is text."""

    write: Callable[[Sequence[Record], str], Iterable[bytes]]
    kinds: tuple[str, ...] = KINDS
    text: bool = True


EXPORTERS: Mapping[str, Exporter] = {
    "jsonl": Exporter(write_jsonl),
    "csv": Exporter(write_csv),
    "parquet": Exporter(write_parquet, text=False),
    "geojson": Exporter(write_geojson, kinds=("events", "claims")),
}


def exporter(to: str, kind: str = "events") -> Exporter:
    """Return the exporter of a format that can hold this kind of record; ExportError where there is none."""
    if to not in EXPORTERS:
        raise ExportError(f"{to}: no such format; choose one of: {', '.join(EXPORTERS)}")
    if kind not in KINDS:
        raise ExportError(f"{kind}: no such kind of record; choose one of: {', '.join(KINDS)}")
    found = EXPORTERS[to]
    if kind not in found.kinds:
        raise ExportError(f"{to}: cannot hold {kind}; choose a kind of: {', '.join(found.kinds)}")
    return found


def render(picture: Picture, to: str, *, kind: str = "events", low: bool = False, text: bool = True) -> Iterable[bytes]:
    """Return the picture's records of one kind in one format, in pieces.

    `low` adds events that only a weak key supports; without `text` the reports' full text is left out (their words as
    evidence stay). Raises ExportError for an unknown format or kind.
    """
    write = exporter(to, kind).write
    found = records(picture, kind, low=low)
    if kind == "reports" and not text:
        found = [record | {"text": None} for record in found]
    return write(found, kind)
