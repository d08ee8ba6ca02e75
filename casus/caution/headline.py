"""Headlines: a title or heading that gives as a fact what the body only reports, hedges, threatens or leaves denied."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from casus.model.caution import Caution
from casus.model.claim import Claim
from casus.model.event import Event
from casus.model.picture import Reading
from casus.model.text import Block, Evidence, Report

_WEAK = frozenset({"hedged", "attributed", "threatened", "planned", "denied"})
_DEEDS = frozenset({"ASSAULT", "COERCE", "SANCTION", "PROTEST", "MOBILIZE", "RETREAT"})
"""Acts whose doing is at stake; that somebody agreed or met is seldom contested."""
_RESERVE = re.compile(
    r"\b(?:reported(?:ly)?|alleged(?:ly)?|apparent(?:ly)?|claims?|claimed|says?|said|according|accus\w+|suspected|may|might|could|vows?|"
    r"threatens?|warns?|denies|feared|report|reports|believed|possible|likely)\b",
    re.I,
)
_SUGGESTION = "The body's status is used."


def headline_stronger(reports: Mapping[str, Report], event: Event) -> Iterator[Caution]:
    """A heading told as an act of the event without its qualifier, or one that repeats the event's figure bare."""
    for report_id in event.reports:
        body = [c for c in event.claims if c.report == report_id and not c.heading]
        if not body or any(c.status not in _WEAK for c in body):
            continue
        told = next((c for c in event.claims if c.report == report_id and _is_bare(c, reports[report_id])), None)
        words = told.act if told is not None else _bare_figure(reports[report_id], body)
        if words is not None:
            yield _caution(report_id, words.as_field("status"), body[0])


def _is_bare(claim: Claim, report: Report) -> bool:
    """A heading that says who did it or what it cost, without any word of reserve ("Strike on X: what is known" says neither)."""
    block = next((b for b in report.blocks if b.start <= claim.act.start < b.end), None)
    reserved = block is not None and _RESERVE.search(report.text, block.start, block.end) is not None
    told = claim.type in _DEEDS and bool(claim.actors or claim.killed or claim.injured)
    return claim.heading and claim.status == "asserted" and not reserved and told


def headline_figures(readings: Sequence[Reading]) -> Iterator[Caution]:
    """A heading whose toll no sentence of the body gives."""
    for reading in readings:
        for field in ("killed", "injured"):
            counts = [(c, n) for c in reading.claims if (n := getattr(c, field)) is not None and n.best and not c.aggregate]
            body = {v for c, n in counts if not c.heading for v in (n.low, n.best, n.high)}
            for claim, count in counts:
                if claim.heading and body and count.best not in body and not _is_told(reading.report, count.best):
                    figures = ", ".join(str(v) for v in sorted({n.best for c, n in counts if not c.heading}))
                    message = f"The heading gives {count.best} {field}; the body has {figures}."
                    yield Caution("contradiction", claim.report, message, "The body's figures are used.", count.evidence)


def _is_told(report: Report, figure: int) -> bool:
    """Whether the figure stands anywhere in the body, for whatever it counts there."""
    words = re.compile(rf"(?<![\d,.])(?:{figure:,}|{figure})(?![\d,.]*\d)")
    return any(b.kind == "paragraph" and words.search(report.text, b.start, b.end) for b in report.blocks)


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
