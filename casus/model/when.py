"""A date as precise as the words: a closed range of days and what kind of words gave it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from casus.model.errors import GroundingError
from casus.model.text import Evidence

Precision = Literal["day", "range", "week", "month", "year", "period", "bounded"]


@dataclass(frozen=True, slots=True)
class DateRange:
    """When something happened: first and last possible day, None = open on that side.

    `precision` "bounded" means that only the publication date limits it; every other precision needs words.
    `basis` says how the words became days ("weekday before publication").
    """

    start: date | None
    end: date | None
    precision: Precision
    basis: str
    evidence: Evidence | None = None

    def __post_init__(self) -> None:
        if self.evidence is None and self.precision != "bounded":
            raise GroundingError("date: a date needs the words it rests on, or is bounded by publication")
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"date range runs backwards: {self.start} to {self.end}")

    def overlaps(self, other: DateRange) -> bool:
        """Whether some day can belong to both; an open side limits nothing."""
        before = self.end is not None and other.start is not None and self.end < other.start
        after = self.start is not None and other.end is not None and self.start > other.end
        return not (before or after)
