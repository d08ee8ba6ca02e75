"""The face of a case: what it tells as records, files and a page; and the events of one text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from casus import pipeline
from casus.case.kept import day_of, load_tools
from casus.case.weighed import Weighed
from casus.codebook import read_own
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
from casus.ingest import report_from_text
from casus.model.caution import Caution
from casus.model.claim import Claim
from casus.model.event import Event

MEASURED = {
    "ewt_upos": "Kinds of words right (UD English EWT, test)",
    "ewt_las": "Sentence structure right, LAS (UD English EWT, test)",
    "gum_news_las": "Sentence structure right in news, LAS (UD English GUM, news, test)",
    "ewt_names_f1": "Names of people, bodies and places found, F1 (Universal NER English EWT, test)",
}
"""Scores of the reader's model card that a page shows, in its order, in plain words."""


class Case(Weighed):
    """Reports read so far, and what they tell; kept in one file, or, without a path, in memory only.

    The file is opened for each verb and closed after it. Every verb raises CaseError where the file cannot be used. Where a workbench
    runs on the case, what is to be written is handed to it, unless `hand_over` is off.
    `codebook` is the folder of a codebook of one's own; it is kept with the case at the next `read`, and a case that has
    one uses it wherever none is given. Raises CodebookError where the folder is none.
    """

    def events(self, *, low: bool = False) -> Records[Event]:
        """Return the events; `low` adds those held back as weak leads."""
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

        `low` adds events held back as weak leads. Raises CaseError where a case file is not there.
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
    """Return the events of one text; `low` adds those held back as weak leads; `codebook` is a folder of one's own.

    `published` (YYYY-MM-DD) is what "on Tuesday" counts from; without it relative days stay unknown. Raises InputError
    where the text is empty or not English.
    """
    day, tools = day_of(published), load_tools(codebook=read_own(Path(codebook)) if codebook is not None else None)
    report = report_from_text(text, published=day, title=title, publisher=publisher, url=url)
    return listed_events(pipeline.draw([pipeline.read_report(report, tools)], tools), low=low)
