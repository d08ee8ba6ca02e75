"""A reason as somebody gives it: what is said to have caused, or to be the purpose of, what."""

from __future__ import annotations

from dataclasses import dataclass

from casus.model.claim import Source
from casus.model.text import Evidence


@dataclass(frozen=True, slots=True)
class GivenReason:
    """One reason: the words of cause and effect, and of what links them (None where only the grammar does).

    `likely` is between 0 and 1, as the trained head has it; `sources` are who gives the reason, none: the writer.
    """

    report: str
    sentence: int
    cause: Evidence
    effect: Evidence
    signal: Evidence | None
    likely: float
    sources: tuple[Source, ...] = ()
