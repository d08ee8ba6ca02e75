"""From files, folders, tables and pipes to Reports: clean text, metadata as stated, and a trace of every change.

`ingest` reads inputs, `report_from_text` one text, `near_copies` groups reports that tell the same text.
"""

from casus.ingest.copies import near_copies
from casus.ingest.given import Given
from casus.ingest.report import report_from_text
from casus.ingest.stream import ingest

__all__ = ["Given", "ingest", "near_copies", "report_from_text"]
