"""An event: every claim about one occurrence, and the values derived from them by written rules."""

from __future__ import annotations

from dataclasses import dataclass

from casus.model.actor import Party
from casus.model.claim import Claim, EventType, Layer, Source, Status
from casus.model.count import Count
from casus.model.judgement import Judgement
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
    """One occurrence. `claims` hold all accounts; the other values follow from them by rule (see merge/reconcile).

    `judged` are the decisions of people that hold for it, in the order they were made; values that they set stand in it.
    """

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
    judged: tuple[Judgement, ...] = ()

    @property
    def reports(self) -> tuple[str, ...]:
        """The ids of the reports that tell of it, sorted."""
        return tuple(sorted({claim.report for claim in self.claims}))

    def named_by(self, party: Party) -> tuple[str, ...]:
        """Who alone names a doer, where the event is also told without that doer; () where a report says it itself.

        A strike that residents report and one side blames on the other is told; its doer is only alleged.
        """
        body = [claim for claim in self.claims if not claim.heading]
        naming = [claim for claim in body if party.evidence in {p.evidence for p in claim.actors} or _names(claim, party)]
        without = [claim for claim in body if claim.certain and not claim.actors]
        if party.id is None or not naming or not without or any(claim.status == "asserted" for claim in naming):
            return ()
        return tuple(dict.fromkeys(s.name for claim in naming for s in claim.sources if s.stance != "denies"))


def _names(claim: Claim, party: Party) -> bool:
    return party.id is not None and any(party.id in {p.id, *p.parents} for p in claim.actors)
