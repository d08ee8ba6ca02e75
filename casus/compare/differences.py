"""The differences between two cases, as objects and as JSON records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from casus.compare.causes import Causes, Why
from casus.compare.fields import values_of
from casus.compare.held import Held
from casus.compare.matching import Matched, match, same_reports
from casus.export.events import event_order
from casus.model.event import Event
from casus.model.text import Report


@dataclass(frozen=True, slots=True)
class Changed:
    """One field that differs: its value in A and in B, and why."""

    field: str
    a: Any
    b: Any
    why: tuple[Why, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A report or an event that is not the same in both cases.

    `change`: added or removed (seen from A), changed; for a report `text` (another text in its place); for an event also split (B tells
    apart what A has as one) and joined (B has as one what A tells apart), with the ids of the `others`.
    """

    kind: str
    change: str
    a: Event | Report | None
    b: Event | Report | None
    fields: tuple[Changed, ...] = ()
    why: tuple[Why, ...] = ()
    others: tuple[str, ...] = ()

    @property
    def shown(self) -> Event | Report:
        """The event or report as B has it, or A where B has none."""
        found = self.b if self.b is not None else self.a
        if found is None:
            raise ValueError("a difference is about something")
        return found

    def record(self) -> dict[str, Any]:
        """Return it as one JSON record; every key is always there."""
        shown = self.shown
        head: dict[str, Any] = {
            "kind": self.kind, "change": self.change, "a": self.a.id if self.a else None, "b": self.b.id if self.b else None,
            "title": None, "type": None, "act": None,
        }  # fmt: skip
        if isinstance(shown, Event):
            act = _lead(shown)
            head |= {"type": shown.type, "act": {"report": act.report, "start": act.start, "end": act.end, "words": act.words}}
        else:
            head["title"] = shown.title
        return head | {
            "fields": [{"field": f.field, "a": f.a, "b": f.b, "why": _whys(f.why)} for f in self.fields],
            "why": _whys(self.why),
            "others": list(self.others),
        }


def _lead(event: Event) -> Any:
    return next((c for c in event.claims if not c.heading), event.claims[0]).act


def _whys(whys: Sequence[Why]) -> list[dict[str, str]]:
    return [{"cause": why.cause, "detail": why.detail} for why in whys]


def compare(a: Held, b: Held, *, low: bool = False) -> tuple[Difference, ...]:
    """Everything that differs: reports first, then events in record order. `low` adds events that both sides hold as uncertain only."""
    reports = same_reports(a.reports(), b.reports())
    causes = Causes(a, b, reports)
    matched = match(a.picture.events, b.picture.events, reports)
    events = [*_pairs(matched, causes, low=low), *_alone(matched, causes, low=low)]
    events.sort(key=lambda d: (event_order(d.shown), d.change) if isinstance(d.shown, Event) else (("", "", ""), ""))
    return (*_reports(a, b, reports), *events)


def _reports(a: Held, b: Held, reports: dict[str, str]) -> Iterator[Difference]:
    in_a, in_b = a.reports(), b.reports()
    for id_, report in sorted(in_a.items()):
        there = reports.get(id_)
        if there is None:
            yield Difference("report", "removed", report, None)
        elif there != id_:
            yield Difference("report", "text", report, in_b[there])
    for id_, report in sorted(in_b.items()):
        if id_ not in reports.values():
            yield Difference("report", "added", None, report)


def _pairs(matched: Matched, causes: Causes, *, low: bool) -> Iterator[Difference]:
    """Events in both cases of which a field differs."""
    for a, b in matched.pairs:
        if not (low or a.certain or b.certain):
            continue
        one, other = values_of(a), values_of(b)
        fields = tuple(Changed(name, one[name], other[name], causes.of(a, b, name)) for name in one if one[name] != other[name])
        if fields:
            yield Difference("event", "changed", a, b, fields)


def _alone(matched: Matched, causes: Causes, *, low: bool) -> Iterator[Difference]:
    """Events that only one case has; where their passages stand in another event there, that was split or joined."""
    for event in matched.only_a:
        others = matched.shared.get(f"a {event.id}", ())
        if low or event.certain:
            yield Difference("event", "joined" if others else "removed", event, None, (), causes.of(event, None), others)
    for event in matched.only_b:
        others = matched.shared.get(f"b {event.id}", ())
        if low or event.certain:
            yield Difference("event", "split" if others else "added", None, event, (), causes.of(None, event), others)
