"""What was said in so many words, and what was counted over a period."""

from __future__ import annotations

from dataclasses import dataclass

from casus.model.text import Evidence


@dataclass(frozen=True, slots=True)
class Quote:
    """Words in quotation marks and their speaker; `speaker` None = a term or scare quotes, nobody's speech."""

    report: str
    sentence: int
    words: Evidence
    speaker: str | None
    speaker_evidence: Evidence | None
    verb: str | None
    capacity: str
    chain: tuple[str, ...] = ()
    speaker_id: str | None = None


@dataclass(frozen=True, slots=True)
class Statistic:
    """A figure over a period, an area or a comparison; never a toll of one event. `value` in `unit` ("%", "people")."""

    report: str
    sentence: int
    value: float
    unit: str
    of: str
    evidence: Evidence
    period: str | None = None
    comparison: str | None = None
    source: str | None = None
    qualifier: str | None = None
