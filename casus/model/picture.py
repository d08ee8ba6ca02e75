"""What Casus makes of reports: a Reading of each one, and the Picture of them all."""

from __future__ import annotations

from dataclasses import dataclass

from casus.model.caution import Caution
from casus.model.claim import Claim
from casus.model.event import Event, Undecided
from casus.model.judgement import Judgement
from casus.model.quote import Quote, Statistic
from casus.model.reason import GivenReason
from casus.model.relation import Relation
from casus.model.text import Report


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read out of one report, by itself; what the store appends. `sentences` are (start, end) offsets."""

    report: Report
    sentences: tuple[tuple[int, int], ...]
    claims: tuple[Claim, ...]
    quotes: tuple[Quote, ...] = ()
    statistics: tuple[Statistic, ...] = ()
    relations: tuple[Relation, ...] = ()
    cautions: tuple[Caution, ...] = ()
    reasons: tuple[GivenReason, ...] = ()


@dataclass(frozen=True, slots=True)
class Stamp:
    """What made a picture: versions and hashes, so that two pictures can be compared. No clock, no host."""

    casus: str
    codebook: str
    model: str


@dataclass(frozen=True, slots=True)
class Picture:
    """All readings of a case together, claims folded into events; everything sorted by rule, never by input order.

    `near_copies` are groups of report ids that tell the same text and count as one source; `undecided` are pairs of
    events that may be one. `rejected` are events that somebody judged to be none; `homeless` are decisions about passages that
    the case does not tell any more.
    """

    readings: tuple[Reading, ...]
    events: tuple[Event, ...]
    quotes: tuple[Quote, ...]
    statistics: tuple[Statistic, ...]
    relations: tuple[Relation, ...]
    cautions: tuple[Caution, ...]
    near_copies: tuple[tuple[str, ...], ...]
    stamp: Stamp
    undecided: tuple[Undecided, ...] = ()
    rejected: tuple[Event, ...] = ()
    homeless: tuple[Judgement, ...] = ()

    @property
    def reasons(self) -> tuple[GivenReason, ...]:
        """The reasons all readings give, in their order."""
        return tuple(x for r in self.readings for x in r.reasons)
