"""SQLite: every kind of record as a table with the columns of CSV, for Datasette and SQL; the reports' text is searchable.

Lists are JSON arrays. A claim leads to its event and its report by foreign keys.
"""

from __future__ import annotations

import json
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from casus.export.columns import COLUMNS, ColumnType, row
from casus.export.order import Order
from casus.export.records import KINDS, records
from casus.model.picture import Picture

_TYPES: dict[ColumnType, str] = {"text": "TEXT", "integer": "INTEGER", "number": "REAL", "flag": "INTEGER", "date": "TEXT", "list": "TEXT"}
_KEYED = frozenset({"events", "claims", "reports"})
_LINKS = {"event": "events", "report": "reports"}


def write_sqlite(picture: Picture, order: Order) -> Iterator[bytes]:
    """One database file; the same SQLite gives the same bytes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "case.sqlite"
        connection = sqlite3.connect(path)
        with connection:
            for kind in ("reports", "events", "claims", *(k for k in KINDS if k not in _KEYED)):
                _table(connection, picture, kind, order)
            if order.text:
                _search(connection)
        connection.close()
        yield path.read_bytes()


def _search(connection: sqlite3.Connection) -> None:
    """Make the reports searchable, where this SQLite was built with FTS5."""
    if connection.execute("SELECT sqlite_compileoption_used('ENABLE_FTS5')").fetchone() == (1,):
        connection.execute("CREATE VIRTUAL TABLE text_search USING fts5(id UNINDEXED, title, text)")
        connection.execute("INSERT INTO text_search SELECT id, title, text FROM reports")


def _table(connection: sqlite3.Connection, picture: Picture, kind: str, order: Order) -> None:
    columns = [c for c in COLUMNS[kind] if order.text or (kind, c.name) != ("reports", "text")]
    told = [f'"{c.name}" {_TYPES[c.type]}' + (" PRIMARY KEY" if kind in _KEYED and c.name == "id" else "") for c in columns]
    told += [f'FOREIGN KEY ("{c.name}") REFERENCES {_LINKS[c.name]}(id)' for c in columns if c.name in _LINKS]
    connection.execute(f"CREATE TABLE {kind} ({', '.join(told)})")
    marks = ", ".join("?" * len(columns))
    found = (list(map(_cell, row(record, columns).values())) for record in records(picture, kind, low=order.low))
    connection.executemany(f"INSERT INTO {kind} VALUES ({marks})", found)


def _cell(value: Any) -> Any:
    """A value as SQLite holds it: lists as JSON, lone surrogates replaced."""
    if isinstance(value, list):
        value = json.dumps(value, ensure_ascii=False)
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else value
