"""Plain text; a page's source saved under .txt is read as the HTML it is."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import BinaryIO, Final

from casus.ingest.decode import decode
from casus.ingest.page import Page
from casus.ingest.readers.html import page_of_html
from casus.model.errors import InputError

_MARKUP: Final = re.compile(r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,400}?-->\s*)?<(?:!doctype html|html)\b", re.IGNORECASE | re.DOTALL)


def read(stream: BinaryIO, source: str) -> Iterator[Page | InputError]:
    """One file, one report."""
    data = stream.read()
    yield page_of_text(decode(data, source), source, hashlib.sha256(data).hexdigest())


def page_of_text(text: str, source: str, digest: str) -> Page:
    """The page of a text, or of the HTML it turns out to be."""
    if _MARKUP.match(text):
        return page_of_html(text, source, digest)
    return Page(source, text, digest)
