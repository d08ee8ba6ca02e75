"""Dates of the Hijri calendars, lunar and solar: days, months and years with their sign, Ramadan, and feasts that move with them.

The lunar calendar is reckoned by the tabular rule; as months begin when the moon is seen, a day either way is left.
"""

from __future__ import annotations

from datetime import date

from casus.codebook.dates import load_dates
from casus.coding.dates.hijri_years import from_hijri, from_solar_hijri
from casus.coding.dates.patterns import Found
from casus.coding.dates.values import Setting, When, one_day, open_period, shift

_LUNAR = "Hijri calendar, tabular, one day either way"
_SOLAR = "Solar Hijri calendar"
_LUNAR_YEARS = range(1300, 1500)
"""A year in these, beside a month of that calendar, is of that calendar itself."""

_Days = tuple[date, date]


def hijri_day(found: Found, setting: Setting) -> When | None:
    """15 Ramadan 1445."""
    day = from_hijri(int(found.get("y")), load_dates().hijri_months[_plain(found.get("m"))], int(found.get("d")))
    return _either_way((day, day), _LUNAR) if day else None


def hijri_month(found: Found, setting: Setting) -> When | None:
    """Ramadan 1444, Ramadan 2023, last Ramadan, during Ramadan."""
    month = load_dates().hijri_months[_plain(found.get("m"))]
    return _placed(found, setting, month, None)


def feast(found: Found, setting: Setting) -> When | None:
    """Eid al-Fitr 2024, last Ashura: a day of the lunar calendar."""
    month, day = load_dates().feasts[_plain(found.get("feast"))]
    return _placed(found, setting, month, day)


def hijri_year(found: Found, setting: Setting) -> When | None:
    """1342 AH (lunar), 1381 SH (solar)."""
    year, era = int(found.get("y")), found.get("era").replace(".", "")
    if era in {"ah", "hijri qamari", "lunar hijri"}:
        first, after = from_hijri(year, 1, 1), from_hijri(year + 1, 1, 1)
        return _either_way((first, shift(after, -1)), _LUNAR) if first and after else None
    first, after = from_solar_hijri(year, 1, 1), from_solar_hijri(year + 1, 1, 1)
    return When(first, shift(after, -1), "year", _SOLAR, f"{first.year:04}", stated=True) if first and after else None


def solar_day(found: Found, setting: Setting) -> When | None:
    """10 Dalwa 1402, Farvardin 1400: the calendar of Iran and Afghanistan."""
    of_year, of_month = int(found.get("y")), load_dates().solar_months[found.get("m")]
    first = from_solar_hijri(of_year, of_month, int(found.get("d")) if found.get("d") else 1)
    if first is None:
        return None
    if found.get("d"):
        return one_day(first, _SOLAR)
    after = from_solar_hijri(of_year + of_month // 12, of_month % 12 + 1, 1)
    assert after is not None
    return When(first, shift(after, -1), "month", _SOLAR, f"{first.year:04}-{first.month:02}", stated=True)


def _placed(found: Found, setting: Setting, month: int, day: int | None) -> When | None:
    """A month or day of the lunar year: by the year written, of either calendar, else the one nearest the day of telling."""
    written = int(found.get("y")) if found.get("y") else None
    if written is not None and written in _LUNAR_YEARS:
        days = _days(written, month, day)
        return _either_way(days, _LUNAR) if days else None
    near = {"last": -1, "this": 0, "next": 1}.get(found.get("near"))
    if written is None and near is not None and setting.anchor is not None:
        written = setting.anchor.year + near
    if written is not None:
        return _in_common_year(written, month, day)
    if setting.anchor is None:
        return open_period("year not stated")
    return _nearest(setting.anchor, month, day, rel=found.get("rel") or ("next" if setting.future else ""), name=setting.anchor_name)


def _in_common_year(year: int, month: int, day: int | None) -> When:
    """The one that begins in a year of the common calendar; two do once in 33 years, and then neither is chosen."""
    about = round((year - 622) * 33 / 32)
    begun = [d for h in range(about - 1, about + 3) if (d := _days(h, month, day)) and d[0].year == year]
    if len(begun) != 1:
        return open_period("it came twice that year" if begun else "it did not come that year")
    return _either_way(begun[0], f"in {year}; {_LUNAR}")


def _nearest(anchor: date, month: int, day: int | None, *, rel: str, name: str) -> When:
    """The last that has begun by the day of telling; "last" has ended by then, "next" not begun."""
    about = round((anchor.year - 622) * 33 / 32)
    near = [d for h in range(about - 3, about + 4) if (d := _days(h, month, day))]
    if rel == "next":
        return _either_way(next(d for d in near if d[0] > anchor), f"next after {name}; {_LUNAR}")
    over = [d for d in near if (d[1] if rel == "last" else d[0]) <= anchor]
    return _either_way(over[-1], f"last before {name}; {_LUNAR}")


def _days(year: int, month: int, day: int | None) -> _Days | None:
    """First and last day of a month of the lunar calendar, or that day of it twice."""
    first = from_hijri(year, month, day or 1)
    after = first if day else from_hijri(year + month // 12, month % 12 + 1, 1)
    return (first, after if day else shift(after, -1)) if first and after else None


def _either_way(days: _Days, basis: str) -> When:
    return When(shift(days[0], -1), shift(days[1], 1), "range", basis, days[0].isoformat(), stated=True)


def _plain(words: str) -> str:
    return " ".join(words.replace("’", "'").split())
