"""Where armed groups come from and whom they joined: splits, alliances and mergers, with days where they are known (lineage.tsv).

A line of descent is no membership: who split from a group is not part of it, and no rule of resolution or merging reads this.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from casus.codebook.actor_rows import read_rows
from casus.model.errors import CodebookError

TABLE = Path(__file__).with_name("lineage.tsv")
COLUMNS = ("actor", "kind", "other", "start", "end", "source")
KINDS = frozenset({"split from", "split for a time from", "allied in", "joined"})


@dataclass(frozen=True, slots=True)
class Descent:
    """One tie of an actor's history; `start` and `end` None = the day is not told. Source as in the actor table."""

    actor: str
    kind: str
    other: str
    start: date | None
    end: date | None
    source: str


def read_lineage(path: Path = TABLE) -> Sequence[Descent]:
    """Every line of the table, in its order. Raises CodebookError with file and line where one is malformed."""
    lines = []
    for number, (actor, kind, other, start, end, source) in read_rows(path, COLUMNS):
        try:
            line = Descent(actor, kind, other, _day(start), _day(end), source)
        except ValueError as error:
            raise CodebookError(f"{path}, line {number}: {error}") from error
        if kind not in KINDS:
            raise CodebookError(f"{path}, line {number}: {kind!r} is none of {', '.join(sorted(KINDS))}")
        lines.append(line)
    return tuple(lines)


@lru_cache(maxsize=1)
def lineage() -> Mapping[str, Sequence[Descent]]:
    """The lines by the id of both actors they tie."""
    found: dict[str, list[Descent]] = {}
    for line in read_lineage():
        found.setdefault(line.actor, []).append(line)
        found.setdefault(line.other, []).append(line)
    return found


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
