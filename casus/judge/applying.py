"""Decisions applied to events: rejected ones taken out, values set, missed events added; nothing of the machine's is lost.

They come after merging, so that a decision changes only what it is about. Of two that contradict, the later holds.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from casus.judge.standing import SHARED, Claims, Roster, shared, signed
from casus.judge.values import FIELDS, Plain, Reports, evidence_of, plain_json, read_value
from casus.judge.voicing import with_sources
from casus.merge.group import Group
from casus.merge.reconcile import reconcile
from casus.merge.rulings import DECIDED
from casus.merge.tolls import Told
from casus.model.claim import Claim, Reason
from casus.model.errors import CaseError, CasusError
from casus.model.event import Event
from casus.model.judgement import Judgement

Sentences = Mapping[str, Sequence[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Judged:
    """Events as people left them, those they rejected, and the decisions that are about nothing in the case any more."""

    events: tuple[Event, ...]
    rejected: tuple[Event, ...] = ()
    homeless: tuple[Judgement, ...] = ()


@dataclass(frozen=True, slots=True)
class Texts:
    """What decisions are applied against: the reports, their sentences, and when and by whom each was told."""

    reports: Reports
    sentences: Sentences
    told: Mapping[str, Told]


@dataclass(frozen=True, slots=True)
class _Done:
    """What became of an event by its decisions: as it was, what was decided, what is left of its claims, the outcome."""

    event: Event
    decisions: tuple[Judgement, ...]
    remaining: tuple[Claim, ...]
    outcome: Event
    homeless: tuple[Judgement, ...]

    def holds(self, event: Event, decisions: tuple[Judgement, ...], remaining: tuple[Claim, ...]) -> bool:
        """Whether nothing changed since."""
        return self.event == event and self.decisions == decisions and self.remaining == remaining


Memo = dict[str, _Done]
"""What became of each event the last time, by its id; kept by who applies decisions again and again."""


def judged(
    events: Sequence[Event], judgements: Sequence[Judgement], texts: Texts, roster: Roster | None = None, memo: Memo | None = None
) -> Judged:
    """Apply the decisions that stand (see `standing`) to merged events; `roster` is theirs, `memo` of the last time, if at hand."""
    if not judgements:
        return Judged(tuple(events))
    desk = _Desk(roster or Roster(events), texts, {} if memo is None else memo)
    for judgement in judgements:
        desk.take(judgement)
    return desk.judged()


class _Homes:
    """The key of the event that holds each claim: as the roster has it, unless the claim was added or moved since."""

    def __init__(self, roster: Roster) -> None:
        self._keys = {name: k for k, name in enumerate(roster.rows)}
        self._of, self._moved = roster.home, dict[str, int]()

    def __contains__(self, claim: str) -> bool:
        return claim in self._moved or claim in self._of

    def __getitem__(self, claim: str) -> int:
        return self._moved[claim] if claim in self._moved else self._keys[self._of[claim]]

    def __setitem__(self, claim: str, key: int) -> None:
        self._moved[claim] = key


class _Desk:
    """Events while decisions are applied to them, one after the other."""

    def __init__(self, roster: Roster, texts: Texts, memo: Memo) -> None:
        self.texts, self.memo = texts, memo
        self.events: dict[int, Event] = {k: row.event for k, row in enumerate(roster.rows.values())}
        self.claims = Claims(roster)
        self.home = _Homes(roster)
        self.rejected: dict[str, Judgement] = {}
        self.on: dict[int, list[Judgement]] = {}
        self.homeless: list[Judgement] = []

    def take(self, judgement: Judgement) -> None:
        """Apply one decision; joins and splits of what was read are merging's, of what was added ours."""
        if judgement.verdict == "add":
            self._add(judgement)
        elif judgement.verdict == "join":
            self._join(judgement)
        elif judgement.verdict != "split" and judgement.on:
            self._about(judgement)

    def _about(self, judgement: Judgement) -> None:
        found = self.claims.named(judgement)
        if not found:
            self.homeless.append(judgement)
            return
        if judgement.verdict == "reject":
            self.rejected.update(dict.fromkeys(found, judgement))
        elif judgement.verdict == "accept":
            for claim in found:
                self.rejected.pop(claim, None)
        self.on.setdefault(self.home[next(iter(found))], []).append(judgement)

    def _add(self, judgement: Judgement) -> None:
        try:
            claim = added_claim(judgement, self.texts)
        except CasusError:
            self.homeless.append(judgement)
            return
        same = self._same(claim)
        if same is not None:
            self.on.setdefault(self.home[same.id], []).append(judgement)
            return
        key = max(self.events, default=-1) + 1
        self.events[key] = reconcile(Group((claim,), 1.0, (f"added by {judgement.coder}",)), self.texts.told)
        self.claims.add(claim)
        self.home[claim.id] = key
        self.on[key] = [judgement]

    def _same(self, claim: Claim) -> Claim | None:
        """The claim the machine itself now reads where somebody added one."""
        near = [c for c in self.claims.in_report(claim.report) if c.type == claim.type]
        best = max(near, key=lambda c: (shared(c.act, claim.act), c.id), default=None)
        return best if best is not None and shared(best.act, claim.act) >= SHARED else None

    def _join(self, judgement: Judgement) -> None:
        """Unite two events of which one was added by hand; others are joined when claims are merged."""
        ids = [str(c) for part in json.loads(judgement.value or "[]") for c in part]
        keys = list(dict.fromkeys(self.home[c] for c in ids if c in self.home))
        if len(keys) < 2 or not any(self._is_added(k) for k in keys):
            return
        first, *others = sorted(keys)
        claims = tuple(c for k in (first, *others) for c in self.events[k].claims)
        self.events[first] = reconcile(Group(claims, 1.0, (DECIDED,)), self.texts.told)
        for other in others:
            del self.events[other]
            self.on.setdefault(first, []).extend(self.on.pop(other, []))
        for claim in claims:
            self.home[claim.id] = first

    def _is_added(self, key: int) -> bool:
        return any(j.verdict == "add" for j in self.on.get(key, ()))

    def judged(self) -> Judged:
        """Return the outcome."""
        kept: list[Event] = []
        gone: list[Event] = []
        smaller = {self.home[c] for c in self.rejected}
        touched = self.on.keys() | smaller
        for key, event in self.events.items():
            if key not in touched:
                kept.append(event)
                continue
            decisions = tuple(sorted(self.on.get(key, ()), key=lambda j: j.made))
            remaining = tuple(c for c in event.claims if c.id not in self.rejected) if key in smaller else event.claims
            outcome = self._outcome(event, decisions, remaining)
            (kept if any(not c.heading for c in remaining) or remaining == event.claims else gone).append(outcome)
        return Judged(tuple(kept), tuple(gone), tuple(self.homeless))

    def _outcome(self, event: Event, decisions: tuple[Judgement, ...], remaining: tuple[Claim, ...]) -> Event:
        """The event without the claims that were rejected, and with the values that were set; the very same where nothing changed."""
        done = self.memo.get(event.id)
        if done is None or not done.holds(event, decisions, remaining):
            before, outcome = len(self.homeless), event
            if any(not c.heading for c in remaining) and len(remaining) < len(event.claims):
                left = reconcile(Group(remaining, event.merge.score, event.merge.because), self.texts.told)
                outcome = replace(left, cautions=event.cautions)
            outcome = self._set(outcome, decisions)
            done = self.memo[event.id] = _Done(event, decisions, remaining, outcome, tuple(self.homeless[before:]))
        else:
            self.homeless += done.homeless
        return done.outcome

    def _set(self, event: Event, decisions: tuple[Judgement, ...]) -> Event:
        """The event with every value that somebody set, and certain where somebody accepted or edited it."""
        make: Callable[..., Event] = replace
        for judgement in decisions:
            for field, value in self._values(judgement):
                event = with_sources(event, value) if field == "sources" else make(event, **{field: value})
        vouched = any(j.verdict in {"accept", "edit", "add"} for j in decisions)
        return replace(event, judged=decisions, certain=event.certain or vouched) if decisions else event

    def _values(self, judgement: Judgement) -> list[tuple[str, Any]]:
        """The values a decision sets; one that cannot be understood, or whose words are gone, sets none and has no home."""
        try:
            if judgement.verdict == "edit" and judgement.field is not None:
                return [(judgement.field, read_value(judgement.field, plain_json(judgement), self.texts.reports, by=signed(judgement)))]
            if judgement.verdict == "add":
                return _fields(plain_json(judgement), self.texts.reports, signed(judgement))
        except CasusError:
            self.homeless.append(judgement)
        return []


def _fields(plain: Mapping[str, Plain], reports: Reports, by: str) -> list[tuple[str, Any]]:
    return [(field, read_value(field, plain[field], reports, by=by)) for field in FIELDS if field in plain]


def added_claim(judgement: Judgement, texts: Texts) -> Claim:
    """Return the claim that somebody added. Raises CaseError or GroundingError where it cannot be understood or has no words."""
    plain = plain_json(judgement)
    if not isinstance(plain, Mapping) or "type" not in plain:
        raise CaseError("an added event needs at least its type and the words of its act")
    by = signed(judgement).replace("set by", "added by")
    act = evidence_of("act", plain.get("act"), texts.reports, by)
    values = dict(_fields(plain, texts.reports, by))
    values.setdefault("modes", ())
    values.setdefault("status", "asserted")
    spans = texts.sentences.get(act.report, ())
    sentence = next((k for k, (start, end) in enumerate(spans) if start <= act.start < end), 0)
    make: Callable[..., Claim] = Claim
    return make(report=act.report, sentence=sentence, act=act, reasons=(Reason("act", by),), **values)
