"""Lines of a page that state metadata: "Published on: 26 December 2024", "By Jane Doe", "Updated ... | ..."."""

from __future__ import annotations

import re
from typing import Final

from casus.ingest.furniture import LONGEST, Furniture
from casus.ingest.given import Dated, Found
from casus.ingest.published import is_ambiguous, read_date

_PARTS: Final = re.compile(r"\s*[|•·]\s*")
_JOIN: Final = r"(?:al|el|bin|bint|ibn|ul|ur|de|da|di|del|la|le|van|von|der|den|ter|dos|e|y|Al|El)"
_WORD: Final = rf"(?:(?:{_JOIN}-)?[A-Z][\w'’.-]{{0,30}})"
_NAME: Final = re.compile(rf"{_WORD}(?:[ -]?{_JOIN})?(?: (?:{_JOIN} )?{_WORD}){{0,4}}")
_SEVERAL: Final = re.compile(r",\s*(?:and\s+)?|\s+and\s+|\s*&\s*|\s+with\s+")
_BY: Final = re.compile(r"(?:[Bb]y|BY)\s+(?P<names>.+)")
_IN: Final = re.compile(r"\s+in\s+[A-Z][\w'’ ,.-]{1,50}$")


def is_names(words: str, words_of: Furniture, *, least: int = 1) -> bool:
    """Whether the words are one to five persons' names of at least `least` words each, or a desk of the codebook."""
    if len(words) > 120 or any(map(str.isdigit, words)) or words.endswith((".", "?", "!", ":")):
        return False
    if words.casefold() in words_of.desks:
        return True
    names = _SEVERAL.split(words)
    return len(names) <= 5 and all(
        _NAME.fullmatch(name) and (len(name.split()) >= least or name.casefold() in words_of.desks) for name in names
    )


def stated(line: str, following: str | None, words_of: Furniture) -> tuple[Found, int] | None:
    """What a line states, and whether it took the line that follows along (1) or not (0); None if it states nothing.

    Every part of the line must state something, so that no sentence is ever taken for metadata.
    """
    if len(line) > LONGEST:
        return None
    label = words_of.label.fullmatch(line)
    if label is not None and not label["value"].strip() and following is not None:
        found = _labelled(words_of.labels[label["label"].casefold()], line, following.strip(), words_of)
        return None if found is None else (found, 1)
    found = Found()
    parts = [part for part in _PARTS.split(line) if part]
    for part in parts:
        one = _part(part, words_of, alone=len(parts) == 1)
        if one is None:
            return None
        found = found.over(one)
    return found, 0


def _part(part: str, words_of: Furniture, *, alone: bool) -> Found | None:
    """What one part of a line states."""
    label = words_of.label.fullmatch(part)
    if label is not None and label["value"].strip():
        found = _labelled(words_of.labels[label["label"].casefold()], _named(label), label["value"].strip(), words_of)
        if found is not None:
            return found
    byline = _BY.fullmatch(part)
    if byline is not None:
        names = _IN.sub("", byline["names"].strip(" ,"))
        return Found(author=names) if is_names(names, words_of, least=2) else None
    if words_of.is_furniture(part) and not alone:
        return Found()
    return None if alone else _dated(part, "date line")


def _named(label: re.Match[str]) -> str:
    """The label with the colon that may follow it."""
    return label.string[label.start("label") : label.start("value")]


def _labelled(field: str, label: str, value: str, words_of: Furniture) -> Found | None:
    """The metadata of one label and its value; None where the value is nothing of the kind."""
    words = label.strip(" :|-–—")
    if field in ("published", "updated"):
        return _dated(value, f"'{words[0].upper()}{words[1:].lower()}' line", field)
    if not is_names(value, words_of, least=1 if len(words.split()) > 1 or ":" in label else 2):
        return None
    return Found(author=value) if field == "author" else Found(publisher=value)


def _dated(words: str, basis: str, field: str = "published") -> Found | None:
    day = read_date(words)
    if day is not None:
        return Found(**{field: Dated(day, basis)})  # type: ignore[arg-type]
    return Found(doubtful=(words,)) if is_ambiguous(words) else None


def date_line(line: str) -> Found | None:
    """What a line states that is nothing but a date, as some outlets print it above the text."""
    return _dated(line, "date line above the text")
