"""A picture as plain records of one kind: the one list of kinds."""

from __future__ import annotations

from collections.abc import Callable

from casus.export.actors import actor_records
from casus.export.context import caution_records, quote_records, reason_records, relation_records, report_records, statistic_records
from casus.export.events import claim_records, event_records
from casus.export.parts import Record
from casus.model.errors import ExportError
from casus.model.picture import Picture

_CERTAIN: dict[str, Callable[..., list[Record]]] = {
    "events": event_records,
    "claims": claim_records,
    "actors": actor_records,
}
_CONTEXT: dict[str, Callable[[Picture], list[Record]]] = {
    "reports": report_records,
    "relations": relation_records,
    "reasons": reason_records,
    "quotes": quote_records,
    "statistics": statistic_records,
    "cautions": caution_records,
}

KINDS = ("events", "claims", "reports", "actors", "relations", "reasons", "quotes", "statistics", "cautions")
"""Every kind of record, as `--kind` takes it."""


def records(picture: Picture, kind: str = "events", *, low: bool = False) -> list[Record]:
    """Return the records of one kind, sorted by rule; `low` adds events held back as weak leads.

    Raises ExportError for an unknown kind.
    """
    if kind in _CERTAIN:
        return _CERTAIN[kind](picture, low=low)
    if kind in _CONTEXT:
        return _CONTEXT[kind](picture)
    raise ExportError(f"{kind}: no such kind of record; choose one of: {', '.join(KINDS)}")
