"""JSON lines: one object, one report."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO

from casus.ingest.decode import decode, refuse_binary
from casus.ingest.page import Page
from casus.ingest.readers.rows import page_of
from casus.ingest.record import plain_names
from casus.model.errors import EmptyInput, InputError, UnreadableInput


def read(stream: BinaryIO, source: str) -> Iterator[Page | InputError]:
    """A report per line, or the error of that line; blank lines are nothing. The file is read line by line."""
    first = stream.readline()
    refuse_binary(first, source)
    if first.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = decode(first + stream.read(), source)
        lines: Iterator[bytes] = iter(line.encode("utf-8", "surrogatepass") for line in text.split("\n"))
    else:
        lines = chain([first], stream)
    empty = True
    for number, line in enumerate(lines, 1):
        if line.strip():
            empty = False
            yield _page(line, f"{source}:{number}", number)
    if empty:
        raise EmptyInput(source, "the file is empty", "give a file with one JSON object a line")


def _page(line: bytes, source: str, number: int) -> Page | InputError:
    try:
        row = json.loads(decode(line, source))
    except InputError as error:
        return error
    except json.JSONDecodeError as error:
        reason = f"line {number} is not JSON ({error.msg.lower()}, column {error.colno})"
        return UnreadableInput(source, reason, "write one JSON object a line")
    except (RecursionError, ValueError):
        return UnreadableInput(source, f"line {number} cannot be read as JSON", "write one flat JSON object a line")
    if not isinstance(row, dict):
        return UnreadableInput(source, f"line {number} is not a JSON object", "write one JSON object a line")
    try:
        return page_of(plain_names(row), source, "column published")
    except InputError as error:
        return error


def fits(data: bytes) -> bool:
    """Whether these bytes begin with a line that is a record: an object with `text` or `html`."""
    line = data.lstrip()[: 1 << 22].split(b"\n", 1)[0]
    if not line.startswith(b"{"):
        return False
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(row, dict) and bool({"text", "html"} & set(plain_names(row)))
