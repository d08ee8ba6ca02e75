"""An Excel workbook: the sheets events, claims, sources, reports and cautions, with the columns of the CSV tables.

Text is always written as text: no cell is a formula or a link, and one that looks like a formula keeps Excel's quote prefix when it is
edited. Days are real dates where Excel has such days (from 1900). What exceeds Excel's limits goes on a further sheet (rows) or is cut and
counted (cells).
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from casus.export.columns import COLUMNS, Column, row
from casus.export.order import Order
from casus.export.parts import Record
from casus.export.records import records
from casus.export.tables import FORMULA, plain
from casus.model.picture import Picture

MOST_ROWS = 1_048_576
MOST_CHARACTERS = 32_767
"""Excel's limits for a sheet and for a cell (Excel specifications and limits)."""

SOURCES = (
    Column("event", "text", "event", "id of the event"),
    Column("type", "text", "type", "its type"),
    Column("date_start", "date", "date.start", "its first possible day"),
    Column("name", "text", "name", "who says so"),
    Column("capacity", "text", "capacity", "in which capacity"),
    Column("verb", "text", "verb", "by which verb"),
    Column("stance", "text", "stance", "asserts, denies, hedges, accuses ..."),
    Column("chain", "list", "chain", "through whom, nearest first"),
    Column("killed", "list", "killed", "the figures of dead this source gives, in order"),
)
_CREATED = datetime(2000, 1, 1)
_WIDTHS = {"text": 24, "list": 24, "integer": 10, "number": 11, "flag": 9, "date": 11}


def write_xlsx(picture: Picture, order: Order) -> Iterator[bytes]:
    """One workbook; no clock is in it, so that the same case gives the same bytes."""
    import xlsxwriter

    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": "Casus events", "created": _CREATED, "comments": f"Casus {picture.stamp.casus}"})
    sheets = _Sheets(book)
    for name, columns, found in _tables(picture, order):
        sheets.add(name, columns, found)
    book.close()
    if sheets.cut:
        order.tell(f"xlsx: {sheets.cut} cells longer than Excel's {MOST_CHARACTERS} characters were cut and end in “…”")
    yield buffer.getvalue()


def _tables(picture: Picture, order: Order) -> Iterator[tuple[str, Sequence[Column], list[Record]]]:
    events = records(picture, "events", low=order.low)
    yield "events", COLUMNS["events"], events
    yield "claims", COLUMNS["claims"], records(picture, "claims", low=order.low)
    yield "sources", SOURCES, [source for event in events for source in _sources(event)]
    reports = records(picture, "reports")
    columns = [c for c in COLUMNS["reports"] if order.text or c.name != "text"]
    yield "reports", columns, reports
    yield "cautions", COLUMNS["cautions"], records(picture, "cautions")


def _sources(event: Record) -> Iterator[Record]:
    for i, source in enumerate(event["sources"]):
        killed = [v["value"] for c in event["contested"] if c["field"] == "killed" for v in c["versions"] if v["source"] == i]
        yield {"event": event["id"], "type": event["type"], "date": event["date"], **source, "killed": killed}


class _Sheets:
    """The sheets of a workbook while they are written; `cut` counts cells that were too long."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._head = book.add_format({"bold": True, "bottom": 1})
        self._date = book.add_format({"num_format": "yyyy-mm-dd"})
        self._quoted = book.add_format({"quote_prefix": True})
        self.cut = 0

    def add(self, name: str, columns: Sequence[Column], found: Sequence[Record]) -> None:
        """One table, on as many sheets as Excel needs."""
        step = MOST_ROWS - 1
        for number, first in enumerate(range(0, max(len(found), 1), step), 1):
            part = found[first : first + step]
            sheet = self._book.add_worksheet(name if number == 1 else f"{name} {number}")
            self._frame(sheet, columns, len(part))
            for at, record in enumerate(part, 1):
                for place, (column, value) in enumerate(zip(columns, row(record, columns).values(), strict=True)):
                    self._cell(sheet, at, place, column, value)

    def _frame(self, sheet: Any, columns: Sequence[Column], rows: int) -> None:
        for place, column in enumerate(columns):
            sheet.set_column(place, place, max(_WIDTHS[column.type], min(len(column.name) + 2, 30)))
            sheet.write_string(0, place, column.name, self._head)
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, rows, len(columns) - 1)

    def _cell(self, sheet: Any, at: int, place: int, column: Column, value: Any) -> None:
        if value is None or value in ("", []):
            return
        if column.type == "date" and date.fromisoformat(value).year >= 1900:
            sheet.write_datetime(at, place, datetime.fromisoformat(value), self._date)
        elif column.type == "flag":
            sheet.write_boolean(at, place, value)
        elif column.type in {"integer", "number"}:
            sheet.write_number(at, place, value)
        else:
            text = self._fitted("; ".join(plain(v) for v in value) if isinstance(value, list) else plain(value))
            sheet.write_string(at, place, text, self._quoted if text.startswith(FORMULA) else None)

    def _fitted(self, text: str) -> str:
        """The text as far as a cell holds it (counted as Excel does, in UTF-16), without lone surrogates."""
        text = text.encode("utf-8", "replace").decode("utf-8")
        if len(text.encode("utf-16-le")) // 2 <= MOST_CHARACTERS:
            return text
        self.cut += 1
        kept = text.encode("utf-16-le")[: (MOST_CHARACTERS - 1) * 2].decode("utf-16-le", "ignore")
        return kept + "…"
