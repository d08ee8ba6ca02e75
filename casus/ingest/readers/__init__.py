"""One reader per format; the table below is the only place that knows them all.

A reader is a callable `(stream, source) -> Iterator[Page | InputError]`. It yields a page per report, or the error of one
bad record, and raises an InputError where the whole input is bad. A new format is one file here and one line below.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import BinaryIO, Final

from casus.ingest.page import Page
from casus.ingest.readers import feed, html, jsonl, markdown, parquet, pdf, plain, table, warc, word
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
        ".parquet": parquet.read,
        ".docx": word.read,
        ".pdf": pdf.read,
        ".xml": feed.read,
        ".rss": feed.read,
        ".atom": feed.read,
        ".warc": warc.read,
        ".warc.gz": warc.read,
    }
)
"""Endings and their readers."""


_STARTS: Final = ((b"%PDF", pdf.read), (b"PK\x03\x04", word.read), (b"PAR1", parquet.read), (b"WARC/", warc.read), (b"\x1f\x8b", warc.read))
_FEED: Final = re.compile(rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,400}?-->\s*)*<(?:rss|feed|rdf:RDF)\b", re.DOTALL | re.IGNORECASE)


def reader_for_bytes(data: bytes) -> Reader:
    """The reader for a stream without a name, by its first bytes; JSON lines if its first line is such a record, else text or HTML."""
    for start, reader in _STARTS:
        if data.startswith(start):
            return reader
    if _FEED.match(data[:4096]):
        return feed.read
    return jsonl.read if jsonl.fits(data) else plain.read
