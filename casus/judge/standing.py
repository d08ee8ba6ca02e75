"""Which decisions stand, and where: the order in which they were made, those withdrawn, and the passages found again.

A passage is found by the id of its claim, and after an upgrade, which may give it another, by its words: a claim of the same
type that shares most of them, else one of another type with the very same words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from casus.model.claim import Claim
from casus.model.event import Event
from casus.model.judgement import Judgement, Passage
from casus.model.text import Evidence

SHARED = 0.5
"""The least share of the longer of two acts' words that both have in common."""


def standing(judgements: Iterable[Judgement], *, coders: Iterable[str] | None = None) -> tuple[Judgement, ...]:
    """Return the decisions that hold, by the time they were made, each once; of some coders only, if they are named."""
    wanted = None if coders is None else frozenset(coders)
    unique = {j.id: j for j in judgements if wanted is None or j.coder in wanted}
    withdrawn = {j.subject for j in unique.values() if j.verdict == "withdraw"}
    return tuple(sorted((j for name, j in unique.items() if j.verdict != "withdraw" and name not in withdrawn), key=lambda j: j.made))


@dataclass(frozen=True, slots=True)
class Row:
    """An event with the ids of its claims and of its reports."""

    event: Event
    claims: tuple[str, ...]
    reports: tuple[str, ...]


class Roster:
    """Events with their claims, the claims' homes, and reports; what an earlier roster knows of the very same event is taken over."""

    def __init__(self, events: Iterable[Event], before: Roster | None = None) -> None:
        known = before.rows if before is not None else {}
        self.rows: dict[str, Row] = {
            e.id: row if (row := known.get(e.id)) is not None and row.event is e else _row(e) for e in events
        }  # fmt: skip
        self.claims: dict[str, Claim] = dict(before.claims) if before is not None else {}
        self.home: dict[str, str] = dict(before.home) if before is not None else {}
        self._told: dict[str, set[str]] = before._told if before is not None else {}
        for name, row in [(n, r) for n, r in known.items() if self.rows.get(n) is not r]:
            for claim in row.claims:
                self.claims.pop(claim, None)
                self.home.pop(claim, None)
            for report in row.reports:
                self._told[report].discard(name)
        for name, row in [(n, r) for n, r in self.rows.items() if known.get(n) is not r]:
            self.claims.update(zip(row.claims, row.event.claims, strict=True))
            self.home.update(dict.fromkeys(row.claims, name))
            for report in row.reports:
                self._told.setdefault(report, set()).add(name)

    def told_in(self, report: str) -> list[Event]:
        """Return the events that a report tells of, as it tells of them."""
        found = [self.rows[name].event for name in self._told.get(report, ())]
        return sorted(found, key=lambda e: (min(c.act.start for c in e.claims if c.report == report), e.id))


def _row(event: Event) -> Row:
    return Row(event, tuple(c.id for c in event.claims), event.reports)


class Claims:
    """The claims of a case, by id and by the words of their acts."""

    def __init__(self, roster: Roster) -> None:
        self._by_id = dict(roster.claims)
        self._of_reports: dict[str, list[Claim]] | None = None

    def add(self, claim: Claim) -> None:
        """Take in one more claim."""
        self._by_id.setdefault(claim.id, claim)
        self._by_report.setdefault(claim.report, []).append(claim)

    @property
    def _by_report(self) -> dict[str, list[Claim]]:
        """Worked out only where a passage is not found by its id."""
        if self._of_reports is None:
            self._of_reports = {}
            for claim in self._by_id.values():
                self._of_reports.setdefault(claim.report, []).append(claim)
        return self._of_reports

    def find(self, passage: Passage) -> Claim | None:
        """Return the claim that a passage is today; None where no claim tells of it any more."""
        if passage.claim in self._by_id:
            return self._by_id[passage.claim]
        near = [(share, c) for c in self._by_report.get(passage.act.report, ()) if (share := shared(c.act, passage.act)) >= SHARED]
        fitting = [(share, c) for share, c in near if c.type == passage.type]
        fitting = fitting or [(share, c) for share, c in near if c.act.words == passage.act.words]
        return min(fitting, key=lambda f: (-f[0], f[1].act.start, f[1].id))[1] if fitting else None

    def in_report(self, report: str) -> Sequence[Claim]:
        """Return the claims of one report."""
        return self._by_report.get(report, ())

    def found(self, judgement: Judgement) -> list[Claim]:
        """Return the claims that a decision is on, as far as they are still told."""
        return list(self.named(judgement).values())

    def named(self, judgement: Judgement) -> dict[str, Claim]:
        """Return the claims that a decision is on, by their ids."""
        known = self._by_id
        return {p.claim if p.claim in known else c.id: c for p in judgement.on if (c := self.find(p)) is not None}


def shared(a: Evidence, b: Evidence) -> float:
    """Return how much of the longer of two passages of one report both have in common."""
    if a.report != b.report:
        return 0.0
    common = min(a.end, b.end) - max(a.start, b.start)
    return max(common, 0) / max(a.end - a.start, b.end - b.start)


def passages(claims: Sequence[Claim]) -> tuple[Passage, ...]:
    """Return claims as a decision names them."""
    return tuple(Passage(c.id, c.type, c.act.as_field("act", "")) for c in claims)


def signed(judgement: Judgement) -> str:
    """Say who decided and when: "set by ada on 2026-11-22"."""
    return f"set by {judgement.coder} on {judgement.made.date().isoformat()}"
