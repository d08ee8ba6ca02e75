"""Where an article of an encyclopedic page ends: at the first heading in wiki marks over notes, references or links."""

from __future__ import annotations

from collections.abc import Sequence

from casus.ingest.furniture import Furniture
from casus.ingest.lines import Line


def without_notes(text: str, lines: Sequence[Line], words: Furniture) -> tuple[list[Line], frozenset[int]]:
    """The lines, that of such a heading split where it begins, and the indices of all from it on; none where no article stands before."""
    for n, line in enumerate(lines):
        at = words.end_of(text[line.start : line.end])
        if at is None or not text[: line.start + at].strip():
            continue
        cut = line.start + at
        before = [Line(line.start, line.start + len(text[line.start : cut].rstrip()))] if at else []
        split = [*lines[:n], *before, Line(cut, line.end), *lines[n + 1 :]]
        return split, frozenset(i for i in range(n + len(before), len(split)) if split[i].start < split[i].end)
    return list(lines), frozenset()
