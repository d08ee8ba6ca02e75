"""Cut pieces out of a text and keep the way back: the only means by which ingest changes a text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from casus.model.text import OffsetMap


class Cut(NamedTuple):
    """Take out `text[start:end]`; `white` is put in its place, and may only stand for white space that was there."""

    start: int
    end: int
    white: str = ""


def cut(text: str, cuts: Iterable[Cut]) -> tuple[str, OffsetMap]:
    """The text without the cuts (sorted, apart), and the map from it back to `text`."""
    pieces: list[str] = []
    clean: list[int] = []
    raw: list[int] = []
    at = length = 0
    for start, end, white in cuts:
        if start > at:
            clean.append(length)
            raw.append(at)
            pieces.append(text[at:start])
            length += start - at
        if white:
            clean.append(length)
            raw.append(start)
            pieces.append(white)
            length += len(white)
        at = end
    if at < len(text) or not clean:
        clean.append(length)
        raw.append(at)
        pieces.append(text[at:])
    return "".join(pieces), _joined(clean, raw)


def _joined(clean: list[int], raw: list[int]) -> OffsetMap:
    """The map without runs that only carry on the run before."""
    kept = [i for i in range(len(clean)) if i == 0 or raw[i] - raw[i - 1] != clean[i] - clean[i - 1]]
    return OffsetMap(tuple(clean[i] for i in kept), tuple(raw[i] for i in kept))


def to_clean(offsets: OffsetMap, raw: Iterable[int], length: int) -> list[int]:
    """Where sorted raw offsets stand in the clean text of `length`; what was cut stands where the text goes on."""
    found: list[int] = []
    i = 0
    for offset in raw:
        while i + 1 < len(offsets.raw) and offsets.raw[i + 1] <= offset:
            i += 1
        stop = offsets.clean[i + 1] if i + 1 < len(offsets.clean) else length
        found.append(min(offsets.clean[i] + max(offset - offsets.raw[i], 0), stop))
    return found


def through(outer: OffsetMap, inner: OffsetMap) -> OffsetMap:
    """The map that leads through both: from outer's clean text to inner's raw text.

    A negative offset stands before the raw text (a title from a sidecar) and stays as it is.
    """
    if not inner.clean or not outer.clean:
        return outer if not inner.clean else inner
    clean: list[int] = []
    raw: list[int] = []
    j = 0
    for i, (at, middle) in enumerate(zip(outer.clean, outer.raw, strict=True)):
        clean.append(at)
        if middle < 0:
            raw.append(middle)
            continue
        while j + 1 < len(inner.clean) and inner.clean[j + 1] <= middle:
            j += 1
        raw.append(inner.to_raw(middle))
        stop = outer.clean[i + 1] if i + 1 < len(outer.clean) else None
        k = j + 1
        while k < len(inner.clean) and (stop is None or inner.clean[k] - middle < stop - at):
            clean.append(at + inner.clean[k] - middle)
            raw.append(inner.raw[k])
            k += 1
        j = k - 1
    return _joined(clean, raw)
