"""An event: every claim about one occurrence, and the values derived from them by written rules."""

from __future__ import annotations

from dataclasses import dataclass

from casus.model.actor import Party
from casus.model.claim import Claim, EventType, Layer, Source, Status
from casus.model.count import Count
from casus.model.place import Place
from casus.model.when import DateRange


@dataclass(frozen=True, slots=True)
class Version:
    """One source's value of a contested field; `source` is an index into the event's sources, None = the writers."""

    value: int
    source: int | None
    report: str


@dataclass(frozen=True, slots=True)
class Contest:
    """A field on which sources may differ, and every version given, in order of time."""

    field: str
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class Merge:
    """How sure it is that the claims tell of one occurrence (1.0 = one claim), and why."""

    score: float
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Undecided:
    """Two events that may be one occurrence: their ids, how much speaks for it, and what; for a person to decide."""

    a: str
    b: str
    score: float
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """One occurrence. `claims` hold all accounts; the other values follow from them by rule (see merge/reconcile)."""

    id: str
    type: EventType
    modes: tuple[str, ...]
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    date: DateRange | None
    place: Place | None
    killed: Count | None
    injured: Count | None
    killed_or_injured: Count | None
    captured: Count | None
    size: Count | None
    status: Status
    layer: Layer
    aggregate: bool
    sources: tuple[Source, ...]
    claims: tuple[Claim, ...]
    contested: tuple[Contest, ...]
    merge: Merge
    certain: bool = True
    cautions: tuple[str, ...] = ()

    @property
    def reports(self) -> tuple[str, ...]:
        """The ids of the reports that tell of it, sorted."""
        return tuple(sorted({claim.report for claim in self.claims}))
