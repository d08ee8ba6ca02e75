"""A claim: one passage's account of one act, with who says so."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, get_args

from casus.model.actor import Party
from casus.model.count import Count
from casus.model.errors import GroundingError
from casus.model.place import Place
from casus.model.telling import Telling
from casus.model.text import Evidence, Report
from casus.model.when import DateRange

PloverType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
EVENT_TYPES: tuple[str, ...] = get_args(PloverType)
"""PLOVER 2.0's sixteen event types (PLOVER manual, table of event types)."""
EventType = str
"""One of PLOVER's sixteen, or a type of the user's own codebook: capitals, digits and hyphens."""

Status = Literal["asserted", "attributed", "hedged", "denied", "threatened", "planned"]
STATUSES: tuple[Status, ...] = get_args(Status)
DONE: frozenset[Status] = frozenset({"asserted", "attributed", "hedged", "denied"})
"""The statuses of an act told to have happened, whoever doubts or denies it."""
Layer = Literal["news", "background", "history"]
LAYERS: tuple[Layer, ...] = get_args(Layer)
Capacity = Literal["party", "official", "witness", "medic", "ngo", "institute", "media", "analyst", "writer", "unknown"]
Stance = Literal["asserts", "denies", "hedges", "accuses", "admits", "threatens", "plans", "no-comment"]


@dataclass(frozen=True, slots=True)
class Source:
    """Who says so: name, capacity, the chain it came through (nearest first), the verb, and the stance it takes.

    `country` is where it belongs to, as far as its words tell (ISO 3166 alpha-3).
    """

    name: str
    capacity: Capacity
    verb: str
    stance: Stance
    evidence: Evidence
    chain: tuple[str, ...] = ()
    id: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """What gave a claim a value that has no words of its own to say it: the field, and the rule, frame or head."""

    field: str
    rule: str


@dataclass(frozen=True, slots=True)
class Near:
    """Who speaks near an act, and how likely he vouches for it: odds (log) in hundredths."""

    source: Source
    odds: int


@dataclass(frozen=True, slots=True)
class Claim:
    """One passage's account of one act. Raises GroundingError if no evidence supports the act itself.

    `sentence` is an index into the report's sentences. `heading` marks words of a title or heading, which repeat and
    never raise certainty. `certain` is False for an act only one weak key supports, or that may be told already: shown on request.
    `item` numbers the item of a list it stands in (an entry of a live page, an incident of a report), 0 where the report is no list.
    `scene` is where the act told right before was, for one whose own words name no place: its event's, if no account says otherwise.
    `day` and `doers` are likewise those of the act it is told as part of, where its own words name no day or nobody who did it.
    `silent` are those who give no comment on it: voices of the event that vouch for nothing and give no figure.
    `besides` are those who speak of it elsewhere in words that tell no act: voices of the event too, whose words leave its status alone.
    `after` are those who speak after it in words that do not say of what: voices of the event where it is the only attack told so far.
    `near` are those who speak near it and whom the encoder of tellings finds likely to vouch for it: where they vouch for nothing else.
    `about` are the acts, the likeliest first, that an act in words may speak of ("condemned the raid"), by the ids of their claims.
    `telling` is what the encoder of tellings says of its word; `likely` how likely its words tell an act of its type, in per cent.
    `reasons` say what gave the act, the status, the layer and the certainty, in the order of deciding; they change nothing.
    """

    report: str
    sentence: int
    type: EventType
    modes: tuple[str, ...]
    act: Evidence
    status: Status
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    date: DateRange | None = None
    place: Place | None = None
    killed: Count | None = None
    injured: Count | None = None
    killed_or_injured: Count | None = None
    captured: Count | None = None
    size: Count | None = None
    layer: Layer = "news"
    aggregate: bool = False
    sources: tuple[Source, ...] = ()
    support: tuple[Evidence, ...] = ()
    heading: bool = False
    certain: bool = True
    lemma: str = ""
    reasons: tuple[Reason, ...] = ()
    item: int = 0
    scene: Place | None = None
    day: DateRange | None = None
    doers: tuple[Party, ...] = ()
    silent: tuple[Source, ...] = ()
    besides: tuple[Source, ...] = ()
    after: tuple[Source, ...] = ()
    near: tuple[Near, ...] = ()
    about: tuple[str, ...] = ()
    telling: Telling | None = None
    likely: int | None = None

    def __post_init__(self) -> None:
        if self.act.field != "act":
            raise GroundingError("a claim needs the words of its act")
        if any(e.report != self.report for e in self.evidence()):
            raise GroundingError("a claim's words must all stand in its own report")

    @property
    def id(self) -> str:
        """Stable while the report's text and the act's place in it stay."""
        key = f"{self.report}|{self.type}|{self.act.start}|{self.act.end}|{self.lemma}"
        return hashlib.sha256(key.encode()).hexdigest()[:16]

    @property
    def is_undated(self) -> bool:
        """Whether no words date it, its own or those of the act it is told as part of."""
        return (self.date is None or self.date.evidence is None) and self.day is None

    def because(self, field: str, rule: str) -> Claim:
        """The same claim, with one more reason for a field."""
        return replace(self, reasons=(*self.reasons, Reason(field, rule)))

    def evidence(self) -> Iterator[Evidence]:
        """Every evidence of the claim, the act's first; who speaks after it is no evidence of it until the event has him as a voice."""
        yield self.act
        yield from self.support
        for party in self.actors:
            yield party.evidence.as_field("actor")
        for party in self.recipients:
            yield party.evidence.as_field("recipient")
        for source in self.sources:
            yield source.evidence.as_field("source")
        for name in ("killed", "injured", "killed_or_injured", "captured", "size"):
            count: Count | None = getattr(self, name)
            if count is not None:
                yield count.evidence.as_field(name)
        if self.date is not None and self.date.evidence is not None:
            yield self.date.evidence.as_field("date")
        if self.place is not None:
            yield self.place.evidence.as_field("place")
        if self.scene is not None:
            yield self.scene.evidence.as_field("place")
        if self.day is not None and self.day.evidence is not None:
            yield self.day.evidence.as_field("date")
        for source in (*self.besides, *self.silent):
            yield source.evidence.as_field("source")
        for party in self.doers:
            yield party.evidence.as_field("actor")

    def verify(self, report: Report) -> None:
        """Raise GroundingError unless every word of the claim stands in the report at its offsets."""
        for evidence in (*self.evidence(), *(s.evidence for s in self.after), *(n.source.evidence for n in self.near)):
            report.check(evidence)
