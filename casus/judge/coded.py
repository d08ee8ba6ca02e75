"""What people say is there: the machine's events as decisions leave them, true or not, and the events it missed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from casus.judge.applying import Texts, added_claim
from casus.judge.renewed import decided_values
from casus.judge.standing import SHARED, Claims, Roster, shared
from casus.judge.values import Plain
from casus.model.claim import Claim
from casus.model.errors import CasusError
from casus.model.event import Event
from casus.model.judgement import Judgement


@dataclass(slots=True)
class Coded:
    """One event as people decided: whether it is one, and the gists of the values they vouch for; `event` None = missed."""

    event: Event | None
    report: str
    words: str
    real: bool
    values: dict[str, Plain] = field(default_factory=dict)

    @property
    def found(self) -> bool:
        """Whether the machine prints it."""
        return self.event is not None and self.event.certain


def coded(machine: Sequence[Event], decided: Sequence[Judgement], texts: Texts) -> list[Coded]:
    """Return every event that somebody decided on, by the machine's own events; joins, splits and notes say nothing here."""
    return _Sheet(machine, texts).filled(decided)


def finished(decided: Sequence[Judgement]) -> frozenset[str]:
    """Return the reports that somebody read in full."""
    return frozenset(j.subject for j in decided if j.verdict == "accept" and not j.on)


class _Sheet:
    def __init__(self, machine: Sequence[Event], texts: Texts) -> None:
        self.texts = texts
        self.claims = Claims(Roster(machine))
        self.home = {c.id: e for e in machine for c in e.claims}
        self.rows: dict[str, Coded] = {}

    def filled(self, decided: Sequence[Judgement]) -> list[Coded]:
        for judgement in decided:
            if judgement.verdict == "reject":
                for row in self._rows(judgement):
                    row.real = False
            elif judgement.verdict in {"accept", "edit", "add"} and judgement.on:
                for row in self._rows(judgement)[:1]:
                    row.real = True
                    row.values.update(decided_values(judgement, self.texts))
        return list(self.rows.values())

    def _rows(self, judgement: Judgement) -> list[Coded]:
        """The rows a decision is on; one the machine does not tell of is a missed event."""
        found = self.claims.found(judgement) or self._as_added(judgement)
        if not found:
            passage = judgement.on[0]
            row = self.rows.setdefault(passage.claim, Coded(None, passage.act.report, passage.act.words, judgement.verdict != "reject"))
            return [row]
        events = {self.home[c.id].id: self.home[c.id] for c in found}
        return [self.rows.setdefault(e.id, Coded(e, e.claims[0].report, e.claims[0].act.words, True)) for e in events.values()]

    def _as_added(self, judgement: Judgement) -> list[Claim]:
        """The claim the machine now reads itself where somebody added an event."""
        if judgement.verdict != "add":
            return []
        try:
            claim = added_claim(judgement, self.texts)
        except CasusError:
            return []
        return [c for c in self.claims.in_report(claim.report) if c.type == claim.type and shared(c.act, claim.act) >= SHARED][:1]
