"""A row of a table to a page: `text` or `html` holds the report, the other columns its metadata."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from casus.ingest.given import Found
from casus.ingest.page import Page
from casus.ingest.readers.html import page_of_html
from casus.ingest.record import found_in
from casus.model.errors import EmptyInput, UnreadableInput


def page_of(row: Mapping[str, object], source: str, where: str) -> Page:
    """The page of a row with plain names. Raises an InputError where there is no text in it."""
    for name in ("text", "html"):
        value = row.get(name)
        if value is not None and not isinstance(value, str):
            raise UnreadableInput(source, f"its {name} is not a string", f"put the words of one report into `{name}`")
        if value and value.strip():
            return _page(value, name, source, found_in(row, where))
    if "text" not in row and "html" not in row:
        raise UnreadableInput(source, "it has neither `text` nor `html`", "name the column with the report `text`")
    raise EmptyInput(source, "its text is empty", "fill in `text` or `html`, or leave it out")


def _page(value: str, name: str, source: str, found: Found) -> Page:
    digest = hashlib.sha256(value.encode("utf-8", "surrogatepass")).hexdigest()
    if name == "text":
        return Page(source, value, digest, found)
    return page_of_html(value, source, digest, found)
