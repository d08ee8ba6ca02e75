"""Pictures to records, and records to files."""

from __future__ import annotations

from casus.export.collection import Records
from casus.export.columns import COLUMNS
from casus.export.events import claim_records, event_record, event_records, listed_claims, listed_events
from casus.export.formats import EXPORTERS, exporter, render
from casus.export.order import nobody
from casus.export.records import KINDS, records
from casus.export.target import write_whole

__all__ = [
    "COLUMNS",
    "EXPORTERS",
    "KINDS",
    "Records",
    "claim_records",
    "event_record",
    "event_records",
    "exporter",
    "listed_claims",
    "listed_events",
    "nobody",
    "records",
    "render",
    "write_whole",
]
