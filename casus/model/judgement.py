"""A person's decision: dated, signed, never overwritten; taken back only by another decision."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from casus.model.text import Evidence

Verdict = Literal["accept", "reject", "edit", "add", "join", "split", "note", "withdraw"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A claim as it was when somebody judged it: its id, its type and the words of its act, by which it is found again."""

    claim: str
    type: str
    act: Evidence


@dataclass(frozen=True, slots=True)
class Judgement:
    """Who decided what about which record, and when. `value` is JSON: a new value, or the values that were accepted.

    `subject` is the id of an event, of a report (an addition; or, accepted, a report read in full), or of a decision that is
    withdrawn. `on` are the passages decided on: ids of events change with what is read, so a decision holds where they stand.
    """

    subject: str
    verdict: Verdict
    coder: str
    made: datetime
    field: str | None = None
    value: str | None = None
    note: str = ""
    on: tuple[Passage, ...] = ()

    @property
    def id(self) -> str:
        """The same in every copy of a case."""
        parts = (self.subject, self.verdict, self.coder, self.made.isoformat(), self.field or "", self.value or "", self.note)
        return hashlib.sha256("\x1f".join((*parts, *(p.claim for p in self.on))).encode("utf-8", "surrogatepass")).hexdigest()[:16]
