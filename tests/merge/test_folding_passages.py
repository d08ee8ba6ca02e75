"""Folding inside one report, measured on invented passages: an occurrence told once, with its own figures and sides.

Marked words of a passage say which occurrence they tell. An occurrence is told once where exactly one printed event rests on its
words and on nobody else's. Floors stand a little under what was measured; the held-out part is looked at by totals only.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from casus.codebook.yaml_files import read_yaml
from casus.model.event import Event
from casus.model.picture import Picture

FILES = {"development": "folding_passages.yaml", "held out": "folding_held_out.yaml"}
FIGURES = ("killed", "injured", "captured")
FLOORS = {
    "development": {"told once": 0.85, "figures": 0.83, "sides": 0.83, "mixed": 4},
    "held out": {"told once": 0.80, "figures": 0.71, "sides": 0.71, "mixed": 2},
}
"""Least shares of occurrences, and the most events that mix two occurrences."""
_MARK = re.compile(r"<(\d)\|([^>]*)>")


@dataclass(frozen=True, slots=True)
class Told:
    """An expected occurrence as Casus prints it: how many events tell it, whether one mixes it, and what is wrong with the first."""

    passage: str
    number: int
    events: int
    mixed: bool
    figures: tuple[str, ...]
    sides: tuple[str, ...]


def unmarked(marked: str, start: int = 0) -> tuple[str, list[tuple[int, int, int]]]:
    """A text without its marks, and the spans they had, each with its number."""
    out, spans, last = "", [], 0
    for mark in _MARK.finditer(marked):
        out += marked[last : mark.start()]
        spans.append((start + len(out), start + len(out) + len(mark[2]), int(mark[1])))
        out, last = out + mark[2], mark.end()
    return out + marked[last:], spans


def told(passage: Mapping[str, Any], code: Callable[..., Picture]) -> Iterator[Told]:
    """Each expected occurrence of a passage against what Casus prints."""
    title, heads = unmarked(passage.get("title", ""))
    text, spans = unmarked(passage["text"], len(title) + 2 if title else 0)
    whole = f"{title}\n\n{text}" if title else text
    found = code(whole, published=str(passage["published"]), title=title or None).events
    labels = {e.id: Counter(_labels(e, heads + spans)) for e in found if e.certain and e.type in {"ASSAULT", "COERCE"}}
    by_id = {e.id: e for e in found}
    for number, expected in passage["events"].items():
        mine = sorted((i for i, n in labels.items() if n[number]), key=lambda i: (-labels[i][number], i))
        one = by_id[mine[0]] if mine else None
        mixed = any(len(labels[i]) > 1 for i in mine)
        wrong = [tuple(find(expected, one)) if one else () for find in (_wrong_figures, _wrong_sides)]
        yield Told(passage["name"], number, len(mine), mixed, wrong[0], wrong[1])


def _labels(event: Event, spans: Sequence[tuple[int, int, int]]) -> Iterator[int]:
    """Of each claim, the number of the marked words it shares most with."""
    for claim in event.claims:
        shared = [(min(claim.act.end, end) - max(claim.act.start, start), n) for start, end, n in spans]
        most, number = max(shared, default=(0, 0))
        if most > 0:
            yield number


def _wrong_figures(expected: Mapping[str, Any], event: Event) -> Iterator[str]:
    for field in FIGURES:
        want = expected.get(field)
        wanted = want if isinstance(want, list) else [want]
        count = getattr(event, field)
        value = None if count is None else count.best if count.best is not None else count.low
        if value not in wanted:
            yield f"{field} {value}, not {want}"


def _wrong_sides(expected: Mapping[str, Any], event: Event) -> Iterator[str]:
    for key, parties in (("by", event.actors), ("to", event.recipients)):
        names = " ".join(f"{p.name} {p.evidence.words}" for p in parties)
        if key in expected and expected[key].lower() not in names.lower():
            yield f"{key} {names!r}, not {expected[key]}"


def totals(found: Sequence[Told]) -> dict[str, float]:
    """Shares of all expected occurrences, and counts of faults."""
    seen = [t for t in found if t.events]
    right = [t for t in seen if t.events == 1 and not t.mixed]
    return {
        "told once": len(right) / len(found), "figures": sum(not t.figures for t in right) / len(found),
        "sides": sum(not t.sides for t in right) / len(found), "mixed": sum(t.mixed for t in seen),
        "twice": sum(t.events > 1 for t in seen), "missed": len(found) - len(seen), "n": len(found),
    }  # fmt: skip


@pytest.mark.parametrize("part", FILES)
def test_occurrences_of_a_report_are_told_once(part: str, code_text: Callable[..., Picture]) -> None:
    found = totals([t for p in read_yaml(Path(__file__).with_name(FILES[part])) for t in told(p, code_text)])
    floors = FLOORS[part]
    assert found["mixed"] <= floors["mixed"], found
    assert all(found[key] >= floors[key] for key in ("told once", "figures", "sides")), found
