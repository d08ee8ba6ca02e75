"""Headings and texts that break off: "HOW ... HELPED THE REBELS BECOME", "[+2041 chars]", a last line without an end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from casus.ingest.damage.vocabulary import vocabulary
from casus.model.text import Block, Repair

_MARK: Final = re.compile(r"(?:…|\.\.\.)?\s{0,2}\[\+\d{1,7} chars\]")
_CLOSED: Final = re.compile(r"[.!?…:;)\]\"”’'*»]$")
_HANGS: Final = re.compile(r"\b(?:the|a|an|of|and|or|with|than|that|whose|because|their|its|his|from|to|was|were|is|are|has|have)$")
_LEAST: Final = 8


def cut_off(text: str, blocks: Sequence[Block]) -> Iterator[Repair]:
    """Headings that end in a word no heading ends in, marks of a cut text, paragraphs that end in such a word."""
    lists = vocabulary()
    for n, block in enumerate(blocks):
        if block.kind != "paragraph":
            heading = text[block.start : block.end]
            last = heading.rsplit(None, 1)[-1].lower() if heading.split() else ""
            if len(heading.split()) > 2 and (last in lists.hanging or lists.cut_headings.fullmatch(heading)):
                yield _repair(text, block.start, block.end, "the heading seems to be cut off")
            continue
        for match in _MARK.finditer(text, block.start, block.end):
            yield _repair(text, match.start(), match.end(), "the text was cut off here by whoever supplied it")
        tail = text[max(block.start, block.end - 40) : block.end]
        if not _CLOSED.search(tail) and _HANGS.search(tail) and len(text[block.start : block.start + 200].split()) >= _LEAST:
            what = "the text seems to be cut off" if n + 1 == len(blocks) else "the paragraph seems to be cut off"
            yield _repair(text, block.end - len(tail.rsplit(None, 1)[-1]), block.end, what)


def _repair(text: str, start: int, end: int, what: str) -> Repair:
    while start < end and text[start].isspace():
        start += 1
    written = text[start:end]
    return Repair("broken-sentence", start, end, written, None, f"{what}: “{written}”")
