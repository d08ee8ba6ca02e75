"""Case: the one face of Casus in Python, with one method per verb of the command line.

>>> case = casus.Case("valley.casus")  # doctest: +SKIP
>>> case.read("reports/")              # doctest: +SKIP
>>> case.events().to_pandas()          # doctest: +SKIP
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import BinaryIO

from casus import pipeline
from casus.codebook import Own, read_own
from casus.export import (
    Records,
    claim_records,
    event_records,
    exporter,
    listed_claims,
    listed_events,
    records,
    render,
    write_whole,
)
from casus.export.parts import Record
from casus.ingest import Given, ingest, report_from_text
from casus.model.caution import Caution
from casus.model.claim import Claim
from casus.model.errors import CaseError, InputError
from casus.model.event import Event
from casus.model.judgement import Judgement
from casus.model.picture import Picture
from casus.model.text import Report
from casus.store import CaseFile, MemoryCase

Inputs = str | Path | Iterable[str | Path]
Watch = Callable[[Report | InputError], None]


@dataclass(frozen=True, slots=True)
class Added:
    """What one `read` did: reports added, reports the case knew already, and inputs that could not be used."""

    added: int
    known: int
    failed: tuple[InputError, ...]


def day_of(published: str | date | None) -> date | None:
    """Return the day of publication as given (YYYY-MM-DD). Raises InputError for anything else."""
    if not isinstance(published, str):
        return published
    try:
        return date.fromisoformat(published)
    except ValueError as error:
        raise InputError(f"published {published!r}", "this is not a day", "write it as YYYY-MM-DD") from error


MEASURED = {
    "ewt_upos": "Kinds of words right (UD English EWT, test)",
    "ewt_las": "Sentence structure right, LAS (UD English EWT, test)",
    "gum_news_las": "Sentence structure right in news, LAS (UD English GUM, news, test)",
    "ewt_names_f1": "Names of people, bodies and places found, F1 (Universal NER English EWT, test)",
}
"""Scores of the reader's model card that a page shows, in its order, in plain words."""


class Case:
    """Reports read so far, and what they tell; kept in one file, or, without a path, in memory only.

    The file is opened for each verb and closed after it. Every verb raises CaseError where the file cannot be used.
    `codebook` is the folder of a codebook of one's own; it is kept with the case at the next `read`, and a case that has
    one uses it wherever none is given. Raises CodebookError where the folder is none.
    """

    def __init__(
        self, path: str | Path | None = None, *, codebook: str | Path | None = None, tools: pipeline.Tools | None = None
    ) -> None:
        self.path = None if path is None else Path(path)
        self._own = None if codebook is None else read_own(Path(codebook))
        self._tools = tools
        self._memory = MemoryCase()
        self._drawn: tuple[int, Picture] | None = None

    @property
    def tools(self) -> pipeline.Tools:
        """The reader, codebook and tables; loaded at first use."""
        if self._tools is None:
            own = self._own or self.kept_codebook()
            self._tools = load_tools(codebook=own) if own is not None else load_tools()
        return self._tools

    def kept_codebook(self) -> Own | None:
        """Return the codebook of the user's own that the case was read with; None for the shipped one alone."""
        if self.path is None or not self.path.exists():
            return None
        with self._open() as held:
            return held.codebook()

    def read(
        self,
        inputs: Inputs,
        *,
        published: str | date | None = None,
        publisher: str | None = None,
        url: str | None = None,
        stdin: BinaryIO | None = None,
        watch: Watch | None = None,
    ) -> Added:
        """Add reports from files, folders, patterns or `-`. What the case knows already is left as it is.

        An input that cannot be used is listed in the result, and the rest goes on. `watch` is called with every report
        once it is kept, and with every failure. Each report is kept as soon as it is read: a run cut off goes on where
        it stopped.
        """
        given = Given(published=day_of(published), publisher=publisher, url=url)
        named = [str(i) for i in ([inputs] if isinstance(inputs, str | Path) else inputs)]
        tools, self._drawn = self.tools, None
        with self._open(write=True) as held:
            if self._own is not None and held.codebook() != self._own:
                held.keep_codebook(self._own)
            return _add(held, ingest(named, given=given, stdin=stdin), tools, watch or (lambda _: None))

    @contextmanager
    def _open(self, *, write: bool = False) -> Iterator[CaseFile | MemoryCase]:
        if self.path is None:
            yield self._memory
            return
        with CaseFile(self.path, write=write) as file:
            yield file

    def picture(self) -> Picture:
        """Return all that the case tells: claims folded into events, with cautions; drawn anew when the case grew."""
        with self._open() as held:
            edition = held.edition()
            if self._drawn is None or self._drawn[0] != edition:
                self._drawn = edition, pipeline.draw(held.readings(), self.tools, held.judgements())
        return self._drawn[1]

    def join(self, a: str, b: str, *, coder: str, made: datetime | None = None, note: str = "") -> None:
        """Decide that two events are one occurrence; it holds when reports are added or read again.

        `coder` says who decides, `made` when (now, if not given). Raises CaseError where an event is not in the case.
        """
        parts = [[c.id for c in self._event(e).claims] for e in (a, b)]
        self._decide(Judgement(a, "join", coder, made or datetime.now(UTC), None, json.dumps(parts), note))

    def split(self, event: str, reports: Sequence[str] = (), *, coder: str, made: datetime | None = None, note: str = "") -> None:
        """Decide that an event is several occurrences: what the given reports tell of it against the rest.

        Without reports, each report tells of an occurrence of its own; within one report, each claim does. Raises CaseError
        where the event is not in the case or nothing would be left to split.
        """
        parts = _parts(self._event(event), reports)
        if len(parts) < 2:
            raise CaseError(f"event {event}: told by one claim only, or by none of these reports; nothing to split")
        self._decide(Judgement(event, "split", coder, made or datetime.now(UTC), None, json.dumps(parts), note))

    def _event(self, event: str) -> Event:
        found = next((e for e in self.picture().events if e.id == event), None)
        if found is None:
            raise CaseError(f"event {event}: not in {self.path or 'this case'}; `casus export CASE --to jsonl` lists the ids")
        return found

    def _decide(self, judgement: Judgement) -> None:
        with self._open(write=True) as held:
            held.judge(judgement)
        self._drawn = None

    def stale(self) -> int:
        """Return how many reports were read by another Casus, codebook or model; reading them again renews them."""
        with self._open() as held:
            return held.stale(self.tools.stamp)

    def events(self, *, low: bool = False) -> Records[Event]:
        """Return the events; `low` adds those that only a weak key supports."""
        picture = self.picture()
        return Records(listed_events(picture, low=low), event_records(picture, low=low), "events")

    def claims(self, *, low: bool = False) -> Records[Claim]:
        """Return the claims; `low` as for events."""
        picture = self.picture()
        return Records(listed_claims(picture, low=low), claim_records(picture, low=low), "claims")

    def records(self, kind: str = "events", *, low: bool = False) -> list[Record]:
        """Return the records of one kind (see docs/records.md). Raises ExportError for an unknown kind."""
        return records(self.picture(), kind, low=low)

    def check(self) -> tuple[Caution, ...]:
        """Return only the cautions: what a careful reader would flag."""
        return self.picture().cautions

    def export(self, to: str, path: str | Path, *, kind: str = "events", low: bool = False, text: bool = True) -> None:
        """Write the records of one kind in one format; whole or not at all.

        Without `text`, the reports' full text is left out. Raises ExportError for an unknown format or kind, or where
        the file cannot be written.
        """
        exporter(to, kind)
        write_whole(Path(path), render(self.picture(), to, kind=kind, low=low, text=text))

    def brief(self, path: str | Path) -> None:
        """Write the self-contained page. Raises ExportError where it cannot be written."""
        from casus.brief import page

        scores = self.tools.reader.card.scores
        measured = {label: f"{scores[name]:.1f}%" for name, label in MEASURED.items() if name in scores}
        write_whole(Path(path), [page(self.picture(), measured=measured).encode("utf-8", "replace")])


def _parts(event: Event, reports: Sequence[str]) -> list[list[str]]:
    """The ids of an event's claims in the parts it is split into; reports by id or by how their id begins."""
    of: dict[str, list[str]] = {}
    for claim in event.claims:
        named = any(claim.report == r or claim.report.removeprefix("sha256:").startswith(r) for r in reports)
        key = str(named) if reports else claim.report
        of.setdefault(key, []).append(claim.id)
    if not reports and len(of) == 1:
        return [[claim.id] for claim in event.claims]
    return list(of.values())


def _add(held: CaseFile | MemoryCase, found: Iterable[Report | InputError], tools: pipeline.Tools, watch: Watch) -> Added:
    """Read each report and keep it at once."""
    added, known, failed = 0, 0, list[InputError]()
    for report in found:
        if isinstance(report, InputError):
            failed.append(report)
        elif held.knows(report, tools.stamp):
            known += 1
        else:
            held.append(pipeline.read_report(report, tools), tools.stamp)
            added += 1
        watch(report)
    return Added(added, known, tuple(sorted(failed, key=str)))


@cache
def load_tools(*, codebook: Own | None = None) -> pipeline.Tools:
    """Return the tools of the shipped model and codebook, with a user's own; loaded once per process."""
    return pipeline.Tools.load(codebook=codebook)


def code(
    text: str,
    *,
    published: str | date | None = None,
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    low: bool = False,
    codebook: str | Path | None = None,
) -> list[Event]:
    """Return the events of one text; `low` adds those that only a weak key supports; `codebook` is a folder of one's own.

    `published` (YYYY-MM-DD) is what "on Tuesday" counts from; without it relative days stay unknown. Raises InputError
    where the text is empty or not English.
    """
    day, tools = day_of(published), load_tools(codebook=read_own(Path(codebook)) if codebook is not None else None)
    report = report_from_text(text, published=day, title=title, publisher=publisher, url=url)
    return listed_events(pipeline.draw([pipeline.read_report(report, tools)], tools), low=low)
