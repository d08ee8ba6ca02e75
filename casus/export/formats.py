"""The formats an export can take: one table. A further format is one more line and the file it names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec

from casus.export.acled import write_acled
from casus.export.database import write_sqlite
from casus.export.ftm import write_ftm
from casus.export.geo import write_geojson
from casus.export.graph import write_gexf, write_graphml
from casus.export.jsonl import write_jsonl
from casus.export.order import Order, nobody
from casus.export.parts import Record
from casus.export.polecat import write_polecat
from casus.export.records import KINDS, records
from casus.export.tables import write_csv, write_parquet
from casus.export.ucdp import write_ucdp
from casus.export.webannotation import KINDS as ANNOTATED
from casus.export.webannotation import write_webannotation
from casus.export.workbook import write_xlsx
from casus.model.errors import FORMATS_EXTRA, ExportError
from casus.model.picture import Picture

Write = Callable[[Picture, Order], Iterable[bytes]]


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format: what writes it (a picture and the order in, bytes out), the kinds it can hold, whether it is text.

    `needs` is a package of the extra `formats`. A format that is a view of the whole picture, such as UCDP's columns, is asked for as
    `events`.
    """

    write: Write
    kinds: tuple[str, ...] = KINDS
    text: bool = True
    needs: str = ""


def _of_records(write: Callable[[Sequence[Record], str], Iterable[bytes]]) -> Write:
    """A format that holds records of one kind and needs nothing else."""

    def written(picture: Picture, order: Order) -> Iterable[bytes]:
        found = records(picture, order.kind, low=order.low)
        if order.kind == "reports" and not order.text:
            found = [record | {"text": None} for record in found]
        return write(found, order.kind)

    return written


_WHOLE = ("events",)

EXPORTERS: Mapping[str, Exporter] = {
    "jsonl": Exporter(_of_records(write_jsonl)),
    "csv": Exporter(_of_records(write_csv)),
    "parquet": Exporter(_of_records(write_parquet), text=False),
    "geojson": Exporter(_of_records(write_geojson), kinds=("events", "claims")),
    "ucdp": Exporter(write_ucdp, kinds=_WHOLE),
    "acled": Exporter(write_acled, kinds=_WHOLE),
    "polecat": Exporter(write_polecat, kinds=_WHOLE),
    "xlsx": Exporter(write_xlsx, kinds=_WHOLE, text=False, needs="xlsxwriter"),
    "graphml": Exporter(write_graphml, kinds=_WHOLE, needs="networkx"),
    "gexf": Exporter(write_gexf, kinds=_WHOLE, needs="networkx"),
    "ftm": Exporter(write_ftm, kinds=_WHOLE),
    "webannotation": Exporter(write_webannotation, kinds=ANNOTATED),
    "sqlite": Exporter(write_sqlite, kinds=_WHOLE, text=False),
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


def render(
    picture: Picture, to: str, *, kind: str = "events", low: bool = False, text: bool = True, tell: Callable[[str], None] = nobody
) -> Iterable[bytes]:
    """Return the picture's records of one kind in one format, in pieces.

    `low` adds events held back as weak leads; without `text` the reports' full text is left out (their words as
    evidence stay); `tell` takes one line about what the format cannot hold. Raises ExportError for an unknown format or kind, or
    where the format's package is not installed.
    """
    found = exporter(to, kind)
    if found.needs and find_spec(found.needs) is None:
        raise ExportError(f"{to}: the package {found.needs} is not there; {FORMATS_EXTRA}")
    return found.write(picture, Order(kind, low, text, tell))
