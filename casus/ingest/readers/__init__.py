"""One reader per format; the table below is the only place that knows them all.

A reader is a callable `(stream, source) -> Iterator[Page | InputError]`. It yields a page per report, or the error of one
bad record, and raises an InputError where the whole input is bad. A new format is one file here and one line below.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import BinaryIO, Final

from casus.ingest.page import Page
from casus.ingest.readers import html, jsonl, markdown, plain, table
from casus.model.errors import InputError

Reader = Callable[[BinaryIO, str], Iterator[Page | InputError]]

READERS: Final[Mapping[str, Reader]] = MappingProxyType(
    {
        ".txt": plain.read,
        ".text": plain.read,
        ".md": markdown.read,
        ".markdown": markdown.read,
        ".html": html.read,
        ".htm": html.read,
        ".xhtml": html.read,
        ".jsonl": jsonl.read,
        ".ndjson": jsonl.read,
        ".csv": table.read,
        ".tsv": table.read,
    }
)
"""Endings and their readers."""


def reader_for_bytes(data: bytes) -> Reader:
    """The reader for a stream without a name: JSON lines if its first line is such a record, else text or HTML."""
    return jsonl.read if jsonl.fits(data) else plain.read
