"""Scales: which dates share one axis. A few far from all others would press the rest into a corner; they get an axis of their own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from casus.model.when import DateRange

LEAST = 3
"""With fewer dates than this nothing is set aside."""

SHARE = 4
"""At most one date in so many is set aside ..."""

GAIN = 4
"""... and only where what is left spans less than one in so many of the days."""

LONG = 60
"""Days that need no other scale."""


def set_aside(dates: Sequence[DateRange]) -> frozenset[int]:
    """Return the places of the dates that go on an axis of their own; none where all fit on one.

    Taken out is whichever end of the whole span leaves the shorter span, one after the other, until enough is gained.
    """
    if len(dates) < LEAST:
        return frozenset()
    spans = {k: _days(when) for k, when in enumerate(dates)}
    whole = _length(list(spans.values()))
    left, out = dict(spans), set[int]()
    for _ in range(max(1, len(dates) // SHARE) if whole > LONG else 0):
        far = min(_ends(left), key=lambda k: (_length([s for n, s in left.items() if n != k]), k))
        out.add(far)
        del left[far]
        if _length(list(left.values())) * GAIN <= whole:
            return frozenset(_kin(spans, left, out))
    return frozenset()


def _kin(spans: dict[int, tuple[int, int]], left: dict[int, tuple[int, int]], out: set[int]) -> set[int]:
    """Those taken out, but for any that lie within what is left."""
    first, last = min(s for s, _ in left.values()), max(e for _, e in left.values())
    return {k for k in out if spans[k][0] < first or spans[k][1] > last}


def _ends(spans: dict[int, tuple[int, int]]) -> set[int]:
    return {min(spans, key=lambda k: (spans[k][0], k)), max(spans, key=lambda k: (spans[k][1], k))}


def _length(spans: Sequence[tuple[int, int]]) -> int:
    return max(e for _, e in spans) - min(s for s, _ in spans)


def _days(when: DateRange) -> tuple[int, int]:
    """The known days of a date; what is open on one side is where its other side is."""
    start, end = when.start or when.end or date.max, when.end or when.start or date.max
    return start.toordinal(), end.toordinal()
