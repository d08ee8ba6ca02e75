"""Web archives (WARC, ISO 28500): each captured HTML page is a report under its address.

The day of capture is not the day of publication, which the page itself states or nobody does; it stands in the report's
source. Redirects, errors, pictures and other files are passed by.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from casus.ingest.given import Found
from casus.ingest.page import Page
from casus.ingest.readers.foreign import damaged, missing
from casus.ingest.readers.html import decoded, page_of_html
from casus.model.errors import EmptyInput, InputError, UnreadableInput

_LARGEST: Final = 20_000_000
_LINE: Final = 1 << 16
_HEADS: Final = 1 << 20
_HTML: Final = ("text/html", "application/xhtml+xml")
_REMEDY: Final = "save the pages as HTML"


def read(stream: BinaryIO, source: str) -> Iterator[Page | InputError]:
    """A report per captured page, named by the number of its record and the day of capture, or the error of that page."""
    try:
        from warcio.archiveiterator import ArchiveIterator
    except ImportError as error:
        raise missing(source, "warcio") from error
    pages = 0
    with damaged(source, "it cannot be read as a web archive", _REMEDY):
        archive = ArchiveIterator(stream)
        heads = _Heads(archive.reader, source)
        records = iter(archive)
    number = 0
    while True:
        heads.read = 0
        with damaged(f"{source}:{number + 1}" if number else source, "the web archive is damaged here", _REMEDY):
            record = next(records, None)
        if record is None:
            break
        number += 1
        if _is_page(record):
            pages += 1
            yield _page(record, source, number)
    if not pages:
        raise EmptyInput(source, "the web archive holds no HTML page", "give an archive of the pages themselves")


class _Heads:
    """Stands between an archive and its reader of lines, which would fill the memory with one endless line.

    `read` counts the bytes of lines since the last record.
    """

    def __init__(self, reader: Any, source: str) -> None:
        self._readline, self._source, self.read = reader.readline, source, 0
        reader.readline = self.readline

    def readline(self, length: int | None = None) -> bytes:
        """Return the next line, or a part of a very long one. Raises UnreadableInput where the heads of a record have no end."""
        line: bytes = self._readline(min(length or _LINE, _LINE))
        self.read += len(line)
        if self.read > _HEADS:
            raise UnreadableInput(self._source, "a record of the web archive has no end to its headers", _REMEDY)
        return line


def _is_page(record: Any) -> bool:
    if record.rec_type != "response" or record.http_headers is None:
        return False
    kind = (record.http_headers.get_header("Content-Type") or "").split(";")[0].strip().lower()
    return kind in _HTML and (record.http_headers.get_statuscode() or "").startswith("2")


def _page(record: Any, source: str, number: int) -> Page | InputError:
    url, captured = record.rec_headers.get_header("WARC-Target-URI"), record.rec_headers.get_header("WARC-Date")
    name = f"{source}:{number}" + (f" captured {captured[:10]}" if captured else "")
    try:
        with damaged(name, "the captured page cannot be read", _REMEDY):
            data = record.content_stream().read(_LARGEST + 1)
            if len(data) > _LARGEST:
                raise UnreadableInput(name, f"the captured page is larger than {_LARGEST // 1_000_000} MB", _REMEDY)
            return page_of_html(decoded(data, name), name, hashlib.sha256(data).hexdigest(), Found(url=_address(url)))
    except InputError as error:
        return error


def _address(url: str | None) -> str | None:
    return url.strip("<> ") if url else None
