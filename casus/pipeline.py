"""The pipeline: one report to a Reading, many Readings to a Picture. The ordered list of stages stands here.

    ingest -> read -> code -> resolve -> (per report: Reading) -> merge -> judge -> caution -> Picture

Every stage is pure: the same report, codebook and model give the same Reading, in any process and any order.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from casus import __version__
from casus.caution import Looking, caution_report
from casus.codebook import Codebook, Own, load_codebook, read_own
from casus.coding import Coded, code
from casus.coding.mending.cut_names import join_cut_names
from casus.ingest.copies import near_copies
from casus.ingest.datelines import dateline
from casus.ingest.likeness import likenesses
from casus.ingest.persons import acquainted, persons
from casus.ingest.stories import of_one_story
from casus.judge import Texts, judged, standing
from casus.merge import Merged, Merging, Told, rulings_of
from casus.merge.ties import relations_of
from casus.model.claim import Claim
from casus.model.judgement import Judgement
from casus.model.picture import Picture, Reading, Stamp
from casus.model.reason import GivenReason
from casus.model.text import Report, Sentence
from casus.read import Reader
from casus.resolve import Resolved, resolve
from casus.resolve.likely_parties import Roles, without_unlikely
from casus.resolve.likely_scene import with_likely_scenes
from casus.resolve.likely_told import BOUNDS, Bounds, weigh_told
from casus.resolve.likely_voices import with_likely_voices
from casus.resolve.ties import without_doubles
from casus.tell.encoder import TellingEncoder
from casus.tell.tellings import tellings_of


@dataclass(frozen=True, slots=True)
class Tools:
    """What every stage needs, loaded once: the reader, the codebook, and the stamp that names them."""

    reader: Reader
    tellings: TellingEncoder
    book: Codebook
    stamp: Stamp

    @classmethod
    def load(cls, *, codebook: Path | Own | None = None, threads: int = 1) -> Tools:
        """Load the shipped reader and codebook, with a user's codebook folder. Raises ModelError, CodebookError."""
        book = load_codebook(read_own(codebook) if isinstance(codebook, Path) else codebook)
        reader = Reader.load(threads=threads)
        tellings = TellingEncoder(reader.vocabulary, threads=threads)
        return cls(reader, tellings, book, Stamp(__version__, book.sha256, _both_models(reader, tellings)))


def _both_models(reader: Reader, tellings: TellingEncoder) -> str:
    """The digest that stands for the two models: another of either gives another."""
    return f"sha256:{hashlib.sha256(f'{reader.card.sha256} {tellings.card.sha256}'.encode()).hexdigest()}"


def sentences_of(report: Report, tools: Tools) -> tuple[Sentence, ...]:
    """The report's sentences, as read."""
    headings = any(b.kind == "paragraph" for b in report.blocks)  # a text that is one line has a body, not a heading
    blocks = [(b.start + dateline(report.text, b), b.end, headings and b.kind != "paragraph") for b in report.blocks]
    marks = _marks_read_in(report)
    read = tools.reader.read(report.text, blocks, cuts=[at for at, _ in marks], stops=[at for at, mark in marks if mark == "."])
    return join_cut_names(read, tools.book.actors)


def read_report(report: Report, tools: Tools, bounds: Bounds = BOUNDS) -> Reading:
    """Read one report by itself; `bounds` are those between which a head leaves the certainty of claims alone (likely_told.py)."""
    sentences = sentences_of(report, tools)
    coded, resolved = _resolved(report, sentences, tools)
    resolved = replace(resolved, claims=weigh_told(resolved.claims, bounds, sentences=len(sentences)))
    for claim in resolved.claims:
        claim.verify(report)
    relations = without_doubles(resolved.ties, relations_of(resolved.claims, coded.dates))
    reading = Reading(report, tuple((s.start, s.end) for s in sentences), resolved.claims, resolved.quotes, coded.statistics, relations)
    return replace(reading, cautions=caution_report(reading, coded, sentences), reasons=_about_acts(coded.reasons, resolved.claims))


def _resolved(report: Report, sentences: Sequence[Sentence], tools: Tools) -> tuple[Coded, Resolved]:
    tellings = tellings_of(sentences, tools.tellings)
    coded = code(report, sentences, tools.book, tellings)
    resolved, roles = resolve(coded, report, sentences, tools.book), Roles(tellings, sentences)
    claims = with_likely_scenes(without_unlikely(resolved.claims, roles), roles)
    claims = with_likely_voices(claims, resolved.speakers, roles)
    return coded, replace(resolved, claims=claims)


def resolved_report(report: Report, tools: Tools) -> tuple[Claim, ...]:
    """The claims of a report before they are weighed once more: what the head `told` learns from."""
    sentences = sentences_of(report, tools)
    return _resolved(report, sentences, tools)[1].claims


def _about_acts(reasons: Iterable[GivenReason], claims: Sequence[Claim]) -> tuple[GivenReason, ...]:
    """The reasons whose cause or effect is an act that is told for certain."""
    acts = [(c.sentence, c.act.start, c.act.end) for c in claims if c.certain and not c.heading]
    return tuple(
        r for r in reasons
        if any(s == r.sentence and a < side.end and side.start < b for s, a, b in acts for side in (r.cause, r.effect))
    )  # fmt: skip


def _marks_read_in(report: Report) -> list[tuple[int, str]]:
    """Where glued words are read as two: the offsets at which a repair's reading only puts marks or spaces between letters."""
    marks: list[tuple[int, str]] = []
    for repair in report.repairs:
        if repair.kind in {"glued-words", "broken-sentence"} and repair.reading is not None:
            marks += _inserted(repair.written, repair.reading, repair.start)
    return marks


def _inserted(written: str, reading: str, start: int) -> list[tuple[int, str]]:
    """Offsets of `written` before which `reading` has more, and what; nothing where the reading changes a character."""
    at = 0
    marks: list[tuple[int, str]] = []
    for char in reading:
        if at < len(written) and char == written[at]:
            at += 1
        elif char.isalnum():
            return []
        elif 0 < at < len(written):
            marks.append((start + at, char))
    return marks if at == len(written) else []


@dataclass(frozen=True, slots=True)
class Ground:
    """All readings in their order, and what is worked out of them once, whatever people decide."""

    readings: tuple[Reading, ...]
    copies: tuple[tuple[str, ...], ...]
    texts: Texts
    merging: Merging
    looking: Looking


@dataclass(frozen=True, slots=True)
class Folded:
    """The events of the readings' claims, before anything but joins and splits is obeyed."""

    ground: Ground
    merged: Merged


def draw(readings: Iterable[Reading], tools: Tools, judgements: Iterable[Judgement] = ()) -> Picture:
    """Fold the claims of all readings into events, obeying what people decided; independent of the readings' order."""
    decided = standing(judgements)
    return finish(fold(ground(readings), decided), decided, tools.stamp)


def ground(readings: Iterable[Reading], *, at_hand: bool = False) -> Ground:
    """Return what all pictures of these readings stand on; `at_hand`: more is kept, so that they are drawn again quickly."""
    ordered = tuple(sorted(readings, key=lambda r: (_day(r.report), r.report.id)))
    reports = [r.report for r in ordered]
    copies = near_copies(reports)
    told = _tellers(reports, copies)
    named = persons(reports)
    alike = of_one_story(acquainted(likenesses(reports), named))
    merging = Merging((c for r in ordered for c in r.claims), told, copies, alike, named, at_hand=at_hand)
    return Ground(ordered, copies, _texts(ordered, told), merging, Looking(ordered, copies))


def fold(ground: Ground, decided: Sequence[Judgement] = ()) -> Folded:
    """Fold the claims into events; of the decisions only joins and splits count here. What they do not touch is as it was the last time."""
    return Folded(ground, ground.merging.merged(rulings_of(decided)))


def texts_of(readings: Sequence[Reading]) -> Texts:
    """Return what decisions on these readings are applied against."""
    reports = [r.report for r in readings]
    return _texts(readings, _tellers(reports, near_copies(reports)))


def _texts(readings: Sequence[Reading], told: Mapping[str, Told]) -> Texts:
    return Texts({r.report.id: r.report for r in readings}, {r.report.id: r.sentences for r in readings}, told)


def finish(folded: Folded, decided: Sequence[Judgement], stamp: Stamp) -> Picture:
    """Apply the decisions that stand, and look at the outcome with a careful reader's eye."""
    ground = folded.ground
    outcome = judged(folded.merged.events, decided, ground.texts)
    there = {event.id for event in outcome.events}
    undecided = tuple(u for u in folded.merged.undecided if {u.a, u.b} <= there)
    cautions, events = ground.looking.at(Merged(outcome.events, undecided))
    ordered = ground.readings
    return Picture(
        ordered, events, tuple(q for r in ordered for q in r.quotes),
        tuple(s for r in ordered for s in r.statistics), tuple(x for r in ordered for x in r.relations), cautions, ground.copies, stamp,
        undecided, outcome.rejected, outcome.homeless,
    )  # fmt: skip


def _day(report: Report) -> str:
    return report.published.isoformat() if report.published else date.max.isoformat()


def _tellers(reports: Sequence[Report], copies: Sequence[Sequence[str]]) -> Mapping[str, Told]:
    """When each report came and whose words it holds: near copies speak with one voice, and so does one publisher."""
    first = {report: group[0] for group in copies for report in group}
    desks = {r.id: (r.publisher or r.id).casefold() for r in reports}
    return {r.id: Told(r.published, desks[first.get(r.id, r.id)]) for r in reports}
