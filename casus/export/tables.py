"""Tables: CSV for spreadsheets, R and Stata; Parquet for data frames. The columns are those of casus.export.columns."""

from __future__ import annotations

import csv
import io
import json
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from casus.export.columns import COLUMNS, Column, row
from casus.export.parts import Record

BOM = "\ufeff"
"""Without it, Excel reads UTF-8 as the system's old code page."""

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet run a cell as a formula (OWASP, "CSV injection")."""

_SQL = {
    "text": "VARCHAR",
    "integer": "BIGINT",
    "number": "DOUBLE",
    "flag": "BOOLEAN",
    "date": "DATE",
    "list": "VARCHAR[]",
}

_LONGEST = 1_000_000_000
"""Bytes of the longest record; DuckDB's own limit, 16 MiB, is below one long report."""


def write_csv(records: Sequence[Record], kind: str) -> Iterator[bytes]:
    """RFC 4180 in UTF-8 with a byte order mark and one header row; empty = unknown, lists joined by "; "."""
    columns = COLUMNS[kind]
    yield line_of([c.name for c in columns], BOM)
    for record in records:
        yield line_of(row(record, columns).values())


def line_of(values: Iterable[Any], start: str = "") -> bytes:
    """One line of a CSV file."""
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerow([cell_of(value) for value in values])
    return (start + buffer.getvalue()).encode("utf-8", "replace")


def cell_of(value: Any) -> str:
    """Return a value as a cell; text that a spreadsheet would run gets an apostrophe in front."""
    if isinstance(value, bool) or value is None:
        return plain(value)
    if isinstance(value, int | float):
        return str(value)
    text = "; ".join(plain(v) for v in value) if isinstance(value, list) else plain(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def plain(value: Any) -> str:
    """One value as text: unknown is empty, a flag is true or false."""
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def write_parquet(records: Sequence[Record], kind: str) -> Iterator[bytes]:
    """Parquet with typed columns: dates, integers, lists of text."""
    import duckdb  # slow to import, and only this format needs it

    columns = COLUMNS[kind]
    with tempfile.TemporaryDirectory() as folder:
        lines, target = Path(folder) / "rows.jsonl", Path(folder) / "rows.parquet"
        with lines.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
            for record in records:
                file.write(json.dumps(_typed(record, columns), ensure_ascii=False, allow_nan=False) + "\n")
        with duckdb.connect(config={"threads": 1}) as connection:
            connection.execute(_copy(columns, lines, target))
        yield target.read_bytes()


def _typed(record: Record, columns: Sequence[Column]) -> dict[str, Any]:
    values = row(record, columns)
    lists = [c.name for c in columns if c.type == "list"]
    return values | {name: [None if v is None else plain(v) for v in values[name] or []] for name in lists}


def _copy(columns: Sequence[Column], lines: Path, target: Path) -> str:
    """Return the statement that turns the lines into Parquet; all types are given, nothing is inferred."""
    types = ", ".join(f"'{c.name}': '{_SQL[c.type]}'" for c in columns)
    names = ", ".join(f'"{c.name}"' for c in columns)
    options = f"format='newline_delimited', columns={{{types}}}, maximum_object_size={_LONGEST}"
    rows = f"SELECT {names} FROM read_json({_quoted(lines)}, {options})"
    return f"COPY ({rows}) TO {_quoted(target)} (FORMAT parquet, COMPRESSION zstd)"


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"
