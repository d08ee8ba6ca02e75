"""Quotation marks: which stretches of a report stand inside them, curly or straight, nested, unclosed or doubled."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from casus.model.text import Block, Report

_OPEN, _CLOSE = "“„«", "”»"
_SINGLE = re.compile(r"(?<!\w)['‘]([A-Z][^'’\n]*(?:['’]\w[^'’\n]*)*[^\s'’])['’](?=[\s,.:;!?–—-]|$)")


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words between a pair of marks (offsets without the marks); `closed` False where the closing mark is missing."""

    start: int
    end: int
    closed: bool
    continued: bool = False


def find_quotations(report: Report) -> tuple[Quotation, ...]:
    """All quotations of a report in text order. A mark opened again before it was closed ends the one before.

    A paragraph that opens with a mark while the one before was left open continues it (the convention of long quotes).
    """
    out: list[Quotation] = []
    open_before = False
    for block in report.blocks:
        found = in_block(report.text, block)
        if found and open_before and found[0].start <= block.start + 1:
            first = found[0]
            found[0] = Quotation(first.start, first.end, first.closed, continued=True)
        found = sorted([*found, *_single(report.text, block, found)], key=lambda q: q.start)
        open_before = bool(found) and not found[-1].closed and found[-1].end >= block.end
        out.extend(found)
    return tuple(out)


def in_block(text: str, block: Block) -> list[Quotation]:
    """The quotations of one paragraph by itself, in double marks."""
    out: list[Quotation] = []
    start: int | None = None
    for i in range(block.start, block.end):
        mark = _mark(text, i, block, inside=start is not None)
        if mark == "open":
            if start is not None:
                out.append(_cut(text, start, i, closed=False))
            start = i + 1
        elif mark == "close" and start is not None:
            out.append(_cut(text, start, i, closed=True))
            start = None
    if start is not None:
        out.append(_cut(text, start, block.end, closed=False))
    return [q for q in out if q.end > q.start]


def _single(text: str, block: Block, found: Sequence[Quotation]) -> list[Quotation]:
    """Words in single marks, as headlines have them ('They shot everyone': survivors); what double marks hold is left alone."""
    out = [Quotation(m.start(1), m.end(1), closed=True) for m in _SINGLE.finditer(text, block.start, block.end)]
    return [q for q in out if len(text[q.start : q.end].split()) > 2 and not any(f.start <= q.start < f.end for f in found)]


def _mark(text: str, i: int, block: Block, *, inside: bool) -> str | None:
    char = text[i]
    if char in _OPEN:
        return "open"
    if char in _CLOSE:
        return "close"
    if char != '"':
        return None
    before = text[i - 1] if i > block.start else " "
    after = text[i + 1] if i + 1 < block.end else " "
    if before.isspace() or before in "([—–-":
        return "open" if not after.isspace() else ("close" if inside else None)
    return "close" if inside or not after.isalnum() else "open"


def _cut(text: str, start: int, end: int, *, closed: bool) -> Quotation:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Quotation(start, end, closed)


def covering(quotations: Sequence[Quotation], start: int, end: int) -> Quotation | None:
    """The quotation that holds a span wholly, if one does."""
    return next((q for q in quotations if q.start <= start and end <= q.end), None)
