"""The rows of an actor table: one actor a line, tab-separated, made to be read and compared by people.

Columns: id, name, kind, country (ISO 3166 alpha-3), parent, aliases, offices, source. Aliases and offices are
separated by "; "; dates stand in brackets, either end open: ``ISIS [2013-04-08..]``. Lines that begin with # are notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import cast, get_args

from casus.model.actor import Actor, ActorKind, Alias, Office
from casus.model.errors import CodebookError

COLUMNS = ("id", "name", "kind", "country", "parent", "aliases", "offices", "source")
KINDS = frozenset(get_args(ActorKind))
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DATED = re.compile(r"(?P<words>.+?)\s*\[(?P<start>[\d-]*)\.\.(?P<end>[\d-]*)\]")


def read_actors(path: Path) -> Iterator[Actor]:
    """The actors of one file. Raises CodebookError with file and line where a row is malformed."""
    for number, cells in read_rows(path, COLUMNS):
        try:
            yield actor_of(cells)
        except ValueError as error:
            raise CodebookError(f"{path}, line {number}: {error}") from error


def read_rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, list[str]]]:
    """The cells of a tab-separated file with this heading, with their line numbers. Missing last cells are empty."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CodebookError(f"{path}: cannot be read ({error})") from error
    yield from rows_of(text, columns, str(path))


def rows_of(text: str, columns: tuple[str, ...], where: str) -> Iterator[tuple[int, list[str]]]:
    """The cells of a tab-separated text with this heading, with their line numbers; `where` names it in errors."""
    lines = text.split("\n")
    if tuple(lines[0].rstrip("\r").split("\t")) != columns:
        raise CodebookError(f"{where}, line 1: the heading must be {', '.join(columns)}, separated by tabs")
    width = len(columns)
    for number, line in enumerate(lines[1:], start=2):
        if not line.strip() or line[0] == "#":
            continue
        cells = line.rstrip("\r").split("\t")
        if len(cells) > width:
            raise CodebookError(f"{where}, line {number}: {len(cells)} cells where the heading has {width}")
        yield number, cells + [""] * (width - len(cells))


def actor_of(cells: list[str]) -> Actor:
    """The actor of a row. Raises ValueError where a cell is malformed."""
    slug, name, kind, country, parent, aliases, offices, source = cells
    if not _ID.fullmatch(slug):
        raise ValueError(f"id {slug!r} must be lower-case letters and digits, joined by hyphens")
    if not name:
        raise ValueError(f"{slug} has no name")
    if kind not in KINDS:
        raise ValueError(f"{slug}: kind {kind!r} is none of {', '.join(sorted(KINDS))}")
    return Actor(
        slug,
        name,
        cast(ActorKind, kind),
        country or None,
        parent or None,
        tuple(Alias(*entry) for entry in dated(aliases)) if aliases else (),
        tuple(Office(*entry) for entry in dated(offices)) if offices else (),
        source,
    )


def dated(cell: str) -> Iterator[tuple[str, date | None, date | None]]:
    """The entries of a cell: words, first day, last day. Raises ValueError at a malformed date."""
    if not cell:
        return
    for entry in cell.split("; "):
        if entry[-1:] != "]":
            yield entry, None, None
            continue
        match = _DATED.fullmatch(entry)
        if match is None:
            raise ValueError(f"{entry!r}: dates are written [2014-06-29..] or [..2014-06-29]")
        yield match["words"], _day(match["start"]), _day(match["end"])


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
