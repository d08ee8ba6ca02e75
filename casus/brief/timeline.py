"""The timeline: each event as far as its date is known; the length of a bar is what is not known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from casus.brief.cards import Card
from casus.brief.scales import set_aside
from casus.brief.wording import MONTHS
from casus.model.event import Event
from casus.model.when import DateRange

LEFT, RIGHT = 3.0, 97.0
"""Percent of the width between which days are drawn; beyond them an open side fades out."""

Dated = tuple[Card, DateRange]
"""An event and its date."""

STEPS = (1, 2, 5, 10, 20, 25, 50)


@dataclass(frozen=True, slots=True)
class Bar:
    """An extent in percent of the width; an open side fades."""

    left: float
    right: float
    open_left: bool
    open_right: bool

    @property
    def width(self) -> float:
        """Its width in percent."""
        return round(self.right - self.left, 2)

    @property
    def middle(self) -> float:
        """Where the status sign stands: in the middle, or at the known end of a half-open extent."""
        if self.open_left != self.open_right:
            return self.right if self.open_left else self.left
        return round((self.left + self.right) / 2, 2)

    @property
    def exact(self) -> bool:
        """Whether the extent is one day on this scale."""
        return self.width < 1.2 and not (self.open_left or self.open_right)


@dataclass(frozen=True, slots=True)
class Tick:
    """A date on the axis."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Row:
    """An event on the timeline; or all events that nothing dates but the same bound of publication."""

    cards: tuple[Card, ...]
    when: str
    bar: Bar

    @property
    def card(self) -> Card:
        """Return the first event of the row."""
        return self.cards[0]


@dataclass(frozen=True, slots=True)
class Panel:
    """Rows on one scale."""

    title: str
    ticks: tuple[Tick, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The panels, each with its own scale, and the events without any date."""

    panels: tuple[Panel, ...]
    undated: tuple[Card, ...]


def timeline(told: Iterable[tuple[Card, Event]]) -> Timeline:
    """News on a scale of its own; background and history, which may span decades, on another."""
    single = [(card, event.date) for card, event in told if not card.aggregate]
    dated = [(card, when) for card, when in single if when and (when.start or when.end)]
    news = [pair for pair in dated if pair[0].layer == "news"]
    past = [pair for pair in dated if pair[0].layer != "news"]
    panels = [*_panels("News", news), *_panels("Background and history", past)]
    undated = tuple(card for card, when in single if not (when and (when.start or when.end)))
    return Timeline(tuple(panels), undated)


def _panels(title: str, dated: Sequence[Dated]) -> list[Panel]:
    """One panel; or two, where a few dates lie so far from the others, or span so much more, that these would be a spot in a corner."""
    far = set_aside([when for _, when in dated])
    near = [pair for k, pair in enumerate(dated) if k not in far]
    beyond = [pair for k, pair in enumerate(dated) if k in far]
    return [_panel(name, pairs) for name, pairs in ((title, near), (f"{title}: {_beyond(near, beyond)}", beyond)) if pairs]


def _beyond(near: Sequence[Dated], beyond: Sequence[Dated]) -> str:
    """What those on an axis of their own have in common."""
    first = min((d for _, when in near for d in (when.start, when.end) if d), default=date.max)
    last = max((d for _, when in near for d in (when.start, when.end) if d), default=date.min)
    if all((when.end or when.start or date.max) < first for _, when in beyond):
        return "long before"
    if all((when.start or when.end or date.min) > last for _, when in beyond):
        return "long after"
    return "far off, or over a long time"


def _panel(title: str, dated: Sequence[Dated]) -> Panel:
    first, last = _domain([when for _, when in dated])
    rows = [_row(group, first, last) for group in _gathered(sorted(dated, key=_order))]
    return Panel(title, _ticks(first, last), tuple(rows))


def _gathered(dated: Sequence[Dated]) -> list[list[Dated]]:
    """Return the events one by one, those with nothing but the same bound together."""
    groups: dict[object, list[Dated]] = {}
    for card, when in dated:
        alike = (when.start, when.end) if when.precision == "bounded" else card.number
        groups.setdefault(alike, []).append((card, when))
    return list(groups.values())


def _row(group: list[Dated], first: date, last: date) -> Row:
    card, when = group[0]
    return Row(tuple(c for c, _ in group), card.when.text, _bar(when, first, last))


def _order(pair: Dated) -> tuple[date, date, int]:
    card, when = pair
    start = when.start or when.end or date.max
    return (start, when.end or date.max, card.number)


def _domain(dates: list[DateRange]) -> tuple[date, date]:
    known = [d for when in dates for d in (when.start, when.end) if d]
    first, last = min(known), max(known)
    short = max(6 - (last - first).days, 0)
    room = (last - first).days // 6
    before = room if any(when.start is None for when in dates) else 0
    after = room if any(when.end is None for when in dates) else 0
    return _shift(first, -max(short, before)), _shift(last, max(short // 3, after))


def _shift(value: date, days: int) -> date:
    try:
        return value + timedelta(days=days)
    except OverflowError:
        return value


def _bar(when: DateRange, first: date, last: date) -> Bar:
    left = _at(when.start, first, last) if when.start else 0.0
    right = _at(when.end, first, last) if when.end else 100.0
    return Bar(left, right, when.start is None, when.end is None)


def _at(value: date, first: date, last: date) -> float:
    days = max((last - first).days, 1)
    return round(LEFT + (RIGHT - LEFT) * (value - first).days / days, 2)


def _ticks(first: date, last: date) -> tuple[Tick, ...]:
    days = (last - first).days
    if days <= 70:
        marks = _days(first, last, 1 if days <= 7 else 7 if days > 14 else 2)
    elif days <= 760:
        marks = _months(first, last, 1 if days <= 200 else 3)
    else:
        marks = _years(first, last)
    return tuple(Tick(_at(d, first, last), words) for d, words in marks)


def _days(first: date, last: date, step: int) -> list[tuple[date, str]]:
    span = range(0, (last - first).days + 1, step)
    return [(d, f"{d.day} {MONTHS[d.month - 1]}") for d in (first + timedelta(days=n) for n in span)]


def _months(first: date, last: date, step: int) -> list[tuple[date, str]]:
    whole = range(first.year * 12 + first.month, last.year * 12 + last.month, step)
    starts = (date(n // 12, n % 12 + 1, 1) for n in whole)
    return [(d, f"{MONTHS[d.month - 1]} {d.year}") for d in starts]


def _years(first: date, last: date) -> list[tuple[date, str]]:
    step = next((s for s in STEPS if (last.year - first.year) / s <= 6), 100)
    whole = range(-(-(first.year + 1) // step) * step, last.year + 1, step)
    return [(date(year, 1, 1), str(year)) for year in whole if year > 0]
