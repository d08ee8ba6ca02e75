"""How dates, figures and places read in plain words, never more precise than what is known."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date

from casus.brief.labels import label
from casus.model.count import Count
from casus.model.place import Place
from casus.model.when import DateRange

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
ONE_SIDE = "single source: a party"
"""How the rule of a figure begins that rests on one side's word about the other (casus.merge.reconcile)."""

SEVERAL = "sources: best is"
"""What the rule of a figure holds that several voices give."""

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def day(value: date, *, weekday: bool = False) -> str:
    """One day: "24 Dec 2024" or "Tue 24 Dec 2024"."""
    plain = f"{value.day} {MONTHS[value.month - 1]} {value.year}"
    return f"{DAYS[value.weekday()]} {plain}" if weekday else plain


def span(start: date | None, end: date | None) -> str:
    """Return a closed or half-open span of days, whole months and years written as such."""
    if start is None or end is None:
        return _open_span(start, end)
    if start == end:
        return day(start, weekday=True)
    if _whole_years(start, end):
        return str(start.year) if start.year == end.year else f"{start.year}–{end.year}"
    if _whole_month(start, end):
        return f"{MONTHS[start.month - 1]} {start.year}"
    return f"{_shared(start, end)}{day(end)}"


def when(value: DateRange | None) -> str:
    """Return a date in words, with what bounds it; as written where its words name no known day; "date not stated" where nothing is."""
    if value is None:
        return "date not stated"
    if value.precision == "bounded":
        return _bounded(value.start, value.end)
    if value.start is None and value.end is None:
        return f"“{value.evidence.words}”" if value.evidence else "day not known"
    words = span(value.start, value.end)
    return f"week of {words}" if value.precision == "week" else words


def precision(value: DateRange | None) -> str:
    """How precise a date is, in words; empty for a date that says so itself."""
    if value is None:
        return ""
    if value.start is None or value.end is None or value.precision == "bounded":
        return "" if value.precision != "bounded" else label("dates", "bounded")
    return label("dates", value.precision)


def figure(count: Count) -> str:
    """Return a count in words: "46", "about 40", "at least 12", "up to 40", "12 to 57 (best figure 46)", "none"."""
    low, best, high = count.low, count.best, count.high
    if unfloored(count):
        return _claimed(count)
    if low is not None and low == high:
        return "none" if low == 0 else _qualified(number(low), count.qualifier)
    if low is None and high is None:
        return _qualified(number(best or 0), count.qualifier)
    if high is None and low is not None:
        return f"at least {number(low)}{_best(best, low)}"
    if low is None and high is not None:
        return f"up to {number(high)}{_best(best, high)}"
    return f"{number(low or 0)} to {number(high or 0)}{_best(best, None)}"


def one_sided(count: Count) -> bool:
    """Whether the figure is one side's claim about the other's people, and nobody else gives one."""
    return unfloored(count) and count.rule.startswith(ONE_SIDE)


def unfloored(count: Count) -> bool:
    """Whether the 0 at the low end says only that no voice gives a floor, and not that anybody said "none"."""
    merged = count.rule.startswith(ONE_SIDE) or SEVERAL in count.rule
    return merged and count.low == 0 and bool(count.best or count.high)


def number(value: int) -> str:
    """Return a whole number with commas between thousands."""
    return f"{value:,}"


def quantity(value: float) -> str:
    """Return a statistic's value without a needless decimal."""
    return number(int(value)) if value == int(value) else f"{value:,}"


def place(value: Place | None) -> str:
    """Return the place with its containing units, the name as the gazetteer or else the report gives it."""
    if value is None:
        return "place not stated"
    chain = [value.name, *(unit for unit in value.within if unit != value.name)]
    return ", ".join(chain)


def place_precision(value: Place | None) -> str:
    """How precise a place is, in UCDP's classes; says so where a name is unknown, may mean several places, or fits none."""
    if value is None:
        return ""
    if value.precision_ucdp is not None:
        return label("places", str(value.precision_ucdp))
    if value.id is not None:
        return "precision not known"
    if not value.candidates:
        return "not found in the gazetteer"
    able = sum(c.points >= 0 for c in value.candidates)
    return "may be one of several places of this name" if able > 1 else "no known place of this name fits"


def listed(items: Iterable[str], last: str = "and") -> str:
    """Say "a", "a and b" or "a, b and c"."""
    words = list(items)
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def few(items: Iterable[str], most: int = 3) -> str:
    """Say "a, b and c", or "a, b and 5 more" where there are too many to read at a glance."""
    words = list(items)
    return listed(words if len(words) <= most else [*words[: most - 1], f"{len(words) - most + 1} more"])


def plural(n: int, one: str, many: str | None = None) -> str:
    """Say "1 report" or "3 reports"."""
    return f"{number(n)} {one if n == 1 else many or one + 's'}"


def via(name: str, chain: Sequence[str]) -> str:
    """Return a source and the chain its words came through, nearest first: "A (relayed by B, then C)"."""
    return f"{name} (relayed by {', then '.join(chain)})" if chain else name


def _claimed(count: Count) -> str:
    """A figure without a floor, so that "killed" may follow: "one side claims 46", "up to 46", "claims of 12 or more"."""
    alone = one_sided(count)
    if count.high is None:
        known = number(count.best or 0)
        return f"one side claims at least {known}" if alone else f"claims of {known} or more"
    exact = alone and count.best == count.high
    words = _qualified(number(count.high), count.qualifier) if exact else f"up to {number(count.high)}{_best(count.best, count.high)}"
    return f"one side claims {words}" if alone else words


def _bounded(start: date | None, end: date | None) -> str:
    if start and end:
        return f"some time from {day(start)} to {day(end)}"
    if end:
        return f"on or before {day(end)}"
    return f"on or after {day(start)}" if start else "date not stated"


def _open_span(start: date | None, end: date | None) -> str:
    if start is not None:
        return f"since {_coarse_start(start)}"
    return f"until {_coarse_end(end)}" if end is not None else "date not stated"


def _coarse_start(value: date) -> str:
    return str(value.year) if (value.month, value.day) == (1, 1) else day(value)


def _coarse_end(value: date) -> str:
    return str(value.year) if (value.month, value.day) == (12, 31) else day(value)


def _shared(start: date, end: date) -> str:
    """Return the start of a span without what it shares with the end."""
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–"
    if start.year == end.year:
        return f"{start.day} {MONTHS[start.month - 1]} – "
    return f"{day(start)} – "


def _whole_years(start: date, end: date) -> bool:
    return (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)


def _whole_month(start: date, end: date) -> bool:
    same = (start.year, start.month) == (end.year, end.month)
    return same and start.day == 1 and end.day == monthrange(end.year, end.month)[1]


def _qualified(words: str, qualifier: str | None) -> str:
    return f"{qualifier} {words}" if qualifier else words


def _best(best: int | None, bound: int | None) -> str:
    return "" if best is None or best == bound else f" (best figure {number(best)})"
