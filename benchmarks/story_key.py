"""An invented report and its coding by hand, as benchmarks/coded_stories/ holds it.

A story is one YAML file: `published`, `publisher`, `title`, `text`, `events`, `nothing`. An event of it says with exact words where it is
`told`, and what an expert would sign: `type` (one or several that may be signed), `modes` and `modes_may`, `status`, `layer`, `actors`,
`recipients` and `sources` (each a list of wordings, with `..._may` for those that are not wrong either), `date` (day, month, year, or
span), `place` and `place_may`, `killed`, `injured`, `captured` (a figure, or those that may be signed), `optional`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from casus.ingest.report import report_from_text
from casus.model.text import Report

STORIES = Path(__file__).resolve().parent / "coded_stories"
PARTS = ("open", "apart")
"""Stories whose faults were looked at one by one, and those of which only totals were."""
FIGURES = ("killed", "injured", "captured")
Wordings = tuple[tuple[str, ...], ...]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Coded:
    """One event as coded by hand. `told` are the spans of the report that tell it; `date` is (first, last) as ISO days, None = not told."""

    id: str
    told: tuple[Span, ...]
    types: tuple[str, ...]
    modes: frozenset[str]
    modes_may: frozenset[str]
    status: tuple[str, ...]
    layer: tuple[str, ...]
    parties: dict[str, tuple[Wordings, Wordings]]
    date: tuple[str, str] | None
    places: tuple[str, ...]
    places_may: tuple[str, ...]
    figures: dict[str, tuple[int | None, ...]]
    optional: bool


@dataclass(frozen=True, slots=True)
class Story:
    """One report and its events."""

    name: str
    report: Report
    events: tuple[Coded, ...]


def stories(part: str, root: Path = STORIES) -> list[Story]:
    """The stories of a part, by name. Raises ValueError for words that do not stand in their report."""
    return [story(path) for path in sorted((root / part).glob("*.yaml"))]


def story(path: Path) -> Story:
    """One story. Raises ValueError where a `told` is not in the text."""
    return story_of(path.stem, yaml.safe_load(path.read_text(encoding="utf-8")), path)


def story_of(name: str, row: Mapping[str, Any], path: Path) -> Story:
    """A story from what its file holds. Raises ValueError where a `told` is not in the text."""
    published = str(row["published"]) if row["published"] else None
    report = report_from_text(row["text"], published=published, title=row["title"], publisher=row.get("publisher"))
    return Story(name, report, tuple(_coded(event, report, path) for event in row["events"]))


def _coded(row: dict[str, Any], report: Report, path: Path) -> Coded:
    told = tuple(span for words in row["told"] for span in _spans(report, words, path))
    return Coded(
        str(row["id"]), told, _several(row["type"]), frozenset(row["modes"] or ()), frozenset(row.get("modes_may") or ()),
        _several(row["status"]), _several(row["layer"]),
        {name: (_wordings(row.get(name)), _wordings(row.get(f"{name}_may"))) for name in ("actors", "recipients", "sources")},
        _days(row.get("date")), tuple(row.get("place") or ()), tuple(row.get("place_may") or ()),
        {name: tuple(v) if isinstance(v := row.get(name), list) else (v,) for name in FIGURES}, bool(row.get("optional")),
    )  # fmt: skip


def _several(value: str | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _wordings(value: list[list[str]] | None) -> Wordings:
    return tuple(tuple(words) for words in value or ())


def _spans(report: Report, words: str, path: Path) -> list[Span]:
    """Where words stand in the report's body, nowhere if only a heading has them; blank space counts alike."""
    heads = [(b.start, b.end) for b in report.blocks if b.kind != "paragraph"]
    text, words = report.text.replace("\n", " "), " ".join(words.split())
    found, at = [], text.find(words)
    while at >= 0:
        if not any(start <= at < end for start, end in heads):
            found.append((at, at + len(words)))
        at = text.find(words, at + 1)
    if words not in text:
        raise ValueError(f"{path}: not in the text: {words!r}")
    return found


def _days(value: object) -> tuple[str, str] | None:
    if value is None:
        return None
    first, _, last = str(value).partition("/")
    return first, last or first
