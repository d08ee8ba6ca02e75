"""The passages on which cautions are measured: what is due in each, and the picture Casus draws of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from casus.ingest import report_from_text
from casus.model.caution import Caution
from casus.pipeline import Tools, draw, read_report

HERE = Path(__file__).parent
EARNED = frozenset({"date-missing", "single-party-source", "unnamed-sources"})
"""Kinds that any short passage may earn by its wording; a clean passage is held to them only where it names them."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One line of a set: the kinds due (or, in a clean set, those that must not come), and one or more reports."""

    kinds: frozenset[str]
    title: str | None
    published: date | None
    reports: tuple[str, ...]


def passages(name: str) -> list[Passage]:
    """The passages of a set, in its order."""
    lines = (HERE / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [_passage(line) for line in lines if not line.startswith("#")]


def _passage(line: str) -> Passage:
    kinds, title, day, text = line.split("\t")
    return Passage(
        frozenset() if kinds == "-" else frozenset(kinds.split("|")), None if title == "-" else title,
        None if day == "-" else date.fromisoformat(day), tuple(part.replace("¶", "\n\n") for part in text.split("‖")),
    )  # fmt: skip


def cautions(passage: Passage, tools: Tools) -> Sequence[Caution]:
    """What Casus flags in the passage."""
    given = [report_from_text(text, title=passage.title, published=passage.published) for text in passage.reports]
    return draw([read_report(report, tools) for report in given], tools).cautions


def missed(name: str, tools: Tools) -> list[Passage]:
    """Damaged passages in which none of the kinds due is flagged."""
    return [p for p in passages(name) if not p.kinds & {c.kind for c in cautions(p, tools)}]


def false_alarms(name: str, tools: Tools) -> list[tuple[Passage, Caution]]:
    """Cautions on clean passages: of the kinds they name, or of any kind that no wording earns."""
    return [
        (p, c) for p in passages(name) for c in cautions(p, tools)
        if (c.kind in p.kinds if p.kinds else c.kind not in EARNED)
    ]  # fmt: skip
