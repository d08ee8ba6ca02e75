"""Publication dates as pages print them: one reading, or none."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_NUMBER: Final = {name[:n]: i for i, name in enumerate(_MONTHS, 1) for n in {3, len(name)}} | {"sept": 9}
_MONTH: Final = r"(?P<month>" + "|".join(sorted(_NUMBER, key=lambda name: -len(name))) + r")\b\.?"
_WEEKDAY: Final = r"(?:on\s+)?(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\b[.,]*\s+)?"
_DAY: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR: Final = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_CLOCK: Final = (
    r"(?:(?:[\s,;|@T•·–-]|\bat\b)*\(?\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\.?|hrs|hours)?"
    r"\s*\(?(?:Z|[A-Z]{2,5}|[+-]\d{2}:?\d{2}|(?:GMT|UTC)\s?[+-]\d{1,2}(?::?\d{2})?)?\)?)?"
)
_FORMS: Final = tuple(
    re.compile(rf"\s*{form}{_CLOCK}[\s.,;|]*", re.IGNORECASE)
    for form in (
        rf"{_YEAR}-(?P<month>\d\d?)-(?P<day>\d\d?)",
        rf"{_YEAR}/(?P<month>\d\d?)/(?P<day>\d\d?)",
        r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)",
        rf"{_WEEKDAY}{_MONTH}\s*{_DAY}\s*,?\s*{_YEAR}",
        rf"{_WEEKDAY}{_DAY}(?:\s+of)?[\s-]*{_MONTH}\s*[,-]?\s*{_YEAR}",
    )
)
_SLASHED: Final = re.compile(rf"\s*(?P<one>\d{{1,2}})([/.-])(?P<two>\d{{1,2}})\2{_YEAR}{_CLOCK}[\s.,;|]*", re.IGNORECASE)


def read_date(words: str) -> date | None:
    """The day these words name, if they are a full date that can be read in one way only; the clock is left out.

    "26/12/2024" has one reading, "03/04/2024" has two and so none.
    """
    words = words[:80]
    for form in _FORMS:
        match = form.fullmatch(words)
        if match is not None:
            month = match["month"].lower()
            return _day(int(match["year"]), int(month) if month.isdigit() else _NUMBER[month], int(match["day"]))
    readings = _slashed(words)
    return readings[0] if len(readings) == 1 else None


def is_ambiguous(words: str) -> bool:
    """Whether these words are a date with two readings ("03/04/2024": 3 April or 4 March)."""
    return len(_slashed(words[:80])) > 1


def _slashed(words: str) -> list[date]:
    """The different days that "a/b/year" can name."""
    match = _SLASHED.fullmatch(words)
    if match is None:
        return []
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    return sorted({day for day in (_day(year, one, two), _day(year, two, one)) if day is not None})


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
