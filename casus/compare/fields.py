"""The values of an event that a comparison looks at, as plain JSON."""

from __future__ import annotations

from typing import Any

from casus.export.parts import COUNTS, bounds_record, day
from casus.model.actor import Party
from casus.model.event import Event


def values_of(event: Event) -> dict[str, Any]:
    """Field by field; parties, modes and sources in an order of their own, so that order is no difference."""
    when, place = event.date, event.place
    return {
        "type": event.type,
        "modes": sorted(event.modes),
        "actors": _parties(event.actors),
        "recipients": _parties(event.recipients),
        "date": None if when is None else {"start": day(when.start), "end": day(when.end), "precision": when.precision},
        "place": None if place is None else {"name": place.name, "id": place.id},
        **{name: bounds_record(getattr(event, name)) for name in COUNTS},
        "status": event.status,
        "layer": event.layer,
        "aggregate": event.aggregate,
        "sources": sorted({f"{s.name} ({s.stance})" for s in event.sources}),
        "certain": event.certain,
    }


def _parties(parties: tuple[Party, ...]) -> list[str]:
    return sorted({f"{p.name} ({p.id})" if p.id else p.name for p in parties})
