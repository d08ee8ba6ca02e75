"""The graph of ties: actors on an ellipse, one line per pair and sign, so that a change of sign shows as two lines."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations

from casus.brief.ties import Pair
from casus.brief.turns import ERAS

WIDTH, HEIGHT = 600, 400
RADIUS_X, RADIUS_Y = 168.0, 130.0
MARGIN = 62.0
"""Room for a name of three lines above and below."""

MOST = 12
"""Actors drawn; with more the table says it better."""

EXHAUSTIVE = 7
"""Up to this many actors every order is tried for the fewest crossings."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Node:
    """An actor: where its dot stands and how its name is set."""

    x: float
    y: float
    label_x: float
    label_y: float
    anchor: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Edge:
    """All ties of one sign between two actors: a curve with the sign at its middle, and since when it is told."""

    path: str
    x: float
    y: float
    sign: str
    symbol: str
    past: bool
    words: str


@dataclass(frozen=True, slots=True)
class Graph:
    """The drawing, and how many actors found no room in it."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left_out: int
    top: float = 0.0
    height: float = 0.0


def graph(pairs: Sequence[Pair]) -> Graph:
    """Return the graph of all pairs; empty where there are fewer than three actors (the table suffices)."""
    names = _ranked(pairs)
    if len(names) < 3:
        return Graph((), (), 0)
    kept = names[:MOST]
    drawn = [p for p in pairs if p.one in kept and p.other in kept]
    at = {name: _seat(i, len(kept)) for i, name in enumerate(_ordered(kept, drawn))}
    edges = [edge for pair in drawn for edge in _edges(pair, at)]
    nodes = tuple(_node(name, point) for name, point in at.items())
    top = min(n.y for n in nodes) - MARGIN
    return Graph(nodes, tuple(edges), len(names) - len(kept), top, max(n.y for n in nodes) + MARGIN - top)


def _ranked(pairs: Sequence[Pair]) -> list[str]:
    ties: dict[str, int] = {}
    for pair in pairs:
        for name in (pair.one, pair.other):
            ties[name] = ties.get(name, 0) + len(pair.ties)
    return sorted(ties, key=lambda name: (-ties[name], name))


def _seat(i: int, n: int) -> Point:
    angle = 2 * math.pi * i / n - math.pi / 2
    return (round(WIDTH / 2 + RADIUS_X * math.cos(angle), 1), round(HEIGHT / 2 + RADIUS_Y * math.sin(angle), 1))


def _ordered(names: list[str], pairs: Sequence[Pair]) -> list[str]:
    """Return the order round the ellipse with the shortest lines; the first name stays in front."""
    if len(names) > EXHAUSTIVE:
        return names
    seats = [_seat(i, len(names)) for i in range(len(names))]
    orders = ([names[0], *rest] for rest in permutations(names[1:]))
    return min(orders, key=lambda order: (_length(order, pairs, seats), order))


def _length(order: Sequence[str], pairs: Sequence[Pair], seats: Sequence[Point]) -> float:
    at = dict(zip(order, seats, strict=True))
    return round(sum(math.dist(at[p.one], at[p.other]) for p in pairs), 3)


def _node(name: str, point: Point) -> Node:
    x, y = point
    side = x - WIDTH / 2
    anchor = "middle" if abs(side) < 30 else "start" if side > 0 else "end"
    away = 0 if anchor == "middle" else 13 if side > 0 else -13
    lines = _wrapped(name, 22 if anchor == "middle" else 12)
    lift = -14 - 15 * (len(lines) - 1) if y < HEIGHT / 2 else 24
    return Node(x, y, x + away, y + (lift if anchor == "middle" else 5 - 7 * (len(lines) - 1)), anchor, lines)


def _wrapped(name: str, width: int) -> tuple[str, ...]:
    """Return a name in at most three lines, broken at spaces and hyphens; longer ones end in an ellipsis."""
    lines = [""]
    for part in re.findall(r"[^\s-]+-?|-|\s+", name):
        if len(f"{lines[-1]}{part}".rstrip()) > width and lines[-1].strip():
            lines.append("")
        lines[-1] += part if lines[-1] else part.lstrip()
    short = [text if len(text) <= width + 2 else f"{text[: width + 1]}…" for text in map(str.strip, lines) if text][:3]
    return (*short[:-1], f"{short[-1]}…") if len(lines) > 3 else tuple(short)


def _edges(pair: Pair, at: dict[str, Point]) -> list[Edge]:
    signs = list(dict.fromkeys(t.sign for t in pair.ties))
    return [_edge(pair, sign, at, bend) for sign, bend in zip(signs, _bends(len(signs)), strict=True)]


def _bends(n: int) -> list[float]:
    """Return how far each of n lines is drawn towards the middle, away from the names outside."""
    return [34.0 * i for i in range(n)]


def _edge(pair: Pair, sign: str, at: dict[str, Point], bend: float) -> Edge:
    ties = [t for t in pair.ties if t.sign == sign]
    (x1, y1), (x2, y2) = at[pair.one], at[pair.other]
    length = math.dist((x1, y1), (x2, y2)) or 1.0
    inward = 1.0 if (x2 - x1) * (HEIGHT / 2 - y1) - (y2 - y1) * (WIDTH / 2 - x1) >= 0 else -1.0
    across = (-(y2 - y1) / length * bend * inward, (x2 - x1) / length * bend * inward)
    control = ((x1 + x2) / 2 + across[0] * 2, (y1 + y2) / 2 + across[1] * 2)
    middle = ((x1 + x2) / 4 + control[0] / 2, (y1 + y2) / 4 + control[1] / 2)
    path = f"M{x1:g},{y1:g}Q{control[0]:.1f},{control[1]:.1f} {x2:g},{y2:g}"
    words = "; ".join(dict.fromkeys(t.words for t in ties))
    past = all(t.era != ERAS[-1] for t in ties)
    return Edge(path, round(middle[0], 1), round(middle[1], 1), sign, ties[0].symbol, past, words)
