"""Lines of a text, and which of them are one paragraph cut at a fixed width."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import Final, NamedTuple

_ENDS: Final = (".", "!", "?", "…", ".”", '."', ".'", ".’", "!”", "?”", '!"', '?"', ":", ".)", ";")
_HANGING: Final = re.compile(
    r"(?:,|-|–|—|\b(?:a|an|and|are|as|at|be|been|but|by|for|from|had|has|have|he|her|his|if|in|into|is|it|its|more|not|of|on|"
    r"or|said|she|that|the|their|they|this|to|was|we|were|when|where|which|while|who|will|with|would))$"
)
_NARROW: Final = 45
_WIDE: Final = 130
_RAGGED: Final = 20


class Line(NamedTuple):
    """A line without the white space at its edges; a blank one has start == end."""

    start: int
    end: int


def lines_of(text: str) -> list[Line]:
    """Every line of the text, blank ones too."""
    lines: list[Line] = []
    at = 0
    while at <= len(text):
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        lines.append(_stripped(text, at, stop))
        at = stop + 1
    return lines


def _stripped(text: str, start: int, end: int) -> Line:
    line = text[start:end]
    left = len(line) - len(line.lstrip())
    return Line(start + left, start + left + len(line.strip()))


def chunks(lines: Sequence[Line]) -> list[list[int]]:
    """Runs of lines without a blank one between them, as indices."""
    runs: list[list[int]] = []
    before = False
    for index, line in enumerate(lines):
        full = line.start < line.end
        if full and before:
            runs[-1].append(index)
        elif full:
            runs.append([index])
        before = full
    return runs


def ends_sentence(line: str) -> bool:
    """Whether a line closes with a sentence's punctuation."""
    return line.endswith(_ENDS)


def continued(text: str, lines: Sequence[Line]) -> frozenset[int]:
    """Indices of the lines that carry on the line before: text cut at a fixed width, as e-mails and old wires are."""
    runs = [run for run in chunks(lines) if len(run) > 1]
    width = max((_width(lines, run) for run in runs), default=0)
    joined: set[int] = set()
    for run in runs:
        whole = _width(lines, run) > 0
        for above, below in itertools.pairwise(run):
            if whole or _carries_on(text, lines[above], lines[below], width):
                joined.add(below)
    return frozenset(joined)


def _width(lines: Sequence[Line], run: Sequence[int]) -> int:
    """The width at which a run of three or more lines was cut; 0 where its lines differ too much for that."""
    lengths = [lines[i].end - lines[i].start for i in run[:-1]]
    last = lines[run[-1]].end - lines[run[-1]].start
    widest = max(lengths)
    if len(lengths) < 2 or not _NARROW <= widest <= _WIDE or last > widest + _RAGGED:
        return 0
    return widest if min(lengths) >= widest - _RAGGED else 0


def _carries_on(text: str, above: Line, below: Line, width: int) -> bool:
    """Whether a sentence runs over from one line to the next."""
    length = above.end - above.start
    tail = text[max(above.start, above.end - 24) : above.end]
    small = text[below.start].islower()
    filled = 0 < width - _RAGGED <= length <= width
    if length < _NARROW:
        return False
    if ends_sentence(tail):
        return filled and small
    return small or filled or (length <= _WIDE and _HANGING.search(tail) is not None)
