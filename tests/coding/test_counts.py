"""Counts: how many, harmed how, and whose, over invented passages, with floors.

The passages stand in `counts_development.tsv` (developed on) and `counts_held_out.tsv` (only totals are looked at). A
passage is right where exactly the expected figures are given, low and high, each under its kind and for those it counts.
How to measure: `python tests/coding/test_counts.py` prints the totals of both, and every fault of the first.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from casus.model.count import Count
from casus.model.event import Event
from casus.model.picture import Picture

FOLDER = Path(__file__).parent
PARTS = ("development", "held_out")
KINDS = {"killed": "killed", "injured": "injured", "either": "killed_or_injured", "captured": "captured"}
FLOORS = {"development": 0.95, "held_out": 0.90}
"""Least shares of passages right."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as a passage has it: kind, low, high (`best` alone where several voices differ), and a word for those counted."""

    kind: str
    low: int | None
    high: int | None
    best: int | None
    word: str


@dataclass(frozen=True, slots=True)
class Case:
    """A passage with the figures expected of its events, and the values and words expected among its statistics."""

    group: str
    figures: tuple[Figure, ...]
    statistics: tuple[tuple[float, str], ...]
    text: str


def cases(part: str) -> Iterator[Case]:
    """The passages of one part."""
    for line in (FOLDER / f"counts_{part}.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            group, expected, text = line.split("\t")
            items = [item.split() for item in expected.split("; ") if item != "-"]
            stats = tuple((float(value), word) for kind, value, word in (i for i in items if i[0] == "stat"))
            yield Case(group, tuple(_figure(*i) for i in items if i[0] != "stat"), stats, text.replace("¶", "\n\n"))


def _figure(kind: str, value: str, word: str = "") -> Figure:
    if value.startswith("="):
        return Figure(kind, None, None, int(value[1:]), word)
    if value.endswith("+"):
        return Figure(kind, int(value[:-1]), None, None, word)
    if value.startswith("-"):
        return Figure(kind, None, int(value[1:]), None, word)
    low, _, high = value.partition("..")
    return Figure(kind, int(low), int(high or low), None, word)


def judge(case: Case, picture: Picture) -> tuple[bool, str]:
    """Whether a passage is right, and what was read."""
    events = [e for e in picture.events if not e.aggregate]
    found = [(name, c, e) for e in events for name, field in KINDS.items() if (c := getattr(e, field)) is not None]
    statistics = [s for r in picture.readings for s in r.statistics]
    told = [(s.value, s.of.lower()) for s in statistics]
    counted = all(any(v == value and word in f"{of} {s.unit}" for (v, of), s in zip(told, statistics, strict=True)) for value, word in case.statistics)
    left = list(found)
    for figure in case.figures:
        match = next((f for f in left if _agrees(figure, *f)), None)
        if match is None:
            return False, _said(found, told)
        left.remove(match)
    return counted and not left, _said(found, told)


def _agrees(figure: Figure, kind: str, count: Count, event: Event) -> bool:
    value = count.best if figure.best is not None else (count.low, count.high)
    wanted = figure.best if figure.best is not None else (figure.low, figure.high)
    whose = " ".join((count.who or "", count.evidence.words, *((p.evidence.words for p in event.recipients) if count.who is None else ())))
    return kind == figure.kind and value == wanted and figure.word.lower() in whose.lower()


def _said(found: Sequence[tuple[str, Count, Event]], statistics: Sequence[tuple[float, str]]) -> str:
    figures = [f"{kind} {c.low}/{c.best}/{c.high} ({c.who})" for kind, c, _ in found]
    return "; ".join((*figures, *(f"stat {value:g} {of}" for value, of in statistics))) or "-"


def measure(part: str, code: Callable[..., Picture]) -> list[tuple[Case, bool, str]]:
    """Every verdict of one part."""
    return [(c, *judge(c, code(c.text))) for c in cases(part)]


@pytest.mark.parametrize("part", PARTS)
def test_floors(code_text: Callable[..., Picture], part: str) -> None:
    verdicts = measure(part, code_text)
    wrong = [c.text for c, right, _ in verdicts if not right]
    assert len(verdicts) - len(wrong) >= FLOORS[part] * len(verdicts), f"{len(wrong)} wrong of {len(verdicts)}"


def test_both_parts_hold_every_group() -> None:
    assert {c.group for c in cases("development")} == {c.group for c in cases("held_out")}


def _print() -> None:
    from casus.ingest import report_from_text
    from casus.pipeline import Tools, draw, read_report

    tools = Tools.load()

    def code(text: str) -> Picture:
        return draw([read_report(report_from_text(text, published=date(2024, 12, 26)), tools)], tools)

    for part in PARTS:
        verdicts = measure(part, code)
        groups = Counter(c.group for c, right, _ in verdicts if not right)
        for case, right, said in verdicts if part == "development" else ():
            if not right:
                want = "; ".join(f"{f.kind} {f.low}/{f.best or ''}/{f.high} {f.word}" for f in case.figures)
                print(f"{case.group}: {case.text}\n    want {want or '-'} {case.statistics or ''}\n    got  {said}")
        right = sum(ok for _, ok, _ in verdicts)
        print(f"{part}: {right}/{len(verdicts)} = {right / len(verdicts):.3f}", dict(groups) if part == "development" else "")


if __name__ == "__main__":
    sys.path.insert(0, ".")
    _print()
