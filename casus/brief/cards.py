"""Event cards: one event as a reader meets it, every value with the words that open its sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from casus.brief.labels import capital, label, rank
from casus.brief.marks import Index, Mark, Passage
from casus.brief.tolls import Toll, tolls
from casus.brief.why import Why, of_date, of_party, of_place
from casus.brief.wording import day, few, place, place_precision, precision, via, when
from casus.codebook.actors import ActorTable
from casus.model.actor import Party
from casus.model.claim import Claim, Source
from casus.model.event import Event
from casus.model.judgement import Judgement

LAYERS = ("news", "background", "history")
NO_ACTOR = {"ASSAULT": "perpetrator not stated"}
NO_RECIPIENT = {"ASSAULT": "target not stated"}
NEEDS_RECIPIENT = frozenset({"ASSAULT", "COERCE", "THREATEN", "ACCUSE", "SANCTION", "AID", "REQUEST"})


@dataclass(frozen=True, slots=True)
class Role:
    """An actor or recipient of an event; `note` says what is uncertain about it, `why` how it was identified."""

    name: str
    kind: str
    note: str
    why: Why
    identified: bool
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """A value in words, how precise or how found it is, and the words it rests on."""

    text: str
    note: str
    marks: tuple[Mark, ...]
    known: bool = True
    why: Why | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """A source of an event: who, in which capacity, with which verb and stance."""

    name: str
    capacity: str
    stance: str
    stance_words: str
    verb: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Telling:
    """One claim of the event: its status and the sentence it stands in."""

    status: str
    heading: bool
    passage: Passage


@dataclass(frozen=True, slots=True)
class Card:
    """One event, ready to print."""

    number: int
    id: str
    title: str
    code: str
    link: str
    group: str
    status: str
    layer: str
    aggregate: bool
    certain: bool
    actors: tuple[Role, ...]
    no_actor: str
    recipients: tuple[Role, ...]
    no_recipient: str
    when: Value
    where: Value
    tolls: tuple[Toll, ...]
    voices: tuple[Voice, ...]
    tellings: tuple[Telling, ...]
    reports: tuple[int, ...]
    because: tuple[str, ...]
    score: str
    cautions: tuple[int, ...]
    decisions: tuple[str, ...] = ()
    doubt: str = ""
    """Why the event is not certain, where a rule or a head said so."""
    type: str = ""
    first_day: str = ""
    last_day: str = ""

    @property
    def anchor(self) -> str:
        """The card's id on the page."""
        return f"e{self.number}"

    @property
    def harms(self) -> tuple[Toll, ...]:
        """Return the tolls without the mere size of what took part."""
        return tuple(t for t in self.tolls if t.field != "size")

    @property
    def disputed(self) -> bool:
        """Return whether some toll of it rests on more than one figure or source."""
        return any(t.several for t in self.harms)

    @property
    def brief(self) -> str:
        """Return who → whom in one line, for lists; long lists are cut short there, never on the card."""
        who = few(a.name for a in self.actors) or capital(self.no_actor)
        return f"{who} → {few(r.name for r in self.recipients)}" if self.recipients else who


def cards(
    events: tuple[Event, ...], index: Index, cautions: Mapping[str, int], table: ActorTable | None = None
) -> tuple[tuple[Card, Event], ...]:
    """All events with their cards, numbered in the page's order: layer, group of types, date, place in the reports."""
    ordered = sorted(events, key=lambda e: _order(e, index))
    return tuple((_card(n, event, index, cautions, table), event) for n, event in enumerate(ordered, start=1))


def type_title(event: Event) -> str:
    """Return the plain words of a type and its modes: "Attack: air strike"; "Fighting" where both sides act."""
    plain = ", ".join(label("modes", mode) for mode in event.modes)
    if plain and label("types", event.type, "by_mode"):
        return capital(plain)
    name = label("types", event.type, "between") if _two_sided(event) else label("types", event.type)
    return f"{name}: {plain}" if plain else name


def _two_sided(event: Event) -> bool:
    """Say whether it is fighting: both sides act and nobody is merely acted upon (PLOVER codes both as actors)."""
    return event.type == "ASSAULT" and len(event.actors) > 1 and not event.recipients


def _order(event: Event, index: Index) -> tuple[bool, int, bool, int, date, tuple[int, int], str]:
    first = min((index.number(c.report), c.act.start) for c in event.claims)
    layer = LAYERS.index(event.layer)
    group = rank("groups", _group(event))
    return (not event.certain, layer, event.aggregate, group, _day(event), first, event.id)


def _group(event: Event) -> str:
    """The group of the event's type; types of the user's own stand in one of their own."""
    return label("types", event.type, "group") or "own"


def _day(event: Event) -> date:
    if event.date is None:
        return date.max
    return event.date.start or event.date.end or date.max


def _card(number: int, event: Event, index: Index, cautions: Mapping[str, int], table: ActorTable | None) -> Card:
    return Card(
        number=number,
        id=event.id,
        title=type_title(event),
        code=" / ".join(filter(None, (event.type, ", ".join(event.modes)))),
        link=label("types", event.type, "to") or "to",
        group=_group(event),
        status=event.status,
        layer=event.layer,
        aggregate=event.aggregate,
        certain=event.certain,
        actors=_roles(event.actors, index, table, event),
        no_actor=NO_ACTOR.get(event.type, "actor not stated"),
        recipients=_roles(event.recipients, index, table),
        no_recipient=_no_recipient(event),
        when=_when(event, index),
        where=_where(event, index),
        tolls=tolls(event, index),
        voices=_voices(event, index),
        tellings=tuple(_telling(c, index) for c in sorted(event.claims, key=lambda c: _place(c, index))),
        reports=tuple(sorted(index.number(r) for r in event.reports)),
        because=event.merge.because if len(event.claims) > 1 else (),
        score=f"{event.merge.score:.2f}" if len(event.claims) > 1 else "",
        cautions=tuple(sorted({cautions[c] for c in event.cautions if c in cautions})),
        decisions=tuple(_decision(j) for j in event.judged),
        doubt="" if event.certain else "; ".join(dict.fromkeys(r.rule for c in event.claims for r in c.reasons if r.field == "certain")),
        type=label("types", event.type) or event.type,
        first_day=_iso(event, "start"),
        last_day=_iso(event, "end"),
    )


def _iso(event: Event, side: Literal["start", "end"]) -> str:
    """A bound of the event's date for the page's filter; empty where only publication bounds it."""
    told = event.date is not None and event.date.precision != "bounded"
    value = getattr(event.date, side) if told else None
    return value.isoformat() if value is not None else ""


def _decision(judgement: Judgement) -> str:
    """Say what somebody decided about an event: "accepted by ada on 22 Nov 2026"."""
    what = label("verdicts", judgement.verdict)
    field = f" {judgement.field.replace('_', ' ')}" if judgement.field else ""
    note = f": “{judgement.note}”" if judgement.note else ""
    return f"{what}{field} by {judgement.coder} on {day(judgement.made.date())}{note}"


def _place(claim: Claim, index: Index) -> tuple[bool, int, int]:
    return (claim.heading, index.number(claim.report), claim.act.start)


def _roles(parties: tuple[Party, ...], index: Index, table: ActorTable | None, event: Event | None = None) -> tuple[Role, ...]:
    """Return the parties, each once, with every wording of it that the event rests on; of an event's doers also who names them."""
    mentions: dict[str, list[Party]] = {}
    for party in parties:
        mentions.setdefault(party.id or party.name, []).append(party)
    return tuple(_role(same, index, table, event) for same in mentions.values())


def _role(mentions: list[Party], index: Index, table: ActorTable | None, event: Event | None) -> Role:
    party = mentions[0]
    named = event.named_by(party) if event is not None else ()
    return Role(
        name=party.name,
        kind=label("kinds", party.kind) if party.kind != "unknown" else "",
        note="; ".join(filter(None, ("suspected" if party.suspected else "", f"named by {few(named)}" if named else ""))),
        why=of_party(party, table),
        identified=party.id is not None,
        marks=tuple(dict.fromkeys(index.mark(p.evidence) for p in mentions)),
    )


def _no_recipient(event: Event) -> str:
    if _two_sided(event):
        return ""
    return NO_RECIPIENT.get(event.type, "recipient not stated") if event.type in NEEDS_RECIPIENT else ""


def _when(event: Event, index: Index) -> Value:
    value = event.date
    if value is None:
        return Value("date not stated", "", (), False)
    marks = (index.mark(value.evidence),) if value.evidence else ()
    notes = [precision(value), value.basis if value.precision != "bounded" else ""]
    known = value.precision != "bounded" and bool(value.start or value.end)
    return Value(when(value), "; ".join(filter(None, notes)), marks, known, of_date(value))


def _where(event: Event, index: Index) -> Value:
    if event.place is None:
        return Value("place not stated", "", (), False)
    return Value(place(event.place), place_precision(event.place), (index.mark(event.place.evidence),), why=of_place(event.place))


def _voices(event: Event, index: Index) -> tuple[Voice, ...]:
    found: dict[tuple[str, str], Voice] = {}
    for source in event.sources:
        found.setdefault((source.name, source.stance), _voice(source, index))
    return tuple(found.values())


def _voice(source: Source, index: Index) -> Voice:
    return Voice(
        name=via(source.name, source.chain),
        capacity=label("capacities", source.capacity),
        stance=source.stance,
        stance_words=label("stances", source.stance),
        verb=source.verb,
        mark=index.mark(source.evidence),
    )


def _telling(claim: Claim, index: Index) -> Telling:
    return Telling(claim.status, claim.heading, index.passage(claim.act))
