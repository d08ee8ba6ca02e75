"""Case: the one face of Casus in Python, with one method per verb of the command line.

>>> case = casus.Case("valley.casus")  # doctest: +SKIP
>>> case.read("reports/")              # doctest: +SKIP
>>> case.events().to_pandas()          # doctest: +SKIP
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from casus import pipeline
from casus.codebook import Own, read_own
from casus.compare import Difference, Held, compare
from casus.export import (
    Records,
    claim_records,
    event_records,
    exporter,
    listed_claims,
    listed_events,
    nobody,
    records,
    render,
    write_whole,
)
from casus.export.parts import Record
from casus.ingest import Given, ingest, report_from_text
from casus.judge import Agreement, Evaluation, Renewed, Signature, Texts, agreement, evaluate, renewed, standing
from casus.model.caution import Caution
from casus.model.claim import Claim
from casus.model.errors import CaseError, InputError
from casus.model.event import Event
from casus.model.judgement import Judgement
from casus.model.picture import Picture, Reading, Stamp
from casus.model.text import Report
from casus.pipeline import texts_of
from casus.store import CaseFile, HandedCase, MemoryCase, running, shown

if TYPE_CHECKING:
    from casus.teach import Suggested

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

    The file is opened for each verb and closed after it. Every verb raises CaseError where the file cannot be used. Where a workbench
    runs on the case, what is to be written is handed to it, unless `hand_over` is off.
    `codebook` is the folder of a codebook of one's own; it is kept with the case at the next `read`, and a case that has
    one uses it wherever none is given. Raises CodebookError where the folder is none.
    """

    def __init__(
        self,
        path: str | Path | None = None,
        *,
        codebook: str | Path | None = None,
        tools: pipeline.Tools | None = None,
        hand_over: bool = True,
    ) -> None:
        self.path = None if path is None else Path(path)
        self._hand_over = hand_over
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
        with self._writing() as held:
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

    @contextmanager
    def _writing(self) -> Iterator[CaseFile | MemoryCase | HandedCase]:
        """Open the case to write to it, or the workbench that runs on it."""
        note = running(self.path) if self.path is not None and self._hand_over else None
        if self.path is not None and note is not None:
            yield HandedCase(self.path, note)
            return
        with self._open(write=True) as held:
            yield held

    def keep(self, reading: Reading, stamp: Stamp) -> bool:
        """Append a reading that was made elsewhere; False where the case knows it already."""
        with self._writing() as held:
            return held.append(reading, stamp)

    def readings(self) -> tuple[Reading, ...]:
        """Return the current reading of every report, by its id."""
        with self._open() as held:
            return tuple(held.readings())

    def mark(self) -> tuple[int, int]:
        """Return what tells a case that was written to from one that was not: when last, and its size in bytes."""
        if self.path is None:
            return self._memory.edition(), len(self._memory.judgements())
        state = self.path.stat()
        return state.st_mtime_ns, state.st_size

    def picture(self) -> Picture:
        """Return all that the case tells: claims folded into events, with cautions; drawn anew when the case grew."""
        with self._open() as held:
            edition = held.edition()
            if self._drawn is None or self._drawn[0] != edition:
                self._drawn = edition, pipeline.draw(held.readings(), self.tools, held.judgements())
        return self._drawn[1]

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

    def judgements(self) -> tuple[Judgement, ...]:
        """Return every decision ever made, withdrawn ones too, by the time it was made."""
        with self._open() as held:
            return tuple(sorted(held.judgements(), key=lambda j: (j.made, j.id)))

    def judge(self, *judgements: Judgement) -> int:
        """Append decisions, such as another coder's; those the case holds already are left out. Return how many were new."""
        with self._writing() as held:
            known = {j.id for j in held.judgements()}
            new = [j for j in {j.id: j for j in judgements}.values() if j.id not in known]
            held.judge(*new)
        self._drawn = None
        return len(new)

    def finish(self, report: str, *, coder: str, made: datetime | None = None, note: str = "") -> None:
        """Decide that a report is read in full: what is not coded in it is not there. Recall is counted over such reports."""
        if report not in self.texts().reports:
            raise CaseError(f"report {report}: not in {self.path or 'this case'}")
        self.judge(Signature(coder, made, note).finish(report))

    def machine(self) -> Picture:
        """Return the picture as the machine alone draws it: no decision is obeyed."""
        return pipeline.draw(self.readings(), self.tools)

    def evaluate(self, *, coder: str | None = None) -> Evaluation:
        """Compare the machine's own events with what people, or one of them, decided."""
        machine, decided = self.machine(), standing(self.judgements(), coders=None if coder is None else [coder])
        return evaluate(machine.events, decided, texts_of(machine.readings))

    def agreement(self) -> Agreement:
        """Compare the coders of the case by the events that at least two of them decided on."""
        machine = self.machine()
        return agreement(machine.events, self.judgements(), texts_of(machine.readings))

    def renewed(self) -> list[Renewed]:
        """Return what became of each decision: whether the machine, as it reads today, agrees with it by itself."""
        machine = self.machine()
        return list(renewed(machine.events, standing(self.judgements()), texts_of(machine.readings)))

    def suggestions(self, own: Own | None = None) -> list[Suggested]:
        """Return what decisions suggest for a codebook of one's own; `own` is the one to add to. Nothing is written."""
        from casus.teach import suggestions

        return suggestions(standing(self.judgements()), self.texts(), self.tools, own)

    def texts(self) -> Texts:
        """Return the reports that a decision's words stand in."""
        return texts_of(self.picture().readings)

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

    def export(
        self,
        to: str,
        path: str | Path,
        *,
        kind: str = "events",
        low: bool = False,
        text: bool = True,
        tell: Callable[[str], None] = nobody,
    ) -> None:
        """Write the records of one kind in one format; whole or not at all.

        Without `text`, the reports' full text is left out. `tell` takes one line about what the format cannot hold.
        Raises ExportError for an unknown format or kind, or where the file cannot be written.
        """
        exporter(to, kind)
        write_whole(Path(path), render(self.picture(), to, kind=kind, low=low, text=text, tell=tell))

    def diff(self, other: Case, *, low: bool = False) -> tuple[Difference, ...]:
        """Return what is not the same in another case: reports, and events field by field, each with why.

        `low` adds events that only a weak key supports. Raises CaseError where a case file is not there.
        """
        return compare(self._held_for_diff(), other._held_for_diff(), low=low)

    def _held_for_diff(self) -> Held:
        picture = self.picture()
        with self._open() as held:
            return Held(picture, held.stamps(), tuple(held.judgements()))

    def brief(self, path: str | Path, *, text: bool = True) -> None:
        """Write the self-contained page; without `text`, short quotations only. Raises ExportError where it cannot be written."""
        from casus.brief import page

        scores = self.tools.reader.card.scores
        measured = {label: f"{scores[name]:.1f}%" for name, label in MEASURED.items() if name in scores}
        html = page(self.picture(), measured=measured, text=text, actors=self.tools.book.actors)
        write_whole(Path(path), [html.encode("utf-8", "replace")])


def _add(held: CaseFile | MemoryCase | HandedCase, found: Iterable[Report | InputError], tools: pipeline.Tools, watch: Watch) -> Added:
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
