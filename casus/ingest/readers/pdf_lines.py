"""Lines of printed pages to paragraphs: hyphens at line ends, lines of one paragraph, running heads and feet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from casus.ingest.lines import ends_sentence
from casus.ingest.trace import Cut, cut
from casus.ingest.words import words
from casus.model.text import OffsetMap

_EDGE: Final = 3
_NUMBER: Final = re.compile(r"(?:page\s*)?[-–—|\s]*\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?[-–—|\s]*", re.IGNORECASE)
_BROKEN: Final = re.compile(r"([A-Za-z]+)[-\u00ad\u2010]$")
_BULLET: Final = re.compile(r"(?:[-*•·–—▪◦●]|\(?\d{1,2}[.)])\s")
_FULL: Final = 0.75
_SHORT: Final = 0.5


class _Line(NamedTuple):
    """A line: where it stands in the joined raw text, without blanks at its edges, and its words."""

    start: int
    end: int
    words: str


def joined(pages: Sequence[str]) -> tuple[str, OffsetMap, tuple[str, ...]]:
    """The text of the pages with their lines joined, the map back to the pages as extracted, and the lines left out."""
    raw = "\n\n".join(pages)
    kept: list[_Line] = []
    out: list[str] = []
    lines = list(_by_page(pages))
    running = _running([[line.words for line in page] for page in lines])
    for page in lines:
        gone = [len(pages) > 1 and (_shape(line.words) in running or _NUMBER.fullmatch(line.words) is not None) for line in page]
        top, foot = _run(gone[:_EDGE]), _run(gone[_EDGE:][::-1][:_EDGE])
        out.extend(line.words for line in (*page[:top], *page[len(page) - foot :]))
        kept.extend(page[top : len(page) - foot])
    text, offsets = cut(raw, _cuts(raw, kept))
    return text, offsets, tuple(dict.fromkeys(out))


def _run(gone: Sequence[bool]) -> int:
    """How many lines in a row, from the edge inwards, are furniture."""
    return gone.index(False) if False in gone else len(gone)


def _by_page(pages: Sequence[str]) -> Iterator[list[_Line]]:
    """The lines of each page that hold anything."""
    at = 0
    for page in pages:
        found = []
        for line in page.split("\n"):
            said = line.strip()
            start = at + len(line) - len(line.lstrip())
            if said:
                found.append(_Line(start, start + len(said), said))
            at += len(line) + 1
        yield found
        at += 1


def _shape(line: str) -> str:
    """A line with its numbers levelled: "Page 3" and "Page 4" are one shape."""
    return re.sub(r"\d+", "#", " ".join(line.split()).casefold())


def _running(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """The shapes at the top or foot of at least half the pages, three at least; of a two-page text, of both."""
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_shape(line) for line in (*page[:_EDGE], *page[-_EDGE:])})
    filled = sum(bool(page) for page in pages)
    least = max(min(3, filled), -(-filled // 2), 2)
    return frozenset(shape for shape, n in seen.items() if n >= least)


def _cuts(raw: str, lines: Sequence[_Line]) -> Iterator[Cut]:
    """What to take out between the lines: a break becomes a blank, nothing, or the break between paragraphs."""
    width = sorted(len(line.words) for line in lines)[int(len(lines) * 0.9)] if lines else 0
    at = 0
    before: _Line | None = None
    for line in lines:
        if before is None:
            yield from _gap(at, line.start, "")
        elif not _carries_on(before.words, line.words, width):
            yield from _gap(at, line.start, "\n\n")
        elif _BROKEN.search(before.words) and line.words[0].islower():
            hyphen = _is_hyphen(before.words, line.words)
            yield from _gap(at if hyphen else at - 1, line.start, "")
        else:
            yield from _gap(at, line.start, " ")
        before, at = line, line.end
    yield from _gap(at, len(raw), "")


def _gap(start: int, end: int, white: str) -> Iterator[Cut]:
    if start < end:
        yield Cut(start, end, white)


def _is_hyphen(above: str, below: str) -> bool:
    """Whether the hyphen at a line's end belongs to the word ("air-strike"), not to the break ("infor-mation")."""
    match = _BROKEN.search(above)
    start = match[1] if match else ""
    rest = re.match(r"[A-Za-z]+", below)
    whole = (start + (rest[0] if rest else "")).casefold()
    return whole not in words().known and start.casefold() in words().known


def _carries_on(above: str, below: str, width: int) -> bool:
    """Whether a line goes on with the paragraph above it: the line above is full, or the sentence is open."""
    if _BULLET.match(below):
        return False
    share = len(above) / width if width else 0
    if ends_sentence(above):
        return share >= _FULL and not (below[:1].isupper() and share < 0.9)
    if below[:1].islower():
        return True
    return share >= _FULL if len(above) > 25 else share >= _SHORT and above.endswith(",")
