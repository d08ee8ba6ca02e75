"""Parts of a period: quarters, halves, the end of a year, the last week of a month."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from casus.coding.dates.calendar import SHIFTS, month
from casus.coding.dates.patterns import Found
from casus.coding.dates.values import Setting, When, month_ends, number, open_period, part_of, shift, shift_months, whole_month, whole_year


def part_of_period(found: Found, setting: Setting) -> When | None:
    """The end of 2022, the first half of the year, the start of March."""
    whole = _named_whole(found, setting)
    if whole is None:
        return open_period("which period is not stated")
    return _share_of(whole, found)


def quarter(found: Found, setting: Setting) -> When | None:
    """Q1 2024, H2 2023."""
    code, of_year = found.get("q"), int(found.get("y"))
    size = 3 if code[0] == "q" else 6
    return _months(of_year, size * (int(code[1]) - 1) + 1, size, "quarter as written")


def _named_whole(found: Found, setting: Setting) -> When | None:
    """The period "the end of ..." is a part of."""
    if found.get("y1"):
        return whole_year(int(found.get("y1")), "year as written")
    if found.get("m"):
        return month(Found("month", found.start, found.end, {k: v for k, v in found.parts.items() if k in {"m", "y"}}), setting)
    unit, rel = found.get("unit"), found.get("rel")
    if unit == "year":
        told = setting.year if not rel else None
        if told is not None:
            return whole_year(told, "year from the words before")
        if setting.anchor is not None:
            return whole_year(setting.anchor.year + SHIFTS.get(rel, 0), f"year of {setting.anchor_name}")
    if unit == "month" and not rel and setting.history and setting.told is not None and setting.told.start is not None:
        return whole_month(setting.told.start.year, setting.told.start.month, "month told before")
    if unit == "month" and setting.anchor is not None:
        return whole_month(*shift_months(setting.anchor, SHIFTS.get(rel, 0)), f"month of {setting.anchor_name}")
    return None


def _share_of(whole: When, found: Found) -> When:
    words = found.get("share").split()
    if "week" in words:
        return _week_of(whole, words[0])
    if "half" in words or "quarter" in words or "months" in words:
        if whole.precision == "year" and whole.start is not None:
            return _months(whole.start.year, *_stretch(words, found), whole.basis)
        return whole
    return part_of(whole, "start" if words[0] == "turn" else words[0])


def _week_of(whole: When, which: str) -> When:
    """ "The last week of January": its last seven days."""
    if whole.start is None or whole.end is None:
        return whole
    first = whole.start if which == "first" else shift(whole.end, -6)
    return replace(whole, start=first, end=shift(first, 6), precision="week", basis=f"{which} seven days of it; {whole.basis}")


def _stretch(words: list[str], found: Found) -> tuple[int, int]:
    """(first month, how many) of a half, a quarter, or "the first three months" of a year."""
    if "months" in words:
        count = min(number(found.get("n") or found.get("n2")) or 12, 12)
        return (1, count) if words[0] == "first" else (13 - count, count)
    size = 6 if "half" in words else 3
    rank = {"first": 0, "second": 1, "third": 2, "fourth": 3}.get(words[0], 12 // size - 1)
    return rank * size + 1, size


def _months(of_year: int, first: int, count: int, basis: str) -> When:
    end = month_ends(of_year, first + count - 1)[1]
    code = {3: f"Q{(first + 2) // 3}", 6: f"H{(first + 5) // 6}"}.get(count, f"{first:02}")
    return When(date(of_year, first, 1), end, "range", basis, f"{of_year:04}-{code}", stated=True)
