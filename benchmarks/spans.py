"""Precision, recall and F1 of sets of spans, matched one to one: exactly, or by any shared letter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Letters = frozenset[int]


def letters(text: str, spans: Iterable[tuple[int, int]]) -> Letters:
    """The offsets of letters and digits in spans: marks and blanks at their edges never count."""
    return frozenset(i for a, b in spans for i in range(a, b) if text[i].isalnum())


@dataclass(slots=True)
class Tally:
    """Counts over documents."""

    found: int = 0
    marked: int = 0
    hits: int = 0

    def add(self, found: Sequence[tuple[Letters, ...]], marked: Sequence[tuple[Letters, ...]], *, exact: bool) -> None:
        """One document: each item is one span, or a tuple of linked spans which must all match."""
        self.found += len(found)
        self.marked += len(marked)
        self.hits += hits(found, marked, exact=exact)

    @property
    def precision(self) -> float:
        """The share of what was found that is marked."""
        return self.hits / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of what is marked that was found."""
        return self.hits / self.marked if self.marked else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.hits / (self.found + self.marked) if self.found + self.marked else 0.0


def hits(found: Sequence[tuple[Letters, ...]], marked: Sequence[tuple[Letters, ...]], *, exact: bool) -> int:
    """How many pairs match, the closest first, each item once."""
    pairs = [(_nearness(f, m, exact=exact), i, j) for i, f in enumerate(found) for j, m in enumerate(marked)]
    left, right = set(range(len(found))), set(range(len(marked)))
    n = 0
    for nearness, i, j in sorted(pairs, key=lambda p: (-p[0], p[1], p[2])):
        if nearness > 0 and i in left and j in right:
            left.discard(i)
            right.discard(j)
            n += 1
    return n


def _nearness(found: tuple[Letters, ...], marked: tuple[Letters, ...], *, exact: bool) -> float:
    if exact:
        return float(found == marked)
    shares = [2 * len(f & m) / max(len(f) + len(m), 1) for f, m in zip(found, marked, strict=True)]
    return sum(shares) if min(shares) > 0 else 0.0


def fair_f1(overlapping: Tally, exact: Tally) -> float:
    """F1 in which a span that overlaps its mark without matching it is half an error (FairEval, Ortmann 2022)."""
    near = overlapping.hits - exact.hits
    right, extra, missed = exact.hits, exact.found - overlapping.hits, exact.marked - overlapping.hits
    return 2 * right / (2 * right + extra + missed + near) if right else 0.0
