"""What words for a day come to: a range of days, its precision, and how it was reckoned; and calendar arithmetic."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date
from typing import Literal

from casus.codebook.dates import load_dates
from casus.model.when import Precision

Kind = Literal["date", "length", "often", "reference", "clock", "century"]


@dataclass(frozen=True, slots=True)
class When:
    """A resolved time expression. `value` is its TIMEX3 value (TimeML 1.2.1), "" where it has none.

    `stated` marks days the words give in full, which later words may lean on ("the next day").
    """

    start: date | None
    end: date | None
    precision: Precision
    basis: str
    value: str = ""
    kind: Kind = "date"
    stated: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """What the words around an expression lend it.

    `anchor` is the day of telling (publication or dateline) and `anchor_name` what it is; `told` the date given last in the
    passage and `told_day` the day given last, if near enough; `year` the year the passage speaks of; `hint` the year of the
    partner in a pair ("March and May 2022"); `ends`: it is the day up to which something holds ("until May 1").
    """

    anchor: date | None = None
    anchor_name: str = "publication"
    told: When | None = None
    told_day: When | None = None
    year: int | None = None
    hint: int | None = None
    future: bool = False
    ends: bool = False
    history: bool = False


def one_day(day: date, basis: str, *, value: str = "", stated: bool = True) -> When:
    """A single day."""
    return When(day, day, "day", basis, value or day.isoformat(), stated=stated)


def whole_month(year: int, month: int, basis: str) -> When:
    """All days of a month."""
    first, last = month_ends(year, month)
    return When(first, last, "month", basis, f"{year:04}-{month:02}", stated=True)


def whole_year(year: int, basis: str) -> When:
    """All days of a year."""
    return When(date(year, 1, 1), date(year, 12, 31), "year", basis, f"{year:04}", stated=True)


def whole_week(day: date, basis: str) -> When:
    """Monday to Sunday of the week `day` lies in."""
    monday = shift(day, -day.weekday())
    iso = day.isocalendar()
    return When(monday, shift(monday, 6), "week", basis, f"{iso.year:04}-W{iso.week:02}", stated=True)


def open_period(basis: str, *, value: str = "", start: date | None = None, end: date | None = None) -> When:
    """Words that tell a time without telling which days, or bound it on one side only."""
    return When(start, end, "period", basis, value)


def part_of(when: When, share: str) -> When:
    """The early, middle or late third of a month, year or week: ten days, four months; "early" of anything else is all of it."""
    third = load_dates().shares.get(share)
    if third is None or when.start is None or when.end is None or when.precision not in {"month", "year", "week"}:
        return when
    if when.precision == "year":
        start, end = date(when.start.year, 4 * third + 1, 1), month_ends(when.start.year, 4 * third + 4)[1]
    else:
        size = 10 if when.precision == "month" else 2
        start = shift(when.start, size * third)
        end = when.end if third == 2 else shift(start, size - 1)
    return replace(when, start=start, end=end, precision="range", basis=f"{share} third of it; {when.basis}")


def month_ends(year: int, month: int) -> tuple[date, date]:
    """First and last day of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def make_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shift(day: date, days: int) -> date:
    """`day` moved by days, held inside the calendar."""
    number = min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal())
    return date.fromordinal(number)


def shift_months(day: date, months: int) -> tuple[int, int]:
    """(year, month) that many months from `day`, held inside the calendar."""
    count = day.year * 12 + day.month - 1 + months
    count = min(max(count, MINYEAR * 12), MAXYEAR * 12 + 11)
    return count // 12, count % 12 + 1


def number(word: str) -> int | None:
    """A count written as a figure or a word; None for a vague one ("several") or none at all."""
    word = " ".join(word.lower().split())
    if word in load_dates().numbers:
        return load_dates().numbers[word]
    plain = word.replace(",", "")
    try:
        return int(float(plain)) if plain else None
    except ValueError:
        return None
