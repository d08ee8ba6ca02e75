"""Named values to metadata: the columns of a table, a sidecar, front matter."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from casus.ingest.given import Dated, Found
from casus.ingest.published import read_date


def plain_names(row: Mapping[object, object]) -> dict[str, object]:
    """The row with its names in lower case and without blanks at their edges; the first of equal names wins."""
    plain: dict[str, object] = {}
    for name, value in row.items():
        plain.setdefault(str(name).strip().casefold().lstrip("\ufeff"), value)
    return plain


def found_in(row: Mapping[str, object], where: str) -> Found:
    """The metadata of a row with plain names; `where` says for the user where it stood."""
    published, doubtful = _dated(row.get("published"), where)
    return Found(
        title=_words(row.get("title")),
        author=_words(row.get("author")),
        publisher=_words(row.get("publisher")),
        url=_words(row.get("url")),
        published=published,
        doubtful=doubtful,
    )


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
    """The day a value states, or the words that could not be read in one way."""
    if isinstance(value, datetime):
        return Dated(value.date(), where), ()
    if isinstance(value, date):
        return Dated(value, where), ()
    words = _words(value)
    if words is None:
        return None, ()
    day = read_date(words)
    return (Dated(day, where), ()) if day else (None, (words,))
