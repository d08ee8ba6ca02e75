"""Marks: where on the page the words of a piece of evidence stand, so that every value can open its sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from casus.model.errors import GroundingError
from casus.model.picture import Reading
from casus.model.text import Evidence, Report

WORDS_SHOWN = 220
"""Longest run of quoted words on a card; the rest is one click away."""

SHORT = 120
"""Longest quotation, in characters, on a page that holds no texts."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Exact words and their place: report number on the page, sentence index as in the records, code-point offsets."""

    words: str
    report: int
    sentence: int
    start: int
    end: int
    alone: bool
    text: bool = True

    @property
    def href(self) -> str:
        """The anchor of the sentence; of the report, where the page holds no texts."""
        return f"#r{self.report}-s{self.sentence}" if self.text else f"#r{self.report}"

    @property
    def ref(self) -> str:
        """How the place is written: report and sentence, or only the sentence where there is one report."""
        return f"s{self.sentence}" if self.alone else f"R{self.report} s{self.sentence}"

    @property
    def at(self) -> str:
        """The offsets, for the highlight."""
        return f"{self.start}-{self.end}"


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence with the marked words in the middle, so that a trigger word is read in its context."""

    mark: Mark
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class _Entry:
    number: int
    report: Report
    sentences: tuple[tuple[int, int], ...]


class Index:
    """The reports of a page, numbered in the page's order; turns evidence into marks. `text`: whether the page holds the texts."""

    def __init__(self, readings: Iterable[Reading], *, text: bool = True) -> None:
        self.text = text
        ordered = sorted(readings, key=report_order)
        self._entries = {
            r.report.id: _Entry(n, r.report, sentences_of(r)) for n, r in enumerate(ordered, start=1)
        }

    def __len__(self) -> int:
        return len(self._entries)

    def number(self, report_id: str) -> int:
        """Return the page's number of a report. Raises GroundingError where the picture does not hold it."""
        return self._entry(report_id).number

    def report(self, report_id: str) -> Report:
        """Return the report itself. Raises GroundingError where the picture does not hold it."""
        return self._entry(report_id).report

    def mark(self, evidence: Evidence) -> Mark:
        """Return the place of a piece of evidence; its sentence is the one its first character stands in."""
        entry = self._entry(evidence.report)
        return Mark(
            words=evidence.words if self.text else shorten(evidence.words, SHORT),
            report=entry.number,
            sentence=_sentence_at(entry, evidence.start),
            start=evidence.start,
            end=evidence.end,
            alone=len(self) == 1,
            text=self.text,
        )

    def passage(self, evidence: Evidence) -> Passage:
        """Return the evidence inside its sentence, or by itself where it runs over the sentence's end."""
        entry = self._entry(evidence.report)
        mark = self.mark(evidence)
        start, end = entry.sentences[mark.sentence]
        if not self.text or evidence.start < start or evidence.end > end:
            return Passage(mark, "", shorten(mark.words), "")
        text = entry.report.text
        before, after = text[start : evidence.start], text[evidence.end : end]
        return Passage(mark, _tail(before), shorten(evidence.words), _head(after))

    def _entry(self, report_id: str) -> _Entry:
        try:
            return self._entries[report_id]
        except KeyError:
            raise GroundingError(f"the picture cites report {report_id} but does not hold it") from None


def report_order(reading: Reading) -> tuple[str, str, str]:
    """Return reports stand by date of publication, undated ones last."""
    report = reading.report
    return (report.published.isoformat() if report.published else "9999", report.publisher or "", report.id)


def sentences_of(reading: Reading) -> tuple[tuple[int, int], ...]:
    """Return the sentences of a reading; where none were found, its blocks, or the whole text, stand in for them."""
    blocks = tuple((b.start, b.end) for b in reading.report.blocks)
    return reading.sentences or blocks or ((0, len(reading.report.text)),)


def shorten(words: str, limit: int = WORDS_SHOWN) -> str:
    """Return the words, cut at a word boundary with the mark of omission when they are longer than the limit."""
    flat = " ".join(words.split())
    if len(flat) <= limit:
        return flat
    cut = flat[:limit].rsplit(" ", 1)[0]
    return f"{cut} […]"


def _sentence_at(entry: _Entry, offset: int) -> int:
    starts = [start for start, _ in entry.sentences]
    return max(bisect_right(starts, offset) - 1, 0)


def _head(text: str, limit: int = WORDS_SHOWN) -> str:
    if len(text) <= limit:
        return text
    return text[:limit].rsplit(" ", 1)[0] + " […]"


def _tail(text: str, limit: int = WORDS_SHOWN) -> str:
    if len(text) <= limit:
        return text
    return "[…] " + text[-limit:].split(" ", 1)[-1]
