"""Which events may stand in a table of facts, and why the others may not.

Data sets such as UCDP GED and ACLED hold acts that were done. A row has no place for a denial, a threat, a plan, a heading or a
sum over many events, so these never become one; what is left out is counted by its reason.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from casus.export.events import listed_events
from casus.export.order import Order
from casus.model.event import Event
from casus.model.picture import Picture
from casus.model.when import DateRange

DONE = frozenset({"asserted", "attributed", "hedged"})
_DATED = frozenset({"day", "range", "week", "month"})


@dataclass(slots=True)
class Tally:
    """How many events became rows, and how many did not, by reason."""

    format: str
    seen: int = 0
    left: Counter[str] = field(default_factory=Counter)

    def leave(self, reason: str) -> None:
        """Count one event that is left out."""
        self.left[reason] += 1

    def line(self) -> str:
        """One line for the user."""
        kept = self.seen - self.left.total()
        why = "; ".join(f"{n} {reason}" for reason, n in sorted(self.left.items(), key=lambda pair: (-pair[1], pair[0])))
        return f"{self.format}: {kept} of {self.seen} events written" + (f"; left out: {why}" if why else "")


def facts(picture: Picture, order: Order, tally: Tally) -> Iterator[Event]:
    """The events told as done, in record order; the others are counted."""
    for event in listed_events(picture, low=order.low):
        tally.seen += 1
        reason = why_no_fact(event)
        if reason:
            tally.leave(reason)
        else:
            yield event


def why_no_fact(event: Event) -> str:
    """Why an event may not stand as a fact; empty where it may. To threaten is itself an act that was done."""
    if event.status not in DONE and not (event.type == "THREATEN" and event.status == "threatened"):
        return event.status
    if event.aggregate:
        return "totals over many events"
    if all(claim.heading for claim in event.claims):
        return "in headings only"
    if event.layer == "history":
        return "history"
    if event.layer == "background" and not (is_bounded(event.date) and event.date.precision in _DATED):  # type: ignore[union-attr]
        return "undated background"
    return ""


def is_bounded(when: DateRange | None) -> bool:
    """Whether words give a first and a last possible day."""
    return when is not None and when.evidence is not None and when.start is not None and when.end is not None


def is_span(when: DateRange) -> bool:
    """Whether the days are those of one stretch ("from Monday to Wednesday"), not those between which the day lies."""
    words = when.evidence.words.lower() if when.evidence is not None else ""
    return when.precision == "range" and when.basis.startswith(("days from", "from the first")) and not words.startswith("between")
