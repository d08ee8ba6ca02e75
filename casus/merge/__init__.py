"""Merging: claims into events, inside a report and across reports, explained and in any order the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from casus.merge.folding import fold
from casus.merge.reconcile import reconcile
from casus.model.claim import Claim
from casus.model.event import Event


def merge(claims: Sequence[Claim], published: Mapping[str, date | None]) -> tuple[Event, ...]:
    """Events of claims: certain ones first by layer and date of publication; uncertain claims only join, never lead."""
    events = [reconcile(group, published) for group in fold(claims)]
    return tuple(sorted(events, key=lambda e: _order(e, published)))


def _order(event: Event, published: Mapping[str, date | None]) -> tuple[int, str, str, int, str]:
    first = event.claims[0]
    layer = {"news": 0, "background": 1, "history": 2}[event.layer]
    day = published.get(first.report)
    return (layer, day.isoformat() if day else "9999", first.report, first.act.start, event.id)
