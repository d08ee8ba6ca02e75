"""Dates reckoned from the day of telling or from the date told before: weekdays, "yesterday", "last week", "two days later"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from casus.codebook.dates import load_dates
from casus.coding.dates.calendar import nearest, season
from casus.coding.dates.patterns import Found
from casus.coding.dates.values import (
    Setting,
    When,
    make_day,
    month_ends,
    number,
    one_day,
    open_period,
    part_of,
    shift,
    shift_months,
    whole_month,
    whole_week,
    whole_year,
)  # fmt: skip

NO_ANCHOR = "no publication date"

_AHEAD = frozenset({"next", "coming", "upcoming", "this coming"})
_BACK = frozenset({"last", "past", "previous", "preceding", "this past"})
_PAST = frozenset({"week", "month", "year", "decade", "century"})
"""Units whose past one is counted back from the day of telling: "the past year" is twelve months, "last year" a year."""
_SATURDAY = 5
_SHORT = frozenset({"hour", "minute", "second"})
_DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14}
_MONTH_LONG = 31
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_CODES = {"hour": "TH", "minute": "TM", "second": "TS", "day": "D", "night": "D", "week": "W", "fortnight": "W", "month": "M",
          "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE", "weekend": "D"}  # fmt: skip


def weekday(found: Found, setting: Setting) -> When | None:
    """On Tuesday, last Tuesday, next Monday, Tuesday night, Tuesday last week, Tuesday week."""
    target, anchor = load_dates().weekdays[found.get("w")], setting.anchor
    rel = " ".join(found.get("rel").split())
    told = setting.told
    leans = told is not None and told.start is not None and told.precision in {"day", "week", "range"} and not setting.future
    if rel == "following" or (rel == "next" and leans):
        return _weekday_after_told(target, setting)
    if anchor is None:
        return open_period(NO_ANCHOR, value=f"XXXX-WXX-{target + 1}")
    if found.get("week"):
        monday = shift(anchor, -anchor.weekday() + {"last": -7, "next": 7}.get(found.get("week"), 0))
        return _in_part(one_day(shift(monday, target), f"weekday of {found.get('week')} week, from {setting.anchor_name}"), found)
    if "on" in found.parts:
        ahead = (target - anchor.weekday() - 1) % 7 + 1
        return one_day(shift(anchor, ahead + 7), f"a week after the weekday after {setting.anchor_name}")
    return _weekday_near(found, setting, target=target, rel=rel)


def _weekday_near(found: Found, setting: Setting, *, target: int, rel: str) -> When:
    assert setting.anchor is not None
    back, name = (setting.anchor.weekday() - target) % 7, setting.anchor_name
    if rel in _AHEAD or (setting.future and rel not in _BACK):
        ahead = (-back) % 7
        when = one_day(shift(setting.anchor, ahead or (7 if rel else 0)), f"weekday after {name}")
    elif rel in _BACK:
        when = one_day(shift(setting.anchor, -(back or 7)), f"last such weekday before {name}")
    else:
        when = one_day(shift(setting.anchor, -back), f"weekday before {name}" if back else f"the weekday of {name}")
    if found.get("w2") and when.start is not None:
        length = (load_dates().weekdays[found.get("w2")] - target) % 7
        return replace(when, end=shift(when.start, length), precision="range")
    return _in_part(when, found)


def _weekday_after_told(target: int, setting: Setting) -> When:
    told = setting.told.end if setting.told else None
    if told is None:
        return open_period("which week is not stated", value=f"XXXX-WXX-{target + 1}")
    return one_day(shift(told, (target - told.weekday() - 1) % 7 + 1), f"weekday after {told.isoformat()}, told before")


def _in_part(when: When, found: Found) -> When:
    part = load_dates().parts_of_day.get(found.get("part"), "")
    return replace(when, value=f"{when.value}T{part}") if part else when


def day_word(found: Found, setting: Setting) -> When | None:
    """Today, yesterday, tonight, overnight, last night, this morning."""
    word, anchor = " ".join(found.get("day").split()), setting.anchor
    if anchor is None:
        return open_period(NO_ANCHOR, value="PRESENT_REF" if word == "today" else "")
    name = setting.anchor_name
    if word == "overnight":
        before = shift(anchor, -1)
        return When(before, anchor, "range", f"night before {name}", f"{before.isoformat()}TNI", stated=True)
    back = {
        "yesterday": -1,
        "last night": -1,
        "last evening": -1,
        "tomorrow": 1,
        "the day before yesterday": -2,
        "the day after tomorrow": 2,
    }
    moved = back.get(word, 0)
    basis = (
        f"day of {name}" if not moved else f"{abs(moved)} day{'s' if abs(moved) > 1 else ''} {'before' if moved < 0 else 'after'} {name}"
    )
    when = one_day(shift(anchor, moved), basis)
    part = found.get("part") or word.split()[-1]
    code = load_dates().parts_of_day.get("night" if part == "tonight" else part)
    return replace(when, value=f"{when.value}T{code}") if code else when


def near_unit(found: Found, setting: Setting) -> When | None:
    """Last week, this month, earlier this year, next year, that year."""
    rel, unit, share = found.get("rel"), found.get("unit"), found.get("share")
    leans = rel == "next" and unit in {"day", "night", "morning"}  # from the day of publication one says "tomorrow"
    if leans or rel in {"same", "that", "following", "previous", "preceding"}:
        return _share_of_told(told_unit(Found("that", found.start, found.end, {"rel": rel, "unit": unit}), setting), share, setting)
    if rel == "past" and unit in _PAST:
        return last_span(Found("last_span", found.start, found.end, {"rel": rel, "n": "one", "unit": unit}), setting)
    if setting.anchor is None:
        return open_period(NO_ANCHOR)
    moved = -1 if rel in _BACK else 1 if rel in _AHEAD else 0
    when = _unit_of(setting.anchor, unit, moved, f"{rel} {unit}, from {setting.anchor_name}")
    if when is None or when.start is None or when.end is None:
        return when
    if share == "earlier" and not moved:
        last = max(when.start, shift(setting.anchor, -1))
        return replace(when, end=last)
    if share == "later" and not moved:
        return replace(when, start=min(when.end, setting.anchor))
    return part_of(when, share)


def _share_of_told(when: When | None, share: str, setting: Setting) -> When | None:
    """ "Later that month": from the date told to the month's end; "earlier that year": up to the day before it."""
    told = setting.told
    if when is None or not share or told is None or when.start is None or when.end is None or told.start is None or told.end is None:
        return when
    if share == "later" and when.start <= told.start <= when.end:
        return replace(when, start=told.start)
    if share == "earlier" and when.start < told.start <= when.end:
        return replace(when, end=shift(told.start, -1))
    return part_of(when, share)


def _unit_of(day: date, unit: str, moved: int, basis: str) -> When | None:
    """The day, week, month or year that lies `moved` units from the one `day` is in."""
    if unit in {"day", "night", "morning", "evening", "afternoon"}:
        return one_day(shift(day, moved), basis)
    if unit == "week":
        return whole_week(shift(day, 7 * moved), basis)
    if unit == "weekend":
        return _weekend(day, moved, basis)
    if unit == "month":
        return whole_month(*shift_months(day, moved), basis)
    if unit == "quarter":
        year, month = shift_months(day, 3 * moved)
        first = (month - 1) // 3 * 3 + 1
        return When(date(year, first, 1), month_ends(year, first + 2)[1], "range", basis, f"{year:04}-Q{first // 3 + 1}", stated=True)
    if unit == "year":
        return whole_year(shift_months(day, 12 * moved)[0], basis)
    first = shift_months(day, 120 * moved)[0] // 10 * 10
    return When(date(max(first, 1), 1, 1), date(first + 9, 12, 31), "period", basis, f"{first // 10:03}", stated=True)


def _weekend(day: date, moved: int, basis: str) -> When:
    """This or the last weekend: the Saturday and Sunday on or before `day`; the next one: those after."""
    back = (day.weekday() - 5) % 7
    saturday = shift(day, 7 - back if moved > 0 else -back if back > 1 or not moved else -back - 7)
    iso = saturday.isocalendar()
    return When(saturday, shift(saturday, 1), "range", basis, f"{iso.year:04}-W{iso.week:02}-WE", stated=True)


def weekend(found: Found, setting: Setting) -> When | None:
    """Over the weekend; told on a Saturday, the one that is over."""
    if setting.anchor is None:
        return open_period(NO_ANCHOR)
    day = shift(setting.anchor, -1) if setting.anchor.weekday() == _SATURDAY and not setting.future else setting.anchor
    return _weekend(day, 0, f"weekend before {setting.anchor_name}")


def ago(found: Found, setting: Setting) -> When | None:
    """Two days ago, a week ago, three months ago; "years ago" has no length."""
    unit, count = load_dates().units[found.get("unit")], number(found.get("n"))
    if setting.anchor is None:
        return open_period(NO_ANCHOR)
    if count is None:
        return open_period(f"some {unit}s before {setting.anchor_name}", value="PAST_REF", end=setting.anchor)
    return _moved(setting.anchor, unit, -count, f"{count} {unit}{'s' if count > 1 else ''} before {setting.anchor_name}")


def _moved(day: date, unit: str, count: int, basis: str) -> When:
    """`count` units from `day`, as precise as the unit: days to the day, weeks to the week, months to the month."""
    if unit in {"hour", "minute", "second"}:
        return one_day(day, basis, stated=False)
    if unit in {"day", "night"}:
        return one_day(shift(day, count), basis)
    if unit in _DAYS:
        middle = shift(day, count * _DAYS[unit])
        iso = middle.isocalendar()
        return When(shift(middle, -3), shift(middle, 3), "week", f"{basis}, three days either way", f"{iso.year:04}-W{iso.week:02}")
    if unit == "weekend":
        return open_period(basis)
    year, month = shift_months(day, count * _MONTHS[unit])
    if unit in {"month", "quarter"}:
        return whole_month(max(year, 1), month, basis)
    if unit == "year":
        return whole_year(max(year, 1), basis)
    half = _MONTHS[unit] // 24
    start, end = date(max(year - half, 1), 1, 1), date(min(year + half, 9999), 12, 31)
    return When(start, end, "period", f"{basis}, {half} years either way", f"{max(year, 1):04}", stated=True)


def _of_wide(start: date, end: date, months: int, basis: str) -> When:
    """ "Three months later", where only a year or a season is told before: as wide as that."""
    (first_year, first), (last_year, last) = shift_months(start, months), shift_months(end, months)
    return When(date(max(first_year, 1), first, 1), month_ends(max(last_year, 1), last)[1], "range", basis)


def offset(found: Found, setting: Setting) -> When | None:
    """Two days later, a week earlier: from the date told just before; "three days after the ambush": from an act."""
    unit, count, way = load_dates().units[found.get("unit")], number(found.get("n")), found.get("dir")
    if way in {"into", "on"} or (not found.get("n") and way in {"before", "after", "since", "following", "prior"}):
        return length(found, setting)
    sign = -1 if way in {"earlier", "before", "previously", "prior", "beforehand"} else 1
    told = setting.told_day if unit in _DAYS or unit in _SHORT else setting.told
    if way in {"before", "after", "following", "since"} or told is None or count is None or told.end is None or told.start is None:
        vague = f"{'before' if sign < 0 else 'after'} another act, whose date is not told here"
        return open_period(vague, value=_length_value(unit, found.get("n")))
    if _MONTHS.get(unit, 12) < 12 and (told.end - told.start).days > _MONTH_LONG:
        basis = f"{found.get('n')} {found.get('unit')} {way}, from a span told before"
        return _of_wide(told.start, told.end, sign * count * _MONTHS[unit], basis)
    base = told.start if sign < 0 else told.end
    return _moved(base, unit, sign * count, f"{found.get('n')} {found.get('unit')} {way}, from {base.isoformat()} told before")


def told_unit(found: Found, setting: Setting) -> When | None:
    """The same day, that day, the next day, the following year: from the date told just before."""
    rel, unit, way = found.get("rel"), found.get("unit"), found.get("dir")
    daily = unit in {"day", "night", "morning", "evening", "afternoon"}
    told = setting.told_day if daily else setting.told
    if told is None or told.start is None or told.end is None:
        return open_period("relative to a date that is not told", value="XXXX-XX-XX" if unit == "day" else "")
    forward = rel in {"next", "following", "very next", "coming"} or way in {"after", "later"}
    moved = 1 if forward else -1 if rel in {"previous", "preceding"} or way in {"before", "earlier"} else 0
    base = told.end if moved > 0 else told.start
    when = _unit_of(base, unit, moved, f"{rel or way or 'that'} {unit}, from {base.isoformat()} told before")
    return when


def ordinal(found: Found, setting: Setting) -> When | None:
    """The 15th, the 28th of that month: of the month told before, else the last such day before the telling."""
    day = int(found.get("d").rstrip("stndrh"))
    told = setting.told.start if setting.told is not None else None
    if told is not None and (made := make_day(told.year, told.month, day)):
        return one_day(made, f"month from {told.isoformat()[:7]}, told before")
    if setting.anchor is None or found.rule == "ordinal":
        return None
    year, month = shift_months(setting.anchor, 0 if day <= setting.anchor.day else -1)
    made = make_day(year, month, day)
    return one_day(made, f"last such day before {setting.anchor_name}") if made else None


def last_span(found: Found, setting: Setting) -> When | None:
    """The past two weeks, recent months, the coming days."""
    rel, unit, count = found.get("rel"), load_dates().units[found.get("unit")], number(found.get("n"))
    plural = found.get("unit").endswith(("s", "ies"))
    value = _length_value(unit, found.get("n") or ("" if plural else "one"))
    if rel in {"first", "final", "same", "early", "later", "following", "intervening", "preceding"}:
        return When(None, None, "period", "length only", value, kind="length")
    if not plural and not found.get("n"):
        return near_unit(Found("near_unit", found.start, found.end, {"rel": rel, "unit": unit}), setting) if rel != "recent" else None
    anchor = setting.anchor
    if anchor is None:
        return open_period(NO_ANCHOR, value=value)
    ahead = rel in {"coming", "next"}
    edge = _edge(anchor, unit, count if ahead else -count) if count is not None else None
    start, end = (anchor, edge) if ahead else (edge, anchor)
    return When(start, end, "period", f"{rel} {found.get('n')} {unit}s, counted from {setting.anchor_name}".replace("  ", " "), value)


def _edge(day: date, unit: str, count: int) -> date:
    if unit in {"hour", "minute", "second"}:
        return shift(day, count // 24 if unit == "hour" else 0)
    if unit in _DAYS:
        return shift(day, count * _DAYS[unit])
    if unit == "weekend":
        return shift(day, 7 * count)
    year, month = shift_months(day, count * _MONTHS[unit])
    return date(year, month, min(day.day, month_ends(year, month)[1].day))


def length(found: Found, setting: Setting) -> When | None:
    """Three days, 20 years, decades: how long, not when. Ages are no times."""
    if found.get("age") and "old" in found.get("age"):
        return None
    if found.get("age") == "of age":
        return None
    unit = load_dates().units[found.get("unit")]
    return When(None, None, "period", "length only", _length_value(unit, found.get("n")), kind="length")


def _length_value(unit: str, words: str) -> str:
    """The TIMEX3 value of a length: P3D, PT2H, PXY."""
    count, code = number(words), _CODES[unit]
    time, letter = ("PT", code[1:]) if code.startswith("T") else ("P", code)
    if count is not None and unit in {"decade", "century", "fortnight"}:
        count, letter = count * {"decade": 10, "century": 100, "fortnight": 2}[unit], {"fortnight": "W"}.get(unit, "Y")
    return f"{time}{'X' if count is None else count}{letter}"


def often(found: Found, setting: Setting) -> When | None:
    """Daily, every week: a repetition."""
    return When(None, None, "period", "a repetition", "XXXX", kind="often")


def now(found: Found, setting: Setting) -> When | None:
    """Now, recently, currently."""
    word = " ".join(found.get("now").split())
    past = word in {"recently", "lately", "previously", "formerly", "the past", "at the time", "at that time"}
    value = "FUTURE_REF" if word.endswith("future") else "PAST_REF" if past else "PRESENT_REF"
    return When(None, setting.anchor, "period", "around the day of telling", value, kind="reference")


def clock(found: Found, setting: Setting) -> When | None:
    """A time of day by itself."""
    return When(None, None, "period", "time of day only", found.get("clock"), kind="clock")


__all__ = [
    "NO_ANCHOR", "ago", "clock", "day_word", "last_span", "length", "near_unit", "nearest", "now", "offset", "often", "ordinal",
    "season", "told_unit", "weekday", "weekend",
]  # fmt: skip
