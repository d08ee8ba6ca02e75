"""CSV and TSV: one row, one report; the first row names the columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from typing import BinaryIO, Final

from casus.ingest.decode import decode
from casus.ingest.page import Page
from casus.ingest.readers.rows import page_of
from casus.ingest.record import plain_names
from casus.model.errors import EmptyInput, InputError, UnreadableInput

_SEPARATORS: Final = (",", ";", "\t", "|")
_LONGEST_FIELD: Final = 1 << 30


def read(stream: BinaryIO, source: str) -> Iterator[Page | InputError]:
    """A report per row, named by the line it starts on, or the error of that row."""
    text = decode(stream.read(), source)
    csv.field_size_limit(max(csv.field_size_limit(), _LONGEST_FIELD))
    separator, header = _header(text, source)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    seen = start = 0
    while True:
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield UnreadableInput(f"{source}:{rows.line_num}", f"line {rows.line_num} is no CSV ({error})", "correct its quotation marks")
            return
        if row is None:
            break
        line, start = start + 1, rows.line_num
        if any(row):
            seen += 1
            if seen > 1:
                yield _page(header, row, f"{source}:{line}", line)
    if seen < 2:
        raise EmptyInput(source, "the table has no rows", "give a table with a header and one report a row")


def _header(text: str, source: str) -> tuple[str, list[str]]:
    """The separator under which the first row names a text column, and the names."""
    head = text[: 1 << 16]
    for separator in _SEPARATORS:
        try:
            row = next((row for row in csv.reader(io.StringIO(head, newline=""), delimiter=separator) if any(row)), [])
        except csv.Error:
            continue
        if {"text", "html"} & {name.strip().casefold() for name in row}:
            return separator, row
    raise UnreadableInput(source, "no column is named `text` or `html`", "name the column with the report `text`")


def _page(header: Sequence[str], row: Sequence[str], source: str, line: int) -> Page | InputError:
    if len(row) > len(header):
        reason = f"the row on line {line} has {len(row)} values for {len(header)} columns"
        return UnreadableInput(source, reason, "put values with separators in them in quotation marks")
    try:
        return page_of(plain_names(dict(zip(header, row, strict=False))), source, "column published")
    except InputError as error:
        return error
