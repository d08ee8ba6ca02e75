"""Dates the calendar gives: days, months, seasons, years and decades, with or without their year."""

from __future__ import annotations

import re
from datetime import date

from casus.codebook.dates import load_dates
from casus.coding.dates.patterns import Found
from casus.coding.dates.values import (
    Setting,
    When,
    make_day,
    month_ends,
    one_day,
    open_period,
    part_of,
    shift_months,
    whole_month,
    whole_year,
)  # fmt: skip

NEAR_PAST_DAYS = 92
"""A yearless date that lies this close before publication belongs to the news, not to a year told before."""

SHIFTS = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "next": 1, "coming": 1, "following": 1}
"""By how many units a word moves a period."""


def iso_day(found: Found, setting: Setting) -> When | None:
    """2024-12-26."""
    day = make_day(int(found.get("y")), int(found.get("m")), int(found.get("d")))
    return one_day(day, "date as written") if day else None


def slash_day(found: Found, setting: Setting) -> When | None:
    """26/12/2024 or 12/26/2024; where both readings are days, none is chosen. Dots mean day first."""
    first, second, year = int(found.get("a")), int(found.get("b")), _full_year(found.get("y"), setting)
    day_first, month_first = make_day(year, second, first), make_day(year, first, second)
    if found.parts["sep"] == "." and day_first:
        return one_day(day_first, "date as written, day first")
    if day_first and month_first and day_first != month_first:
        return open_period("order of day and month unclear")
    day = day_first or month_first
    return one_day(day, "date as written") if day else None


def day_of_month(found: Found, setting: Setting) -> When | None:
    """26 December 2024, December 26, Tuesday 24 December, 5-6 May."""
    month, first = load_dates().months[found.get("m")], _day_in_words(found) or _day_number(found.get("d"))
    last = _day_number(found.get("d2")) if found.get("d2") else first
    if last < first:
        return None
    year, basis = _year_of(found, setting, month=month, day=last)
    if year is None:
        return open_period("year not stated", value=f"XXXX-{month:02}-{first:02}") if first < 32 else None
    start, end = make_day(year, month, first), make_day(year, month, last)
    if start is None or end is None:
        return None
    if start == end:
        return one_day(start, basis)
    return When(start, end, "range", f"days from {first} to {last}; {basis}", start.isoformat(), stated=True)


def month(found: Found, setting: Setting) -> When | None:
    """March 2022, early December, last May."""
    number_of = load_dates().months[found.get("m")]
    year, basis = _year_of(found, setting, month=number_of, day=None)
    if year is None:
        return open_period("year not stated", value=f"XXXX-{number_of:02}")
    return part_of(whole_month(year, number_of, basis), found.get("share"))


def year(found: Found, setting: Setting) -> When | None:
    """2022, mid-2021."""
    if found.get("bc") in {"bc", "bce"}:
        return When(None, None, "period", "before our era", f"BC{int(found.get('y')):04}", kind="century")
    return part_of(whole_year(int(found.get("y")), "year as written"), found.get("share"))


def era_year(found: Found, setting: Setting) -> When | None:
    """451 BC, AD 70."""
    number_of = int(found.get("y"))
    if found.get("bc") in {"bc", "bce"}:
        return When(None, None, "period", "before our era", f"BC{number_of:04}", kind="century")
    return whole_year(number_of, "year as written") if number_of else None


def years(found: Found, setting: Setting) -> When | None:
    """2009-2010, 2001-02."""
    first, second = int(found.get("y")), found.get("y2")
    last = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
    if last <= first:
        return None
    return When(date(first, 1, 1), date(last, 12, 31), "range", "years as written", f"{first:04}", stated=True)


def decade(found: Found, setting: Setting) -> When | None:
    """The 1990s, the mid-1990s, the '90s."""
    first = int(found.get("y")) if found.get("y") else _full_year(found.get("yy"), setting)
    start, end = {0: (first, first + 3), 1: (first + 3, first + 6), 2: (first + 6, first + 9)}.get(
        load_dates().shares.get(found.get("share"), -1), (first, first + 9)
    )
    return When(date(start, 1, 1), date(end, 12, 31), "period", "decade as written", f"{first // 10:03}", stated=True)


def century(found: Found, setting: Setting) -> When | None:
    """The 19th century, the late sixteenth century, last century: 1801 to 1900."""
    which = _century_number(found.get("n"), setting)
    if not which or found.get("bc"):
        return When(None, None, "period", "a century", f"BC{which - 1:02}" if which else "", kind="century")
    first = 100 * (which - 1) + 1
    start, end = {0: (first, first + 33), 1: (first + 33, first + 66), 2: (first + 66, first + 99)}.get(
        load_dates().shares.get(found.get("share"), -1), (first, first + 99)
    )
    return When(date(start, 1, 1), date(end, 12, 31), "period", "century as written", f"{which - 1:02}")


def _century_number(words: str, setting: Setting) -> int | None:
    """Which century: 19 for "19th", "nineteenth", and for "last" told in the 20th's successor; None outside the calendar."""
    if words in {"last", "this", "next"}:
        return (setting.anchor.year - 1) // 100 + 1 + SHIFTS.get(words, 0) if setting.anchor else None
    digits = re.match(r"\d+", words)
    count = int(digits[0]) if digits else load_dates().ordinals.get(words)
    return count if count and count < 100 else None


def fiscal(found: Found, setting: Setting) -> When | None:
    """Fiscal 2023, the 2022-23 financial year: which month it begins in differs by country, so all days of both years."""
    last = int(found.get("y")) if not found.get("y2") else int(found.get("y")[:2] + found.get("y2")[-2:])
    first = int(found.get("y")) if found.get("y2") else last - 1
    if last != first + 1:
        return None
    return When(date(first, 1, 1), date(last, 12, 31), "range", "fiscal year, its first month not stated", f"{last:04}", stated=True)


def season(found: Found, setting: Setting) -> When | None:
    """The summer of 2020, last winter: northern seasons of three whole months."""
    code, first = load_dates().seasons[found.get("s")]
    of_year, basis = _year_of(found, setting, month=first, day=None)
    if of_year is None:
        return open_period("year not stated", value=f"XXXX-{code}")
    start = date(of_year, first, 1)
    end = month_ends(*shift_months(start, 2))[1]
    if found.get("rel") in {"last", "past", "previous"} and setting.anchor is not None and start <= setting.anchor <= end:
        of_year -= 1  # "last summer", told in summer
        start, end = start.replace(year=of_year), month_ends(end.year - 1, end.month)[1]
    when = When(start, end, "range", f"northern {found.get('s')}; {basis}", f"{of_year:04}-{code}", stated=True)
    return part_of(when, found.get("share"))


def named_day(found: Found, setting: Setting) -> When | None:
    """Christmas Day, New Year's Eve, 9/11."""
    name = load_dates().named_days[" ".join(found.get("named").split())]
    if len(name) == 3:
        return one_day(date(name[2], name[0], name[1]), "a day known by its name")
    of_year, basis = _year_of(found, setting, month=name[0], day=name[1])
    return one_day(date(of_year, name[0], name[1]), basis) if of_year else open_period("year not stated")


def nearest(month: int, day: int | None, setting: Setting) -> tuple[int | None, str]:
    """The year of a month or day without one: the passage's year, else the nearest past from the day of telling."""
    anchor = setting.anchor
    past = _nearest_past(month, day, anchor) if anchor else None
    if setting.hint is not None:
        return setting.hint, "year from the words beside it"
    told = setting.year is not None and (setting.history or not _recent(past, month, day, anchor)) and not setting.future
    if told and setting.year is not None and not _after(anchor, setting.year, month, day):
        return setting.year, "year from the words before"
    if anchor is None or past is None:
        return None, ""
    if setting.future:
        return past if (month, day or 31) >= (anchor.month, anchor.day) and past == anchor.year else past + 1, (
            f"nearest after {setting.anchor_name}"
        )
    if setting.ends and _soon_not_lately(past, month, day or 1, anchor):
        return past + 1, f"nearest after {setting.anchor_name}"
    return past, f"year from {setting.anchor_name}, nearest past"


def _soon_not_lately(past: int, month: int, day: int, anchor: date) -> bool:
    """Whether the day comes again within a quarter, and was last more than half a year ago."""
    last, again = make_day(past, month, day), make_day(past + 1, month, day)
    return last is not None and again is not None and (anchor - last).days > 2 * NEAR_PAST_DAYS and (again - anchor).days <= NEAR_PAST_DAYS


def _nearest_past(month: int, day: int | None, anchor: date) -> int:
    later = (month, day) > (anchor.month, anchor.day) if day else month > anchor.month
    return anchor.year - 1 if later else anchor.year


def _after(anchor: date | None, year: int, month: int, day: int | None) -> bool:
    return anchor is not None and (year, month, day or 1) > (anchor.year, anchor.month, anchor.day)


def _recent(past: int | None, month: int, day: int | None, anchor: date | None) -> bool:
    if past is None or anchor is None:
        return False
    first = make_day(past, month, day or 1)
    return first is not None and (anchor - first).days <= NEAR_PAST_DAYS


def _year_of(found: Found, setting: Setting, *, month: int, day: int | None) -> tuple[int | None, str]:
    """The year of a day or month: written, told by "last year", by "last May", or the nearest."""
    if found.get("y"):
        return int(found.get("y")), "date as written"
    short = found.get("yd") or found.get("yy")
    if short:
        return _full_year(short, setting), "date as written"
    if found.get("near"):
        return _year_told(found.get("near"), setting)
    if found.get("rel"):
        return _near_month(found.get("rel"), month, setting)
    if found.get("w") and day and setting.anchor and setting.hint is None:
        return _year_by_weekday(found, month, day, setting)
    return nearest(month, day, setting)


def _year_told(word: str, setting: Setting) -> tuple[int | None, str]:
    if word in {"that", "same", "previous", "following"}:
        told = setting.year
        return (told + SHIFTS.get(word, 0), "year from the words before") if told else (None, "")
    if setting.anchor is None:
        return None, ""
    return setting.anchor.year + SHIFTS.get(word, 0), f"{word} year from {setting.anchor_name}"


def _near_month(word: str, month: int, setting: Setting) -> tuple[int | None, str]:
    """The year of "last May", "this May", "next May", "that May"."""
    anchor = setting.anchor
    if word in {"same", "that", "following", "previous"} and setting.year is not None:
        return setting.year, "year from the words before"
    if anchor is None:
        return None, ""
    basis = f"{word} before or after {setting.anchor_name}" if word == "this" else f"{word}, counted from {setting.anchor_name}"
    if word in {"next", "coming", "upcoming"}:
        return anchor.year + (month <= anchor.month), basis
    if word in {"last", "past", "previous"}:
        return anchor.year - (month >= anchor.month), basis
    return anchor.year, basis


def _year_by_weekday(found: Found, month: int, day: int, setting: Setting) -> tuple[int | None, str]:
    """The year the weekday fits, if it is one of those near the day of telling."""
    assert setting.anchor is not None
    weekday = load_dates().weekdays[found.get("w")]
    first = _day_number(found.get("d"))
    guess, basis = nearest(month, day, setting)
    for candidate in (guess, setting.anchor.year, setting.anchor.year + 1, setting.anchor.year - 1):
        tried = make_day(candidate, month, first) if candidate else None
        if tried is not None and tried.weekday() == weekday:
            return candidate, basis if candidate == guess else f"year from the weekday and {setting.anchor_name}"
    return guess, basis


def _full_year(digits: str, setting: Setting) -> int:
    """A year of two digits belongs to the century that puts it nearest the day of telling, not after it."""
    if len(digits) == 4:
        return int(digits)
    latest = setting.anchor.year + 1 if setting.anchor else 2029
    century_of = latest // 100 * 100
    return century_of + int(digits) if century_of + int(digits) <= latest else century_of - 100 + int(digits)


def _day_number(word: str) -> int:
    return int(word.rstrip("stndrh"))


def _day_in_words(found: Found) -> int:
    """The day of "the first of February"; 0 where it stands in figures."""
    return load_dates().ordinals.get(found.get("dw"), 0)
