"""The case: one append-only DuckDB file of readings and judgements, or one in memory."""

from __future__ import annotations

from casus.store.casefile import CaseFile
from casus.store.engine import Engine
from casus.store.handing import HandedCase, shown
from casus.store.memory import MemoryCase
from casus.store.note import announced, note_of, running
from casus.store.opening import is_case

__all__ = ["CaseFile", "Engine", "HandedCase", "MemoryCase", "announced", "is_case", "note_of", "running", "shown"]
