"""A case as it is kept: in one file or in memory only; opened for each verb, read into, and drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import BinaryIO

from casus import pipeline
from casus.codebook import Own, read_own
from casus.ingest import Given, ingest
from casus.judge import Texts
from casus.model.errors import InputError
from casus.model.picture import Picture, Reading, Stamp
from casus.model.text import Report
from casus.pipeline import texts_of
from casus.store import CaseFile, Engine, HandedCase, MemoryCase, running

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


class Kept:
    """Reports read so far, kept in one file, or, without a path, in memory only; the ground of `Case`."""

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
        self._memory, self._engine = MemoryCase(), Engine()
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
        with CaseFile(self.path, write=write, engine=self._engine) as file:
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

    def sizes(self) -> tuple[int, int]:
        """Return how many readings and how many decisions were ever kept."""
        with self._open() as held:
            return held.sizes()

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

    def texts(self) -> Texts:
        """Return the reports that a decision's words stand in."""
        return texts_of(self.picture().readings)

    def stale(self) -> int:
        """Return how many reports were read by another Casus, codebook or model; reading them again renews them."""
        with self._open() as held:
            return held.stale(self.tools.stamp)


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
