"""Bytes through one reader of a format: its pages and errors, for the tests of readers."""

from __future__ import annotations

import io
from collections.abc import Iterator

from casus.ingest.page import Page
from casus.ingest.readers import READERS
from casus.model.errors import InputError


def read(ending: str, data: bytes | str) -> list[Page | InputError]:
    """Every page or error that the reader of an ending gives; an error it raises stands last."""
    stream = io.BytesIO(data if isinstance(data, bytes) else data.encode())

    def pages() -> Iterator[Page | InputError]:
        try:
            yield from READERS[ending](stream, "x")
        except InputError as error:
            yield error

    return list(pages())


def only(ending: str, data: bytes | str) -> Page:
    """The one page of an input."""
    (page,) = read(ending, data)
    assert isinstance(page, Page), page
    return page
