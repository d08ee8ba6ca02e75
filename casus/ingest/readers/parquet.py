"""Parquet: one row, one report; the columns are those of CSV and JSON lines."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, Final

import duckdb

from casus.ingest.page import Page
from casus.ingest.readers.rows import page_of
from casus.ingest.record import plain_names
from casus.model.errors import EmptyInput, InputError, UnreadableInput

_COLUMNS: Final = frozenset({"text", "html", "title", "author", "publisher", "url", "published"})
_BATCH: Final = 100
_SETTINGS: Final = {
    "threads": 1, "memory_limit": "1GB", "autoinstall_known_extensions": False, "autoload_known_extensions": False,
}  # fmt: skip


def read(stream: BinaryIO, source: str) -> Iterator[Page | InputError]:
    """A report per row, named by its number, or the error of that row."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "rows.parquet"
        with copy.open("wb") as file:
            shutil.copyfileobj(stream, file)
        if copy.stat().st_size == 0:
            raise EmptyInput(source, "the file is empty", "give a table with one report a row")
        with duckdb.connect(config=_SETTINGS) as connection:  # type: ignore[arg-type]
            yield from _rows(connection, str(copy), source)


def _rows(connection: Any, path: str, source: str) -> Iterator[Page | InputError]:
    number = 0
    try:
        names = [row[0] for row in connection.execute("DESCRIBE SELECT * FROM read_parquet(?)", [path]).fetchall()]
        wanted = [name for name in names if name.strip().casefold() in _COLUMNS]
        if not {"text", "html"} & {name.strip().casefold() for name in wanted}:
            raise UnreadableInput(source, "no column is named `text` or `html`", "name the column with the report `text`")
        columns = ", ".join('"' + name.replace('"', '""') + '"' for name in wanted)
        rows = connection.execute(f"SELECT {columns} FROM read_parquet(?)", [path])
        while batch := rows.fetchmany(_BATCH):
            for values in batch:
                number += 1
                yield _page(dict(zip(wanted, values, strict=True)), f"{source}:{number}")
    except (duckdb.Error, UnicodeDecodeError) as error:
        where = f"{source}:{number + 1}" if number else source
        reason = f"it cannot be read as Parquet ({type(error).__name__})"
        raise UnreadableInput(where, reason, "write the table again, or as .csv") from error
    if not number:
        raise EmptyInput(source, "the table has no rows", "give a table with one report a row")


def _page(row: dict[object, object], source: str) -> Page | InputError:
    try:
        return page_of(plain_names(row), source, "column published")
    except InputError as error:
        return error
