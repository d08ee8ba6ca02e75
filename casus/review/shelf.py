"""The shelf: the reports of a case, what each tells, and which are read in full."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from casus.brief.marks import report_order
from casus.brief.wording import day
from casus.model.text import Report
from casus.review.desk import Desk

PER_PAGE = 100
"""How many reports the shelf shows at once."""


@dataclass(frozen=True, slots=True)
class Shelved:
    """A report on the shelf: how many events it tells, how many of them nobody decided on, and whether it is read in full."""

    report: Report
    events: int
    open: int
    finished: bool


@dataclass(frozen=True, slots=True)
class Shelf:
    """A part of the reports that hold some words, in the order of their days; `before` and `more`: where the next parts start."""

    rows: Sequence[Shelved]
    total: int
    start: int
    before: int | None
    more: int | None


def shelf(desk: Desk, *, like: str = "", start: int = 0) -> Shelf:
    """Return the reports whose title, outlet, file, address or day hold all of some words, from one of them on."""
    wanted = like.casefold().split()
    ordered = [r.report for r in sorted(desk.readings.values(), key=report_order)]
    found = [r for r in ordered if all(w in _names(r) for w in wanted)] if wanted else ordered
    start = max(0, min(start, max(len(found) - 1, 0))) // PER_PAGE * PER_PAGE
    end = start + PER_PAGE
    rows = [_shelved(desk, report) for report in found[start:end]]
    return Shelf(rows, len(found), start, start - PER_PAGE if start else None, end if end < len(found) else None)


def _names(report: Report) -> str:
    said = (report.title, report.publisher, report.author, report.url, report.source.rpartition("/")[2])
    days = (report.published.isoformat(), day(report.published)) if report.published else ()
    return " ".join(filter(None, (*said, *days))).casefold()


def _shelved(desk: Desk, report: Report) -> Shelved:
    told = desk.told_in(report.id)
    left = sum(not any(j.verdict == "accept" for j in e.judged) for e in told)
    return Shelved(report, len(told), left, desk.finished(report.id) is not None)
