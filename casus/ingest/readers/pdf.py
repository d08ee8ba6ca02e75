"""PDF: the text of its pages, lines joined to paragraphs, running heads and feet left out, title and author of its properties.

The dates of its properties tell when the file was made; none is taken for the day of publication. Every change to the
extracted text is traced.
"""

from __future__ import annotations

import hashlib
import io
import logging
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from casus.ingest.decode import refuse_binary
from casus.ingest.page import Page
from casus.ingest.readers.foreign import damaged, missing, read_up_to
from casus.ingest.readers.pdf_lines import joined
from casus.ingest.readers.properties import found_of
from casus.model.errors import EmptyInput, InputError, UnreadableInput

_LARGEST: Final = 300_000_000
_PAGES: Final = 2000
_STEPS: Final = 3_000_000
"""Drawing instructions read before a file counts as hostile; a page of dense text has some thousand."""
_REMEDY: Final = "save its text as .txt"


def read(stream: BinaryIO, source: str) -> Iterator[Page | InputError]:
    """One file, one report."""
    data = read_up_to(stream, _LARGEST, source)
    if not data.strip():
        raise EmptyInput(source, "the file is empty", "give a file with text in it")
    if b"%PDF" not in data[:1024]:
        refuse_binary(data, source)
        raise UnreadableInput(source, "it is not a PDF file", "give it the ending of what it is")
    try:
        import pypdf
    except ImportError as error:
        raise missing(source, "pypdf") from error
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    with damaged(source, "it cannot be read as a PDF file", _REMEDY):
        document = pypdf.PdfReader(io.BytesIO(data), strict=False)
        _unlock(document, source)
        if len(document.pages) > _PAGES:
            raise UnreadableInput(source, f"it has more than {_PAGES} pages", "split it, or save the report's text as .txt")
        pages = list(_texts(document, source))
        about = document.metadata
        found = found_of(about.title if about else None, about.author if about else None)
    if not any(text.strip() for text in pages):
        raise EmptyInput(source, "its pages hold no text; it is a scan or a picture", "run text recognition (OCR) over it, or type it out")
    text, offsets, left_out = joined(pages)
    yield Page(source, text, hashlib.sha256(data).hexdigest(), found, offsets=offsets, left_out=left_out)


def _unlock(document: Any, source: str) -> None:
    """Open a file that needs no password to be read; refuse any other."""
    if not document.is_encrypted:
        return
    try:
        opened = bool(document.decrypt(""))
    except Exception as error:
        raise UnreadableInput(source, "it is encrypted", "save a copy without a password, or its text as .txt") from error
    if not opened:
        raise UnreadableInput(source, "it is locked by a password", "save a copy without a password")


def _texts(document: Any, source: str) -> Iterator[str]:
    """The text of each page; the work spent on all of them together is bounded."""
    steps = 0

    def count(*_: Any) -> None:
        nonlocal steps
        steps += 1
        if steps > _STEPS:
            raise UnreadableInput(source, "its pages are drawn in more steps than any text needs", _REMEDY)

    for page in document.pages:
        yield page.extract_text(visitor_operand_before=count)
