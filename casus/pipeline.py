"""The pipeline: one report to a Reading, many Readings to a Picture. The ordered list of stages stands here.

    ingest -> read -> code -> resolve -> (per report: Reading) -> merge -> caution -> Picture

Every stage is pure: the same report, codebook and model give the same Reading, in any process and any order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from casus import __version__
from casus.caution import caution_picture, caution_report
from casus.codebook import Codebook, Own, load_codebook, read_own
from casus.coding import code
from casus.ingest.copies import near_copies
from casus.ingest.likeness import likenesses
from casus.merge import Told, merge, rulings_of
from casus.merge.ties import relations_of
from casus.model.event import Event
from casus.model.judgement import Judgement
from casus.model.picture import Picture, Reading, Stamp
from casus.model.text import Report
from casus.read import Reader
from casus.resolve import resolve


@dataclass(frozen=True, slots=True)
class Tools:
    """What every stage needs, loaded once: the reader, the codebook, and the stamp that names them."""

    reader: Reader
    book: Codebook
    stamp: Stamp

    @classmethod
    def load(cls, *, codebook: Path | Own | None = None, threads: int = 1) -> Tools:
        """Load the shipped reader and codebook, with a user's codebook folder. Raises ModelError, CodebookError."""
        book = load_codebook(read_own(codebook) if isinstance(codebook, Path) else codebook)
        reader = Reader.load(threads=threads)
        return cls(reader, book, Stamp(__version__, book.sha256, reader.card.sha256))


def read_report(report: Report, tools: Tools) -> Reading:
    """Read one report by itself."""
    headings = any(b.kind == "paragraph" for b in report.blocks)  # a text that is one line has a body, not a heading
    blocks = [(b.start, b.end, headings and b.kind != "paragraph") for b in report.blocks]
    sentences = tools.reader.read(report.text, blocks, cuts=_cuts(report))
    coded = code(report, sentences, tools.book)
    resolved = resolve(coded, report, sentences, tools.book)
    for claim in resolved.claims:
        claim.verify(report)
    relations = (*resolved.ties, *relations_of(resolved.claims))
    reading = Reading(report, tuple((s.start, s.end) for s in sentences), resolved.claims, resolved.quotes, coded.statistics, relations)
    return replace(reading, cautions=caution_report(reading, coded, sentences))


def _cuts(report: Report) -> list[int]:
    """Where glued words are read as two: the offsets at which a repair's reading only puts marks or spaces between letters."""
    cuts: list[int] = []
    for repair in report.repairs:
        if repair.kind in {"glued-words", "broken-sentence"} and repair.reading is not None:
            cuts += _inserted(repair.written, repair.reading, repair.start)
    return cuts


def _inserted(written: str, reading: str, start: int) -> list[int]:
    """Offsets of `written` before which `reading` has more; nothing where the reading changes a character."""
    at, cuts = 0, []
    for char in reading:
        if at < len(written) and char == written[at]:
            at += 1
        elif char.isalnum():
            return []
        elif 0 < at < len(written):
            cuts.append(start + at)
    return cuts if at == len(written) else []


def draw(readings: Iterable[Reading], tools: Tools, judgements: Iterable[Judgement] = ()) -> Picture:
    """Fold the claims of all readings into events, obeying what people decided; independent of the readings' order."""
    ordered = tuple(sorted(readings, key=lambda r: (_day(r.report), r.report.id)))
    copies = near_copies([r.report for r in ordered])
    reports = [r.report for r in ordered]
    merged = merge([c for r in ordered for c in r.claims], _tellers(reports, copies), copies, likenesses(reports), rulings_of(judgements))
    events = merged.events
    cautions = caution_picture(ordered, merged, copies)
    by_event = _by_event(cautions, events)
    return Picture(
        ordered, tuple(replace(e, cautions=by_event.get(e.id, ())) for e in events), tuple(q for r in ordered for q in r.quotes),
        tuple(s for r in ordered for s in r.statistics), tuple(x for r in ordered for x in r.relations), cautions, copies, tools.stamp,
        merged.undecided,
    )  # fmt: skip


def _day(report: Report) -> str:
    return report.published.isoformat() if report.published else date.max.isoformat()


def _tellers(reports: Sequence[Report], copies: Sequence[Sequence[str]]) -> Mapping[str, Told]:
    """When each report came and whose words it holds: near copies speak with one voice, and so does one publisher."""
    first = {report: group[0] for group in copies for report in group}
    desks = {r.id: (r.publisher or r.id).casefold() for r in reports}
    return {r.id: Told(r.published, desks[first.get(r.id, r.id)]) for r in reports}


def _by_event(cautions, events: Sequence[Event]) -> Mapping[str, tuple[str, ...]]:  # type: ignore[no-untyped-def]
    """Which cautions concern which event: those whose words lie in a sentence one of its claims rests on."""
    out: dict[str, list[str]] = {}
    for event in events:
        spans = [(c.report, e.start, e.end) for c in event.claims for e in c.evidence()]
        for caution in cautions:
            e = caution.evidence
            if e is not None and any(r == e.report and s < e.end and e.start < t for r, s, t in spans):
                out.setdefault(event.id, []).append(caution.id)
    return {k: tuple(v) for k, v in out.items()}
