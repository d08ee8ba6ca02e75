"""A tie between two actors in a period, as somebody states it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from casus.model.actor import Party
from casus.model.claim import Layer, Source, Status
from casus.model.text import Evidence
from casus.model.when import DateRange

Sign = Literal["+", "-", "recognition"]
RelationKind = Literal["patron", "ally", "host", "hostile", "armed conflict", "recognition", "part-of", "successor", "separate"]


@dataclass(frozen=True, slots=True)
class Relation:
    """From one actor to another: sign and kind in a period, with status and words."""

    report: str
    sentence: int
    subject: Party
    object: Party
    sign: Sign
    kind: RelationKind
    status: Status
    layer: Layer
    evidence: Evidence
    period: DateRange | None = None
    sources: tuple[Source, ...] = ()
