"""A person's decision about one value: dated, signed, never overwritten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Verdict = Literal["accept", "reject", "edit", "add", "join", "split", "note"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """Who decided what about which record, and when. `value` is the new value as JSON, for an edit or an addition."""

    subject: str
    verdict: Verdict
    coder: str
    made: datetime
    field: str | None = None
    value: str | None = None
    note: str = ""
