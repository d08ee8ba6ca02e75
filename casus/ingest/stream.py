"""Inputs to a stream of reports and errors: one bad input never stops the rest."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from casus.ingest.given import NOT_GIVEN, Found, Given
from casus.ingest.inputs import STDIN, ending_of, expand
from casus.ingest.page import Page
from casus.ingest.readers import READERS, Reader, reader_for_bytes
from casus.ingest.report import report_of
from casus.ingest.sidecar import sidecar_found
from casus.model.errors import InputError, MissingInput, UnreadableInput
from casus.model.text import Report


def ingest(inputs: Sequence[str | Path], *, given: Given = NOT_GIVEN, stdin: BinaryIO | None = None) -> Iterator[Report | InputError]:
    """Every report in the inputs (files, folders, patterns, "-" for `stdin`), and the error of each bad input.

    Order follows the names, not the order of the inputs or of the disk; `-` comes first, rows of a table in their order.
    Nothing is raised for a bad input: its InputError is yielded in its place. Two inputs with the same words and
    metadata give two reports with one id.
    """
    for name, item in expand(inputs, READERS):
        if isinstance(item, InputError):
            yield item
        elif isinstance(item, Path):
            yield from _from_file(name, item, given)
        else:
            yield from _from_stdin(stdin, given)


def _from_file(name: str, path: Path, given: Given) -> Iterator[Report | InputError]:
    try:
        extra = sidecar_found(path)
        with path.open("rb") as stream:
            yield from _reports(READERS[ending_of(path)], stream, name, given, extra)
    except InputError as error:
        yield error
    except FileNotFoundError:
        yield MissingInput(name, "it went away while being read", "check the path")
    except OSError as error:
        yield UnreadableInput(name, f"it cannot be read ({(error.strerror or 'input error').lower()})", "check its permissions")


def _from_stdin(stdin: BinaryIO | None, given: Given) -> Iterator[Report | InputError]:
    if stdin is None:
        yield MissingInput(STDIN, "nothing is connected to standard input", "pipe a text into the command")
        return
    data = stdin.read()
    try:
        yield from _reports(reader_for_bytes(data), io.BytesIO(data), STDIN, given, Found())
    except InputError as error:
        yield error


def _reports(reader: Reader, stream: BinaryIO, source: str, given: Given, extra: Found) -> Iterator[Report | InputError]:
    for page in reader(stream, source):
        yield page if isinstance(page, InputError) else _report(page, given, extra)


def _report(page: Page, given: Given, extra: Found) -> Report | InputError:
    try:
        return report_of(page, given, extra)
    except InputError as error:
        return error
