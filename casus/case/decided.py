"""What people decide on a case: one verb for each kind of decision, signed and dated, appended and never overwritten."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from casus.case.kept import Kept
from casus.judge import Signature
from casus.model.errors import CaseError
from casus.model.event import Event
from casus.model.judgement import Judgement
from casus.store import running, shown


class Decided(Kept):
    """A case that people decide on."""

    def accept(self, event: str, *, coder: str, made: datetime | None = None, note: str = "") -> None:
        """Decide that an event is one and its values are right. `coder` says who decides, `made` when (now, if not given).

        Decisions hold when reports are added or read again. This and the next verbs raise CaseError where an event is not in
        the case.
        """
        self.judge(Signature(coder, made, note).accept(self._event(event)))

    def reject(self, event: str, *, coder: str, made: datetime | None = None, note: str = "") -> None:
        """Decide that no such event is told: it is printed no more, until somebody accepts it or the decision is withdrawn."""
        self.judge(Signature(coder, made, note).reject(self._event(event)))

    def edit(self, event: str, field: str, value: Any, *, coder: str, made: datetime | None = None, note: str = "") -> None:
        """Set one value of an event, as JSON with the words it rests on (docs/records.md, Judgements).

        Raises GroundingError where the words are not in the text.
        """
        self.judge(Signature(coder, made, note).edit(self._event(event), field, value, self.texts()))

    def add(self, value: Mapping[str, Any], *, coder: str, made: datetime | None = None, note: str = "") -> None:
        """Add an event that was missed: its `type` and the words of its `act` at least. Raises as `edit` does."""
        self.judge(Signature(coder, made, note).add(value, self.texts()))

    def note(self, event: str, words: str, *, coder: str, made: datetime | None = None) -> None:
        """Write a note to an event; it changes nothing."""
        self.judge(Signature(coder, made, words).remark(self._event(event)))

    def join(self, a: str, b: str, *, coder: str, made: datetime | None = None, note: str = "") -> None:
        """Decide that two events are one occurrence."""
        self.judge(Signature(coder, made, note).join(self._event(a), self._event(b)))

    def split(self, event: str, reports: Sequence[str] = (), *, coder: str, made: datetime | None = None, note: str = "") -> None:
        """Decide that an event is several occurrences: what the given reports tell of it against the rest.

        Without reports, each report tells of an occurrence of its own; within one report, each claim does. Raises CaseError
        where nothing would be left to split.
        """
        self.judge(Signature(coder, made, note).split(self._event(event), reports))

    def withdraw(self, judgement: str, *, coder: str, made: datetime | None = None, note: str = "") -> None:
        """Take back a decision by its id; both stay on record. Raises CaseError where the case holds no such decision."""
        found = next((j for j in self.judgements() if j.id == judgement), None)
        if found is None:
            raise CaseError(f"decision {judgement}: not in {self.path or 'this case'}; `casus judgements export` lists them")
        self.judge(Signature(coder, made, note).withdraw(found))

    def judgements(self, *, since: int = 0) -> tuple[Judgement, ...]:
        """Return every decision ever made, withdrawn ones too, by the time it was made; `since`: but the first so many that were kept."""
        with self._open() as held:
            return tuple(sorted(held.judgements(since), key=lambda j: (j.made, j.id)))

    def judge(self, *judgements: Judgement) -> int:
        """Append decisions, such as another coder's; those the case holds already are left out. Return how many were new."""
        with self._writing() as held:
            new = held.judge(*judgements)
        self._drawn = None
        return new

    def finish(self, report: str, *, coder: str, made: datetime | None = None, note: str = "") -> None:
        """Decide that a report is read in full: what is not coded in it is not there. Recall is counted over such reports."""
        if report not in self.texts().reports:
            raise CaseError(f"report {report}: not in {self.path or 'this case'}")
        self.judge(Signature(coder, made, note).finish(report))

    def _event(self, event: str) -> Event:
        note = running(self.path) if self.path is not None and self._hand_over else None
        seen = shown(note, event) if note is not None else None
        if seen is not None:
            return seen
        picture = self.picture()
        found = next((e for e in (*picture.events, *picture.rejected) if e.id == event), None)
        if found is None:
            raise CaseError(f"event {event}: not in {self.path or 'this case'}; `casus export CASE --to jsonl` lists the ids")
        return found
