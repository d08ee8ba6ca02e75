"""What is new: what the reports of the latest day of publication tell that no earlier one does."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from casus.brief.cards import Card
from casus.brief.marks import Index
from casus.brief.tolls import Figure, Toll
from casus.brief.voices import Told
from casus.brief.wording import day
from casus.model.event import Event
from casus.model.picture import Reading

MOST = 12
"""How many events the list holds; the others are one click away."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A toll of an event told before, with the figures first given on the latest day."""

    card: Card
    toll: Toll
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Latest:
    """The latest day of publication: its reports, the events first told in them, and the figures they add to earlier events."""

    day: str
    reports: tuple[int, ...]
    events: tuple[Card, ...]
    moved: tuple[Moved, ...]

    @property
    def first(self) -> tuple[Card, ...]:
        """The events that are shown."""
        return self.events[:MOST]

    @property
    def number(self) -> int:
        """How many events are new, or have a new figure."""
        return len(self.events) + len({m.card.number for m in self.moved})

    @property
    def left_out(self) -> int:
        """How many events are not shown."""
        return len(self.events) - len(self.first)


def latest(told: Told, readings: Iterable[Reading], index: Index) -> Latest | None:
    """Return what is new, where the reports were published on several days and anything is; news only, and no totals.

    An event that an undated report tells too is not called new: that report may be the older one.
    """
    days = {r.report.id: r.report.published for r in readings}
    known = {d for d in days.values() if d is not None}
    if len(known) < 2:
        return None
    last = max(known)
    news = [(card, event) for card, event in told if card.layer == "news" and not card.aggregate]
    new = [card for card, event in news if _only(event, days, last)]
    moved = [m for card, event in news if not _only(event, days, last) for m in _moved(card, last)]
    if not new and not moved:
        return None
    reports = sorted(index.number(r) for r, published in days.items() if published == last)
    return Latest(day(last), tuple(reports), tuple(sorted(new, key=_weight)), tuple(moved))


def _only(event: Event, days: dict[str, date | None], last: date) -> bool:
    return all(days[r] == last for r in event.reports)


def _weight(card: Card) -> tuple[bool, int]:
    """Harm to people first, then the page's order."""
    return (not card.harms, card.number)


def _moved(card: Card, last: date) -> list[Moved]:
    """The tolls that got a figure on the last day which nobody gave before."""
    found = []
    for toll in card.harms:
        before = {f.text for f in toll.figures if f.published != day(last)}
        added = tuple(f for f in toll.figures if f.published == day(last) and f.text not in before)
        if before and added:
            found.append(Moved(card, toll, added))
    return found
