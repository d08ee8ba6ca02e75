"""Decisions made: each with the passages it is on, so that it holds when reports are added or read again."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from casus.judge.applying import Texts, added_claim
from casus.judge.standing import passages
from casus.judge.values import Plain, gist, read_value, refuse_unknown
from casus.model.errors import CaseError
from casus.model.event import Event
from casus.model.judgement import Judgement, Verdict


@dataclass(frozen=True, slots=True)
class Signature:
    """Who decides, when (now, if not given), and why."""

    coder: str
    made: datetime | None = None
    note: str = ""

    def __post_init__(self) -> None:
        if not self.coder.strip():
            raise CaseError("a decision needs the name of who makes it; give one with --coder")

    def _sign(self, event: Event, verdict: Verdict, field: str | None = None, value: str | None = None) -> Judgement:
        return Judgement(event.id, verdict, self.coder, self.when(), field, value, self.note, passages(event.claims))

    def when(self) -> datetime:
        """Return the time of the decision, in UTC."""
        return (self.made or datetime.now(UTC)).astimezone(UTC)

    def accept(self, event: Event) -> Judgement:
        """The event is one, and its values are right as they stand."""
        return self._sign(event, "accept", None, _text(gist(event)))

    def reject(self, event: Event) -> Judgement:
        """No such event is told."""
        return self._sign(event, "reject")

    def remark(self, event: Event) -> Judgement:
        """A note, which changes nothing. Raises CaseError where it says nothing."""
        if not self.note.strip():
            raise CaseError("a note needs words")
        return self._sign(event, "note")

    def edit(self, event: Event, field: str, value: Plain, texts: Texts) -> Judgement:
        """One value of the event. Raises CaseError or GroundingError where it is none or its words are not in the text."""
        refuse_unknown(field, value)
        read_value(field, value, texts.reports, by="")
        return self._sign(event, "edit", field, _text(value))

    def add(self, value: Mapping[str, Plain], texts: Texts) -> Judgement:
        """An event that was missed: `act` and `type` at least. Raises CaseError or GroundingError as `edit` does."""
        act = value.get("act")
        for field, part in value.items():
            refuse_unknown(field, part)
        report = str(act.get("report")) if isinstance(act, Mapping) else ""
        judgement = Judgement(report, "add", self.coder, self.when(), None, _text(dict(value)), self.note)
        return replace(judgement, on=passages((added_claim(judgement, texts),)))

    def join(self, a: Event, b: Event) -> Judgement:
        """Two events are one occurrence."""
        parts = [[c.id for c in e.claims] for e in (a, b)]
        return Judgement(a.id, "join", self.coder, self.when(), None, _text(parts), self.note, passages((*a.claims, *b.claims)))

    def part(self, a: Event, b: Event) -> Judgement:
        """Two events are not one occurrence."""
        parts = [[c.id for c in e.claims] for e in (a, b)]
        return Judgement(a.id, "split", self.coder, self.when(), None, _text(parts), self.note, passages((*a.claims, *b.claims)))

    def split(self, event: Event, reports: Sequence[str] = ()) -> Judgement:
        """An event is several occurrences (see `parts_of`). Raises CaseError where nothing would be left to split."""
        parts = parts_of(event, reports)
        if len(parts) < 2:
            raise CaseError(f"event {event.id}: told by one claim only, or all or none of it is named; nothing to split")
        return self._sign(event, "split", None, _text(parts))

    def finish(self, report: str) -> Judgement:
        """The report is read in full: what is not coded in it is not there."""
        return Judgement(report, "accept", self.coder, self.when(), None, None, self.note)

    def withdraw(self, judgement: Judgement) -> Judgement:
        """Take back a decision. Both stay on record."""
        return Judgement(judgement.id, "withdraw", self.coder, self.when(), None, None, self.note)


def parts_of(event: Event, reports: Sequence[str]) -> list[list[str]]:
    """The ids of an event's claims in the parts it is split into; reports by id or by how their id begins, single claims by id.

    Without reports each report's claims are a part, and within one report each claim.
    """
    of: dict[str, list[str]] = {}
    for claim in event.claims:
        named = any(r in {claim.report, claim.id} or claim.report.removeprefix("sha256:").startswith(r) for r in reports)
        key = str(named) if reports else claim.report
        of.setdefault(key, []).append(claim.id)
    if not reports and len(of) == 1:
        return [[claim.id] for claim in event.claims]
    return list(of.values())


def _text(value: Plain) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
