"""Where the words of extracted blocks stand in the source of their page, and which visible words were left out."""

from __future__ import annotations

import itertools
import re
from array import array
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Final

from casus.model.text import OffsetMap

_PIECE: Final = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});?|[^&\s]+|&|\s+")
_HIDDEN: Final = re.compile(r"<(script|style|noscript|template|svg|title|head)\b", re.IGNORECASE)
_BREAKING: Final = re.compile(
    r"</?(?:p|div|li|h[1-6]|br|tr|td|th|ul|ol|nav|header|footer|section|article|aside|button|figure|figcaption|form|label|"
    r"blockquote|table|time)\b",
    re.IGNORECASE,
)
_MISSES: Final = 50
_SHOWN: Final = 4000
_TAG: Final = re.compile(r"<[^<>]{0,2000}>")


def located(blocks: Sequence[str], source: str) -> tuple[OffsetMap, tuple[str, ...]]:
    """The map from the blocks, joined by blank lines, to the source; and the visible lines that are in no block.

    A character reference (`&amp;`) stands for its character at its first sign. What is not found has negative offsets.
    """
    signs, places, breaks = _visible(source)
    clean: list[int] = []
    raw: list[int] = []
    covered: list[tuple[int, int]] = []
    at = cursor = misses = 0
    for words in blocks:
        dense = "".join(words.split())
        spot = _find(signs, dense, cursor) if misses < _MISSES else -1
        if spot < 0:
            misses += 1
            clean.append(at)
            raw.append(-len(words) - 2)
        else:
            _align(words, places, spot, at, clean, raw)
            cursor = spot + len(dense)
            covered.append((spot, cursor))
        at += len(words) + 2
    return OffsetMap(tuple(clean), tuple(raw)), tuple(_left_out(source, places, breaks, covered))


def _find(signs: str, dense: str, cursor: int) -> int:
    spot = signs.find(dense, cursor)
    return spot if spot >= 0 else signs.find(dense)


def _align(words: str, places: array[int], spot: int, at: int, clean: list[int], raw: list[int]) -> None:
    """Add the runs of one block; a blank stands where the white space, or the tag, behind the word before it does."""
    expected = -1
    for offset, sign in enumerate(words):
        if sign.isspace():
            place = expected
        else:
            place = places[spot]
            spot += 1
        if place != expected or not clean or offset == 0:
            clean.append(at + offset)
            raw.append(place)
        expected = place + 1


def _visible(source: str) -> tuple[str, array[int], list[int]]:
    """The page's visible characters without blanks, where each stands in the source, and where lines break."""
    signs: list[str] = []
    places = array("q")
    breaks: list[int] = [0]
    for start, end, tag in _runs(source):
        if tag:
            if _BREAKING.match(source, start):
                breaks.append(len(places))
            continue
        for match in _PIECE.finditer(source, start, end):
            piece = match.group()
            if piece.isspace():
                continue
            if piece[0] == "&" and len(piece) > 1:
                shown = "".join(unescape(piece).split())
                signs.append(shown)
                places.extend([match.start()] * len(shown))
            else:
                signs.append(piece)
                places.extend(range(match.start(), match.end()))
    return "".join(signs), places, [*breaks, len(places)]


def _runs(source: str) -> Iterator[tuple[int, int, bool]]:
    """Stretches of text and tags, without comments and what a browser does not show; in linear time."""
    at = 0
    while at < len(source):
        start = source.find("<", at)
        if start < 0:
            yield at, len(source), False
            return
        if start > at:
            yield at, start, False
        if source.startswith("<!--", start):
            close = source.find("-->", start + 4)
            at = len(source) if close < 0 else close + 3
            continue
        hidden = _HIDDEN.match(source, start)
        if hidden is not None and hidden[1].lower() != "head":
            close = _closing(source, hidden[1], start)
            at = len(source) if close < 0 else close
            continue
        end = source.find(">", start)
        end = len(source) if end < 0 else end + 1
        yield start, end, True
        at = end


def _closing(source: str, name: str, start: int) -> int:
    """Where the tag that closes a hidden element ends, or -1."""
    match = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(source, start)
    return -1 if match is None else match.end()


def _left_out(source: str, places: array[int], breaks: Sequence[int], covered: Sequence[tuple[int, int]]) -> Iterator[str]:
    """The visible lines that are in no block, as far as they fit a note."""
    spans = sorted(covered)
    total = i = 0
    for start, end in itertools.pairwise(breaks):
        while i < len(spans) and spans[i][1] <= start:
            i += 1
        inside = i < len(spans) and spans[i][0] < end
        if start < end and not inside and total < _SHOWN:
            total += end - start
            yield " ".join(unescape(_TAG.sub(" ", source[places[start] : places[end - 1] + 1])).split())
