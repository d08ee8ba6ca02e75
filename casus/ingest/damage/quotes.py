"""Quotation marks that were doubled or lost: where a quotation ends can no longer be told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from casus.model.text import Block, Repair

_CURLY: Final = re.compile("[“”]|(?<!\\d)\"|''|’’")
_SIDED: Final = re.compile("[“”]")
_STRAIGHT: Final = re.compile('"')
_INCHES: Final = re.compile(r"\d\"")
_CARRIED: Final = 6


@dataclass(frozen=True, slots=True)
class _Balance:
    """The quotation marks of one paragraph: those that are wrong for sure, and one left open, or closed before it opened."""

    doubled: tuple[int, ...] = ()
    opened: int | None = None
    closed: int | None = None


def broken_quotes(text: str, blocks: Sequence[Block]) -> Iterator[Repair]:
    """Every opening mark inside an open quotation, and every mark without a partner.

    A quotation that runs over several paragraphs may stay open at a paragraph's end: each next one then opens with a
    mark of its own (English typesetting), or the last one closes it.
    """
    paragraphs = [block for block in blocks if block.kind == "paragraph"]
    balances = [_curly(text, block) if _SIDED.search(text, block.start, block.end) else _straight(text, block) for block in paragraphs]
    for n, balance in enumerate(balances):
        for at in balance.doubled:
            yield _repair(text, at, "opens inside an open quotation", "”" + _word(text, at))
        following = paragraphs[n + 1] if n + 1 < len(paragraphs) else None
        goes_on = following is not None and text.startswith(("“", '"', "‘“"), following.start)
        if balance.opened is not None and not goes_on and not _closes_later(balances[n + 1 : n + 1 + _CARRIED]):
            yield _repair(text, balance.opened, "has no partner", None)
        if balance.closed is not None and not _opened_before(balances[max(n - _CARRIED, 0) : n]):
            yield _repair(text, balance.closed, "has no partner", None)


def _closes_later(balances: Sequence[_Balance]) -> bool:
    """Whether one of the next paragraphs closes a quotation before another one is left open."""
    return next((b.closed is not None for b in balances if b.closed is not None or b.opened is not None), False)


def _opened_before(balances: Sequence[_Balance]) -> bool:
    return next((b.opened is not None for b in reversed(balances) if b.closed is not None or b.opened is not None), False)


def _word(text: str, at: int) -> str:
    return text[at : at + 24].split()[0]


def _curly(text: str, block: Block) -> _Balance:
    """Curly marks say which side they are on; straight ones and double apostrophes among them take either side.

    As many closing as opening marks: at worst a quotation within a quotation.
    """
    doubled: list[int] = []
    opened = closed = None
    for match in _CURLY.finditer(text, block.start, block.end):
        mark, at = match.group(), match.start()
        if opened is None:
            if mark == "”" and closed is None and not doubled and at > block.start:
                closed = at
            elif mark in ("“", '"'):
                opened = at
        elif mark == "“" and _opens(text, at):
            doubled.append(at)
            opened = at
        else:
            opened = None
    nested = text.count("“", block.start, block.end) == text.count("”", block.start, block.end)
    nested = nested or text.find("„", block.start, block.end) >= 0
    return _Balance() if nested else _Balance(tuple(doubled), opened, closed)


def _straight(text: str, block: Block) -> _Balance:
    """Straight marks must come in pairs; an odd one out is none if it can be a sign of inches."""
    marks = [match.start() for match in _STRAIGHT.finditer(text, block.start, block.end)]
    if len(marks) % 2 == 0 or _INCHES.search(text, block.start, block.end):
        return _Balance()
    odd = next((at for n, at in enumerate(marks) if (n % 2 == 0) != _may_open(text, at, block)), marks[-1])
    return _Balance(opened=odd) if _may_open(text, odd, block) else _Balance(closed=odd)


def _opens(text: str, at: int) -> bool:
    """Whether a mark stands where one opens: white space before it, a word behind."""
    return text[at - 1 : at].isspace() and not text[at + 1 : at + 2].isspace()


def _may_open(text: str, at: int, block: Block) -> bool:
    return at == block.start or not (text[at - 1].isalnum() or text[at - 1] in ".,!?…’'")


def _repair(text: str, at: int, what: str, reading: str | None) -> Repair:
    start, end = at, at + 1
    while start > max(0, at - 30) and not text[start - 1].isspace():
        start -= 1
    while end < min(len(text), at + 30) and not text[end].isspace():
        end += 1
    written = text[start:end]
    return Repair("broken-sentence", start, end, written, reading, f"the quotation mark in “{written}” {what}")
