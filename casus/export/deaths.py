"""Whose the dead were: UCDP's four columns, without ever adding what two voices say of the same dead.

The figure is the event's (docs/codebook.md, Numbers). It goes to the side its words name ("16 soldiers"), to the civilians, or to
the unknown. Only one voice's own account of several groups ("five soldiers and ten rebels were killed, the army said") fills
several columns; figures of different voices stand for the same dead and are never added.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from casus.codebook.kinds import load_kinds
from casus.coding.harm.counts import COORDINATED
from casus.coding.numbers import first_number
from casus.export.sides import Side, are_civilians, is_civil_word, side_of
from casus.merge.sight import head_word
from casus.model.claim import Claim
from casus.model.count import Count
from casus.model.event import Event

A, B, CIVILIANS, UNKNOWN = "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"
COLUMNS = (A, B, CIVILIANS, UNKNOWN)
_JOINT = re.compile(r",? (?:and|as well as|along with|together with) |, ")
_FORCES = frozenset({"military", "police", "intelligence"})
_REBELS = frozenset({"unnamed-armed", "armed-group", "militia"})


@dataclass(frozen=True, slots=True)
class Sides:
    """Who fights whom, and on which day; `b` None where it is civilians or not told."""

    a: Side
    b: Side | None
    on: date | None = None

    def columns(self) -> tuple[tuple[Side, str], ...]:
        """Each side with its column."""
        return ((self.a, A),) + (((self.b, B),) if self.b is not None else ())


@dataclass(frozen=True, slots=True)
class Deaths:
    """Deaths by column, which add up to `best`; `low` and `high` None where open."""

    by: dict[str, int]
    low: int | None
    best: int
    high: int | None


def deaths_of(event: Event, sides: Sides) -> Deaths | None:
    """The deaths of an event; None where no figure of at least one is given."""
    killed = event.killed
    if killed is None or killed.best is None or killed.best < 1:
        return None
    told = [c for c in event.claims if not c.heading and c.status != "denied" and c.killed is not None]
    edited = any(j.field == "killed" for j in event.judged)
    found = None if edited else _by_one_clause(killed, sides) or _by_one_voice(told, killed.best, sides)
    by = found or {_column_of(told, killed, sides): killed.best}
    total = sum(by.values())
    low = killed.low if killed.low is None else min(killed.low, total)
    high = killed.high if killed.high is None else max(killed.high, total)
    return Deaths({name: by.get(name, 0) for name in COLUMNS}, low, total, high)


def _by_one_clause(killed: Count, sides: Sides) -> dict[str, int] | None:
    """The parts of a figure that one clause gives apart ("five soldiers and ten militants were killed")."""
    if not killed.rule.endswith(COORDINATED):
        return None
    by: Counter[str] = Counter()
    for piece in _JOINT.split(killed.evidence.words):
        by[next(_by_words(piece, sides), UNKNOWN)] += first_number(piece) or 0
    return dict(by) if by.total() == killed.best else None


def _by_one_voice(told: Sequence[Claim], best: int, sides: Sides) -> dict[str, int] | None:
    """The losses of several groups, where the voice of the best figure gives them apart, each in one figure."""
    for lead in (c for c in told if c.killed is not None and c.killed.best == best):
        by: dict[str, set[int]] = {}
        for claim in (c for c in told if _voice(c) == _voice(lead)):
            count = claim.killed
            if count is not None and count.best is not None:
                by.setdefault(_column(claim, count, sides), set()).add(count.best)
        if len(by) > 1 and UNKNOWN not in by and all(len(figures) == 1 for figures in by.values()):
            return {name: figures.pop() for name, figures in by.items()}
    return None


def _voice(claim: Claim) -> tuple[str, tuple[str, ...]]:
    return claim.report, tuple(s.id or s.name for s in claim.sources)


def _column_of(told: Sequence[Claim], killed: Count, sides: Sides) -> str:
    """The column of the event's one figure: what the claims that give it say; unknown where they differ or do not say."""
    giving = [c for c in told if c.killed is not None and c.killed.best == killed.best]
    columns = {_column(c, c.killed, sides) for c in giving if c.killed is not None} - {UNKNOWN}
    return columns.pop() if len(columns) == 1 else UNKNOWN


def _column(claim: Claim, count: Count, sides: Sides) -> str:
    """The column of one claim's figure, by the words for those counted, or by the only one acted upon."""
    if count.who:
        return next(_by_words(count.who, sides), UNKNOWN)
    columns = {CIVILIANS if are_civilians(p) else _of_side(side_of(p, sides.on), sides) for p in claim.recipients}
    return columns.pop() if len(columns) == 1 else UNKNOWN


def _by_words(who: str, sides: Sides) -> Iterator[str]:
    """Soldiers are the government's, fighters the group's, where one side only can be meant."""
    noun = load_kinds().noun(head_word(who))
    states = [column for side, column in sides.columns() if side.is_state]
    groups = [column for side, column in sides.columns() if not side.is_state]
    if noun is not None and noun.kind in _FORCES and len(states) == 1:
        yield states[0]
    if noun is not None and noun.kind in _REBELS and len(groups) == 1:
        yield groups[0]
    if is_civil_word(who):
        yield CIVILIANS


def _of_side(side: Side | None, sides: Sides) -> str:
    keys = {s.key: column for s, column in sides.columns()}
    return keys.get(side.key, UNKNOWN) if side is not None else UNKNOWN
