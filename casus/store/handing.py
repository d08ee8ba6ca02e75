"""Handing work over: a case that a running workbench keeps. What is written goes to the workbench, which keeps it and shows it at once."""

from __future__ import annotations

from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.parse import quote

from casus.codebook.own import Own
from casus.judge import written
from casus.model.errors import CaseError
from casus.model.event import Event
from casus.model.judgement import Judgement
from casus.model.picture import Reading, Stamp
from casus.model.text import Report
from casus.store.casefile import CaseFile
from casus.store.codec import decode, encode
from casus.store.note import Note, asked

PATIENCE = 120.0
"""Seconds for the workbench to keep something: a join in a large case merges all of it anew."""


class HandedCase:
    """The verbs by which a case file is written, done by the workbench of `note`.

    Raises CaseError where the workbench cannot keep what it is given: it says why, or it was stopped meanwhile.
    """

    def __init__(self, path: Path, note: Note) -> None:
        self.path, self._note = path, note
        with CaseFile(path) as file:
            self._known, self._own, self._judged = file.known(), file.codebook(), file.judgements()

    def _ask(self, path: str, body: bytes) -> dict[str, Any]:
        try:
            return asked(self._note, "POST", f"/api/handed/{path}", body, timeout=PATIENCE)
        except (OSError, HTTPException, ValueError) as error:
            again = "what it kept before is kept; give the same command again"
            raise CaseError(f"{self.path}: {self._note.name} was to write this and does not answer any more; {again}") from error

    def knows(self, report: Report, stamp: Stamp) -> bool:
        """Whether the current reading of this report was made by `stamp` and need not be made again."""
        if self._note.stamp != stamp:
            raise CaseError(f"{self.path}: {self._note.name} runs with another codebook or model; {_START_ANEW}")
        made_by, held = self._known.get(report.id, (None, ("", "")))
        return made_by == stamp and held <= (report.source, report.raw_sha256)

    def append(self, reading: Reading, stamp: Stamp) -> bool:
        """Add a reading made by `stamp`; False, and no change, where the case knows it already."""
        if self.knows(reading.report, stamp):
            return False
        answer = self._ask("reading", f"{encode(stamp)}\n{encode(reading)}".encode())
        self._known[reading.report.id] = stamp, (reading.report.source, reading.report.raw_sha256)
        return bool(answer["new"])

    def codebook(self) -> Own | None:
        """The user's codebook kept with the case."""
        return self._own

    def keep_codebook(self, own: Own) -> None:
        """Nothing to do for the codebook that is kept; CaseError for another, which the workbench would not know."""
        if self._own is None or self._own.files != own.files:
            raise CaseError(f"{self.path}: {self._note.name} runs with another codebook than {own.folder}; {_START_ANEW}")

    def judge(self, *judgements: Judgement) -> int:
        """Append decisions, all or none, except those that are there already; return how many were new."""
        known = {j.id for j in self._judged}
        new = [j for j in {j.id: j for j in judgements}.values() if j.id not in known]
        if new:
            self._ask("judgements", b"".join(written(new)))
        return len(new)

    def judgements(self) -> list[Judgement]:
        """Every decision, in the order they were appended."""
        return self._judged


def shown(note: Note, event: str) -> Event | None:
    """Return an event as the workbench of `note` shows it: it need not be drawn again. None where it does not show it."""
    try:
        answer = asked(note, "GET", f"/api/handed/event/{quote(event, safe='')}", timeout=PATIENCE)
        return decode(Event, answer["event"]) if answer.get("event") else None
    except (OSError, HTTPException, ValueError, TypeError, KeyError, AttributeError, CaseError):
        return None


_START_ANEW = "stop it (Ctrl-C there), give this command again, then start the workbench anew"
