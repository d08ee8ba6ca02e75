"""Headlines: a title or heading that gives as a fact what the body only reports, hedges, threatens or leaves denied."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from casus.model.caution import Caution
from casus.model.claim import Claim
from casus.model.event import Event
from casus.model.picture import Reading
from casus.model.text import Block, Evidence, Report

_WEAK = frozenset({"hedged", "attributed", "threatened", "planned", "denied"})
_RESERVE = re.compile(
    r"\b(?:reported(?:ly)?|alleged(?:ly)?|apparent(?:ly)?|claims?|claimed|says?|said|according|accused?|suspected|may|might|could|vows?|"
    r"threatens?|warns?|denies|feared|report|reports|believed|possible|likely)\b",
    re.I,
)
_SUGGESTION = "The body's status is used."


def headline_stronger(readings: Sequence[Reading], events: Sequence[Event]) -> Iterator[Caution]:
    """A heading told as an act of the event without its qualifier, or one that repeats the event's figure bare."""
    reports = {r.report.id: r.report for r in readings}
    for event in events:
        for report_id in event.reports:
            body = [c for c in event.claims if c.report == report_id and not c.heading]
            if not body or any(c.status not in _WEAK for c in body):
                continue
            told = next((c for c in event.claims if c.report == report_id and c.heading and c.status == "asserted"), None)
            words = told.act if told is not None else _bare_figure(reports[report_id], body)
            if words is not None:
                yield _caution(report_id, words.as_field("status"), body[0])


def _caution(report: str, words: Evidence, body: Claim) -> Caution:
    message = f"The heading states “{words.words}” as a fact; the body has it as {body.status} (“{body.act.words}”)."
    return Caution("headline-stronger-than-body", report, message, _SUGGESTION, words)


def _bare_figure(report: Report, body: Sequence[Claim]) -> Evidence | None:
    """The event's own figure in a heading without any word of reserve."""
    figures = {c.best for claim in body for c in (claim.killed, claim.injured, claim.captured, claim.size) if c is not None and c.best}
    for block in report.blocks:
        if block.kind == "paragraph" or _RESERVE.search(report.text, block.start, block.end):
            continue
        for figure in sorted(f for f in figures if f is not None and f > 9):
            found = _find(report, block, figure)
            if found is not None:
                return found
    return None


def _find(report: Report, block: Block, figure: int) -> Evidence | None:
    """The figure with the words up to the end of its phrase (a dash, a stop, the heading's end)."""
    match = re.compile(rf"(?<![\d,.])(?:{figure:,}|{figure})(?![\d,.]*\d)[^.?!;:–—-]*").search(report.text, block.start, block.end)
    if match is None:
        return None
    end = match.start() + len(match.group(0).rstrip())
    return report.evidence("status", match.start(), end, "the event's figure in a heading")
