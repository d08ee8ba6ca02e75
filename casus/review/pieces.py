"""A report as the workbench shows it: paragraphs, sentences, and runs of text with what rests on them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from casus.brief.cards import type_title
from casus.brief.marks import sentences_of
from casus.model.event import Event
from casus.model.picture import Reading
from casus.model.text import Evidence


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text from one mark's edge to the next: the fields of the event in view that rest on it, and whether any event does."""

    start: int
    text: str
    fields: tuple[str, ...]
    told: bool

    @property
    def label(self) -> str:
        """What the words stand for, to be read out."""
        return ", ".join(f.replace("_", " ") for f in self.fields)


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with the events told in it."""

    number: int
    runs: tuple[Run, ...]
    events: tuple[tuple[str, str], ...]
    """The id and the title of each."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A title, a heading or a paragraph."""

    kind: str
    lines: tuple[Line, ...]


def paragraphs(reading: Reading, events: Sequence[Event], shown: Event | None) -> tuple[Paragraph, ...]:
    """Return the report's text, marked for all its events, the one in view before the others."""
    report = reading.report
    words = [(e.act.start, e.act.end) for event in events for e in event.claims if e.report == report.id]
    mine = [e for e in evidence_of(shown) if e.report == report.id] if shown is not None else []
    told = [(c.act.start, (event.id, type_title(event))) for event in events for c in event.claims if c.report == report.id]
    spans = sentences_of(reading)
    lines = []
    for number, (start, end) in enumerate(spans):
        stop = spans[number + 1][0] if number + 1 < len(spans) else end
        here = tuple(dict.fromkeys(event for at, event in told if start <= at < max(stop, end)))
        lines.append((start, Line(number, _runs(report.text, start, end, mine, words), here)))
    blocks = [(b.start, b.kind) for b in report.blocks] or [(0, "paragraph")]
    edges = [0, *(start for start, _ in blocks[1:]), len(report.text) + 1]
    made = (Paragraph(kind, tuple(x for at, x in lines if edges[k] <= at < edges[k + 1])) for k, (_, kind) in enumerate(blocks))
    return tuple(p for p in made if p.lines)


def evidence_of(event: Event) -> Iterable[Evidence]:
    """Return the words of an event: those of its claims, and those that people set values on."""
    for claim in event.claims:
        yield from claim.evidence()
    for party in (*event.actors, *event.recipients):
        yield party.evidence
    for value in (event.date, event.place, event.killed, event.injured, event.killed_or_injured, event.captured, event.size):
        if value is not None and value.evidence is not None:
            yield value.evidence


def _runs(text: str, start: int, end: int, mine: Sequence[Evidence], others: Sequence[tuple[int, int]]) -> tuple[Run, ...]:
    """Cut a sentence where a mark begins or ends."""
    near = [e for e in mine if e.start < end and start < e.end]
    told = [(a, b) for a, b in others if a < end and start < b]
    edges = {start, end, *(e.start for e in near), *(e.end for e in near), *(x for span in told for x in span)}
    cuts = sorted(x for x in edges if start <= x <= end)
    runs = []
    for a, b in pairwise(cuts):
        fields = tuple(dict.fromkeys(e.field for e in near if e.start <= a and b <= e.end))
        runs.append(Run(a, text[a:b], fields, any(x <= a and b <= y for x, y in told)))
    return tuple(runs)
