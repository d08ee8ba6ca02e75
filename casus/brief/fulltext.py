"""The reports in full: paragraphs, numbered sentences, marked words, and what was coded from each sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from casus.brief.marks import Index, Mark, report_order, sentences_of, shorten
from casus.brief.wording import day
from casus.model.picture import Reading
from casus.model.text import Repair


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a sentence's text; `marked` where some record rests on it."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Back:
    """A way back from a sentence to a record: what it is called and its anchor."""

    name: str
    href: str


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence: its number in the records, its offset, its text in pieces, and the records that rest on it."""

    anchor: str
    number: int
    start: int
    pieces: tuple[Piece, ...]
    backs: tuple[Back, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the report; `kind` is title, heading or paragraph."""

    kind: str
    lines: tuple[Line, ...]

    @property
    def coded(self) -> tuple[Line, ...]:
        """The sentences some record rests on."""
        return tuple(line for line in self.lines if line.backs)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A report with what is known about it."""

    number: int
    id: str
    title: str
    author: str
    publisher: str
    published: str
    basis: str
    url: str
    linked: bool
    source: str
    sha256: str
    coded: int
    repairs: tuple[Repair, ...]
    copies: tuple[int, ...]
    paragraphs: tuple[Paragraph, ...]
    left_out: int = 0

    @property
    def sentences(self) -> int:
        """How many sentences are printed."""
        return sum(len(p.lines) for p in self.paragraphs)


Noted = tuple[Mark, Back]
"""A mark and the record that rests on it."""


def sheets(
    readings: Iterable[Reading], index: Index, *, noted: Sequence[Noted], near_copies: Iterable[tuple[str, ...]], whole: bool = True
) -> tuple[Sheet, ...]:
    """Return the reports in the page's order; unless `whole`, without the paragraphs that no record rests on."""
    groups = [tuple(sorted(index.number(r) for r in group)) for group in near_copies]
    by_report: dict[int, list[Noted]] = {}
    for mark, back in noted:
        by_report.setdefault(mark.report, []).append((mark, back))
    ordered = sorted(readings, key=report_order)
    return tuple(_sheet(n, r, by_report.get(n, []), groups, text=index.text, whole=whole) for n, r in enumerate(ordered, start=1))


def _sheet(number: int, reading: Reading, noted: list[Noted], groups: list[tuple[int, ...]], *, text: bool, whole: bool) -> Sheet:
    report = reading.report
    told = _paragraphs(number, reading, noted) if text else ()
    paragraphs = told if whole else tuple(p for p in told if p.coded)
    return Sheet(
        number=number,
        id=report.id,
        title=shorten(report.title or "", 240),
        author=shorten(report.author or "", 120),
        publisher=shorten(report.publisher or "", 120),
        published=day(report.published, weekday=True) if report.published else "",
        basis=report.published_basis or "",
        url=report.url or "",
        linked=(report.url or "").startswith(("https://", "http://")),
        source=_input(report.source),
        sha256=report.raw_sha256,
        coded=sum(len(p.coded) for p in paragraphs),
        repairs=report.repairs,
        copies=tuple(n for group in groups if number in group for n in group if n != number),
        paragraphs=paragraphs,
        left_out=sum(len(p.lines) for p in told) - sum(len(p.lines) for p in paragraphs),
    )


def _input(source: str) -> str:
    """Return the input's name without the folders of the machine it was read on: pages are passed on."""
    local = source.startswith(("/", "\\", "~")) or source[1:2] == ":"
    return source.replace("\\", "/").rpartition("/")[2] if local else source


def _paragraphs(number: int, reading: Reading, noted: list[Noted]) -> tuple[Paragraph, ...]:
    marked = _union([(m.start, m.end) for m, _ in noted])
    backs: dict[int, list[Back]] = {}
    for mark, back in noted:
        backs.setdefault(mark.sentence, []).append(back)
    lines = [
        (start, _line(number, n, _pieces(reading.report.text, start, end, marked), start, backs.get(n, [])))
        for n, (start, end) in enumerate(sentences_of(reading))
    ]
    found = [
        Paragraph(kind, tuple(line for at, line in lines if start <= at < end)) for start, end, kind in _blocks(reading)
    ]
    return tuple(p for p in found if p.lines)


def _blocks(reading: Reading) -> list[tuple[int, int, str]]:
    """Return the blocks, stretched so that every sentence belongs to exactly one."""
    blocks = sorted(reading.report.blocks, key=lambda b: (b.start, b.end))
    if not blocks:
        return [(0, len(reading.report.text) + 1, "paragraph")]
    starts = [0, *(b.start for b in blocks[1:]), len(reading.report.text) + 1]
    return [(starts[i], starts[i + 1], block.kind) for i, block in enumerate(blocks)]


def _line(report: int, number: int, pieces: tuple[Piece, ...], start: int, backs: list[Back]) -> Line:
    return Line(f"r{report}-s{number}", number, start, pieces, tuple(dict.fromkeys(backs)))


def _pieces(text: str, start: int, end: int, marked: list[tuple[int, int]]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    at = start
    for first, last in marked:
        left, right = max(first, start), min(last, end)
        if left < right:
            pieces += [Piece(text[at:left], False), Piece(text[left:right], True)]
            at = right
    pieces.append(Piece(text[at:end], False))
    return tuple(p for p in pieces if p.text)


def _union(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the spans joined where they touch, sorted."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
