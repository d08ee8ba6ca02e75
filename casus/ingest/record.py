"""A row of a table, or a sidecar: named values to metadata, and to a page where there is text among them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date, datetime
from typing import Final

from casus.ingest.given import Dated, Found
from casus.ingest.page import Page
from casus.ingest.published import is_ambiguous, read_date
from casus.model.errors import EmptyInput, UnreadableInput

NAMES: Final = ("title", "author", "publisher", "url", "published")
"""Names of metadata in columns, sidecars and front matter; `text` or `html` holds the report."""


def plain_names(row: Mapping[object, object]) -> dict[str, object]:
    """The row with its names in lower case and without blanks at their edges; the first of equal names wins."""
    plain: dict[str, object] = {}
    for name, value in row.items():
        plain.setdefault(str(name).strip().casefold().lstrip("\ufeff"), value)
    return plain


def found_in(row: Mapping[str, object], where: str) -> Found:
    """The metadata of a row with plain names; `where` says for the user where it stood."""
    published, ambiguous = _dated(row.get("published"), where)
    return Found(
        title=_words(row.get("title")),
        author=_words(row.get("author")),
        publisher=_words(row.get("publisher")),
        url=_words(row.get("url")),
        published=published,
        ambiguous=ambiguous,
    )


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
    from casus.ingest.readers.html import page_of_html  # noqa: PLC0415  (trafilatura only where HTML is met)

    return page_of_html(value, source, digest, found)


def _words(value: object) -> str | None:
    """A value as one line of words; several are joined by commas; nothing, or a value of another kind, is None."""
    if isinstance(value, list):
        several = [words for words in map(_one, value[:20]) if words]
        return ", ".join(several) or None
    return _one(value)


def _one(value: object) -> str | None:
    if isinstance(value, Mapping):
        value = value.get("name")
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _dated(value: object, where: str) -> tuple[Dated | None, tuple[str, ...]]:
    """The day a value states, or the words in which it states an ambiguous or unreadable one."""
    if isinstance(value, datetime):
        return Dated(value.date(), where), ()
    if isinstance(value, date):
        return Dated(value, where), ()
    words = _words(value)
    if words is None:
        return None, ()
    day = read_date(words)
    return (Dated(day, where), ()) if day else (None, (words,) if is_ambiguous(words) else ())


