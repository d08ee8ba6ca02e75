"""Lettering: where the letters of a map's sites stand. Where there is no room for each, one label stands for several."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

TALL, CHARACTER, LEAST = 20.0, 9.0, 20.0
"""A label's height, the width of a character, and the least width."""

ON_TOP = 13.0
"""Symbols nearer than this cover each other: they share a label from the start."""

CORNERS = ((1, -1), (-1, -1), (1, 1), (-1, 1), (0, -1))
REACHES = (17.0, 30.0, 44.0)
"""Where a label may stand beside its symbol, the nearest first."""


@dataclass(frozen=True, slots=True)
class Symbol:
    """A site's letter and where its symbol stands; `clear`: how far a label must keep away to leave it visible."""

    key: str
    x: float
    y: float
    clear: float


@dataclass(frozen=True, slots=True)
class Label:
    """One or more letters, and where they stand."""

    keys: tuple[str, ...]
    x: float
    y: float

    @property
    def text(self) -> str:
        """Its letter, or the first of them and how many more."""
        return self.keys[0] if len(self.keys) == 1 else f"{self.keys[0]} +{len(self.keys) - 1}"

    @property
    def width(self) -> float:
        """How wide it is drawn."""
        return max(LEAST, CHARACTER * len(self.text) + 8)


def labels(symbols: Sequence[Symbol], *, width: float, height: float) -> tuple[Label, ...]:
    """Return labels that cover neither each other nor the edge; what finds no seat joins its nearest neighbour."""
    groups = _on_top(symbols)
    while True:
        placed, homeless = _seated(groups, width, height)
        if homeless is None or len(groups) == 1:
            return tuple(placed)
        near = min((g for g in groups if g is not homeless), key=lambda g: _distance(g, homeless))
        groups = [g for g in groups if g is not near and g is not homeless]
        groups.append(sorted([*near, *homeless], key=_order))
        groups.sort(key=lambda g: _order(g[0]))


def _order(symbol: Symbol) -> tuple[int, str]:
    return (len(symbol.key), symbol.key)


def _on_top(symbols: Sequence[Symbol]) -> list[list[Symbol]]:
    groups: list[list[Symbol]] = []
    for symbol in sorted(symbols, key=_order):
        near = [g for g in groups if any(math.dist((symbol.x, symbol.y), (o.x, o.y)) < ON_TOP for o in g)]
        groups = [g for g in groups if g not in near] + [sorted([*(s for g in near for s in g), symbol], key=_order)]
    return sorted(groups, key=lambda g: _order(g[0]))


def _distance(a: Sequence[Symbol], b: Sequence[Symbol]) -> float:
    return min(math.dist((x.x, x.y), (y.x, y.y)) for x in a for y in b)


def _seated(groups: Sequence[list[Symbol]], width: float, height: float) -> tuple[list[Label], list[Symbol] | None]:
    """The labels with their seats, until a group finds none; that group."""
    placed: list[Label] = []
    for group in groups:
        seats = (Label(tuple(s.key for s in group), x, y) for x, y in _seats(group))
        free = next((label for label in (_inside(s, width, height) for s in seats) if all(_apart(label, p) for p in placed)), None)
        if free is None and len(groups) > 1:
            return placed, group
        placed.append(free or _inside(Label(tuple(s.key for s in group), group[0].x, group[0].y), width, height))
    return placed, None


def _seats(group: Sequence[Symbol]) -> Iterator[tuple[float, float]]:
    x, y = sum(s.x for s in group) / len(group), sum(s.y for s in group) / len(group)
    clear = max(s.clear for s in group)
    yield (x + clear, y - clear)
    for reach in REACHES:
        yield from ((x + reach * dx, y + reach * dy) for dx, dy in CORNERS)


def _inside(label: Label, width: float, height: float) -> Label:
    half = label.width / 2 + 2
    return Label(label.keys, round(min(max(label.x, half), width - half), 1), round(min(max(label.y, 14.0), height - 14.0), 1))


def _apart(one: Label, other: Label) -> bool:
    return abs(one.x - other.x) > (one.width + other.width) / 2 + 2 or abs(one.y - other.y) > TALL
