"""What the pages show, worked out beforehand: an event field by field, with the words of each value and who set it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from casus.brief.cards import type_title
from casus.brief.labels import capital, codes, label
from casus.brief.marks import Mark
from casus.brief.wording import day, few, figure, place, place_precision, precision, via, when
from casus.judge.values import COUNTS
from casus.model.actor import ActorKind, Party
from casus.model.caution import Caution
from casus.model.claim import EVENT_TYPES, Capacity, Layer, Stance, Status
from casus.model.event import Event
from casus.model.judgement import Judgement
from casus.model.when import Precision
from casus.review.desk import Desk
from casus.review.pieces import Paragraph, paragraphs
from casus.review.queue import REASONS, Item, Queue, harmed

LABELS = {
    "type": "What", "modes": "How", "actors": "Who", "recipients": "To whom", "date": "When", "place": "Where",
    "killed": "Killed", "injured": "Injured", "killed_or_injured": "Killed or injured", "captured": "Captured",
    "size": "How many took part", "status": "How certain", "layer": "Told as", "aggregate": "Total", "sources": "Who says so",
}  # fmt: skip
"""The fields in the order of the view, in plain words."""

ALWAYS = ("type", "modes", "actors", "recipients", "date", "place", "killed", "injured", "status")
"""Fields with a row of their own even where nothing is said."""

CHOICES: dict[str, tuple[str, ...]] = {
    "type": EVENT_TYPES,
    "modes": tuple(sorted(codes("modes"), key=lambda code: label("modes", code))),
    "status": get_args(Status),
    "layer": get_args(Layer),
    "kind": get_args(ActorKind),
    "capacity": get_args(Capacity),
    "stance": get_args(Stance),
    "precision": tuple(p for p in get_args(Precision) if p != "bounded"),
}


@dataclass(frozen=True, slots=True)
class Words:
    """Words a value rests on: as they stand, and where; `here` = in the report in view."""

    text: str
    report: str
    start: int
    end: int
    ref: str
    here: bool


@dataclass(frozen=True, slots=True)
class Part:
    """One value of a field: a party, or the one value there is."""

    text: str
    note: str
    words: Words | None


@dataclass(frozen=True, slots=True)
class Row:
    """A field: its values, who set it, and its key on the keyboard ("" = none)."""

    field: str
    label: str
    parts: tuple[Part, ...]
    set_by: str
    key: str

    @property
    def known(self) -> bool:
        """Whether anything is said."""
        return bool(self.parts)


@dataclass(frozen=True, slots=True)
class Voice:
    """A source: who, in which capacity, what it does."""

    name: str
    capacity: str
    stance: str
    words: Words


@dataclass(frozen=True, slots=True)
class Told:
    """A report that tells of the event."""

    id: str
    title: str
    date: str
    here: bool
    passages: tuple[tuple[str, Words], ...]
    """Each claim's id with the words of its act."""


@dataclass(frozen=True, slots=True)
class Twin:
    """An event that may be the same: its line, how much speaks for it, and why."""

    id: str
    line: str
    words: str
    score: str
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A report in view."""

    id: str
    title: str
    publisher: str
    date: str
    source: str
    paragraphs: tuple[Paragraph, ...]
    finished: Judgement | None


@dataclass(frozen=True, slots=True)
class EventView:
    """An event in view, with one of the reports that tell of it."""

    event: Event
    title: str
    line: str
    rejected: bool
    accepted: bool
    rows: tuple[Row, ...]
    more: tuple[str, ...]
    voices: tuple[Voice, ...]
    voiced: str
    reports: tuple[Told, ...]
    twins: tuple[Twin, ...]
    cautions: tuple[Caution, ...]
    reasons: tuple[str, ...]
    decisions: tuple[Judgement, ...]
    sheet: Sheet
    before: str | None
    after: str | None


def event_line(event: Event) -> str:
    """Return who does it to whom in one line."""
    who = few(dict.fromkeys(f"{p.name} (suspected)" if p.suspected else p.name for p in event.actors)) or "Actor not stated"
    whom = few(dict.fromkeys(p.name for p in event.recipients))
    return f"{who} → {whom}" if whom else who


@dataclass(frozen=True, slots=True)
class QueueRow:
    """An event in the queue."""

    id: str
    title: str
    line: str
    when: str
    where: str
    harm: str
    status: str
    state: str
    reasons: tuple[str, ...]
    words: str


def queue_row(item: Item) -> QueueRow:
    """Return an item of the queue as it is shown."""
    event = item.event
    harm = [f"{figure(c)} {label('tolls', n)}" for n in COUNTS if n != "size" and (c := getattr(event, n)) is not None]
    return QueueRow(
        item.id, type_title(event), event_line(event), when(event.date), place(event.place) if event.place else "", "; ".join(harm),
        event.status, item.state, tuple(REASONS[r] for r in item.reasons), event.claims[0].act.words,
    )  # fmt: skip


def event_view(desk: Desk, queue: Queue, event: Event, report: str | None, *, after: str | None) -> EventView:
    """Return an event as it is shown beside a report; the first that tells of it unless another of them is named. `after` is the next."""
    chosen = report if report in event.reports else event.claims[0].report
    item = queue.item(event.id)
    rows = tuple(_rows(desk, event, chosen))
    return EventView(
        event=event,
        title=type_title(event),
        line=event_line(event),
        rejected=event.id in desk.rejected,
        accepted=any(j.verdict == "accept" for j in event.judged),
        rows=rows,
        more=tuple(f for f in LABELS if f not in {"sources", *(r.field for r in rows)}),
        voices=tuple(_voices(desk, event, chosen)),
        voiced=_set_by(event).get("sources", ""),
        reports=tuple(_told(desk, event, r, chosen) for r in event.reports),
        twins=tuple(_twins(desk, event)),
        cautions=tuple(desk.cautions[c] for c in event.cautions if c in desk.cautions),
        reasons=tuple(REASONS[r] for r in item.reasons) if item is not None else (),
        decisions=event.judged,
        sheet=sheet(desk, chosen, event),
        before=queue.before(event.id),
        after=after,
    )


def sheet(desk: Desk, report: str, event: Event | None = None) -> Sheet:
    """Return a report as it is shown, with the words of an event marked."""
    reading = desk.readings[report]
    r = reading.report
    return Sheet(
        r.id, r.title or "", r.publisher or "", day(r.published, weekday=True) if r.published else "", r.source.rpartition("/")[2],
        paragraphs(reading, desk.told_in(report), event), desk.finished(report),
    )  # fmt: skip


def words_of(desk: Desk, evidence_report: str, mark: Mark, chosen: str) -> Words:
    """Return words as they are shown and linked."""
    return Words(mark.words, evidence_report, mark.start, mark.end, mark.ref, evidence_report == chosen)


def _rows(desk: Desk, event: Event, chosen: str) -> Iterator[Row]:
    set_by, key = _set_by(event), 0
    for field, name in LABELS.items():
        if field == "sources":  # they stand in a list of their own
            continue
        parts = tuple(_parts(desk, event, field, chosen))
        if parts or field in ALWAYS or field in set_by:
            key += 1
            yield Row(field, name, parts, set_by.get(field, ""), str(key % 10) if key <= 10 else "")


def _set_by(event: Event) -> dict[str, str]:
    """Who set each field last, and when."""
    return {j.field: f"{j.coder}, {day(j.made.date())}" for j in event.judged if j.verdict == "edit" and j.field}


def _parts(desk: Desk, event: Event, field: str, chosen: str) -> Iterator[Part]:
    if field == "type":
        yield Part(type_title(event), event.type, None)
    elif field == "modes" and event.modes:
        yield Part(", ".join(label("modes", m) for m in event.modes), "", None)
    elif field == "status":
        yield Part(label("statuses", event.status), label("statuses", event.status, "gloss"), None)
    elif field == "layer" and event.layer != "news":
        yield Part(label("layers", event.layer), "", None)
    elif field == "aggregate" and event.aggregate:
        yield Part("a total over many events", "", None)
    elif field in {"actors", "recipients"}:
        yield from (_party(desk, p, chosen) for p in getattr(event, field))
    elif field not in {"modes", "layer", "aggregate"}:
        yield from _single(desk, event, field, chosen)


def _party(desk: Desk, party: Party, chosen: str) -> Part:
    kind = label("kinds", party.kind) if party.kind != "unknown" else ""
    notes = (kind, "suspected" if party.suspected else "", _reason(party.reason) if party.id else "not identified")
    words = words_of(desk, party.evidence.report, desk.index.mark(party.evidence), chosen)
    return Part(party.name, "; ".join(filter(None, notes)), words)


def _reason(rule: str) -> str:
    """A value's reason, unless a person is it: who set a value stands in a tag of its own."""
    return "" if rule.startswith("set by ") else rule


def _single(desk: Desk, event: Event, field: str, chosen: str) -> Iterator[Part]:
    value = getattr(event, field)
    if value is None:
        return
    evidence = value.evidence
    words = None if evidence is None else words_of(desk, evidence.report, desk.index.mark(evidence), chosen)
    if field == "date":
        yield Part(when(value), "; ".join(filter(None, (precision(value), _reason(value.basis)))), words)
    elif field == "place":
        yield Part(place(value), "; ".join(filter(None, (place_precision(value), _reason(value.reason)))), words)
    else:
        yield Part(figure(value), "; ".join(filter(None, (value.who or "", _reason(value.rule)))), words)


def _voices(desk: Desk, event: Event, chosen: str) -> Iterator[Voice]:
    for source in event.sources:
        words = words_of(desk, source.evidence.report, desk.index.mark(source.evidence), chosen)
        yield Voice(via(source.name, source.chain), label("capacities", source.capacity), label("stances", source.stance), words)


def _told(desk: Desk, event: Event, report: str, chosen: str) -> Told:
    r = desk.readings[report].report
    told = tuple((c.id, words_of(desk, report, desk.index.mark(c.act), chosen)) for c in event.claims if c.report == report)
    return Told(r.id, r.title or r.source.rpartition("/")[2], day(r.published) if r.published else "", report == chosen, told)


def _twins(desk: Desk, event: Event) -> Iterator[Twin]:
    for pair in desk.pairs.get(event.id, []):
        other = desk.events[pair.b if pair.a == event.id else pair.a]
        yield Twin(other.id, f"{type_title(other)}: {event_line(other)}", other.claims[0].act.words, f"{pair.score:.2f}", pair.because)


def said(judgement: Judgement) -> str:
    """Say in a few words what a decision did."""
    field = f" {LABELS.get(judgement.field, judgement.field).lower()}" if judgement.field else ""
    if judgement.verdict == "accept" and not judgement.on:
        return "Report marked as read in full"
    return f"{capital(_DONE[judgement.verdict])}{field}"


_DONE = {
    "accept": "accepted", "reject": "rejected", "edit": "set", "add": "event added", "join": "joined", "split": "told apart",
    "note": "note written", "withdraw": "taken back",
}  # fmt: skip

__all__ = ["CHOICES", "LABELS", "EventView", "QueueRow", "Sheet", "event_line", "event_view", "harmed", "queue_row", "said", "sheet"]
