"""Actors that share a word, an abbreviation or a sound: never merged, never taken for one another (confusable_pairs.tsv)."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from casus.codebook.actors import load_actors
from casus.model.event import Event
from casus.model.picture import Picture, Reading
from casus.pipeline import Tools
from casus.resolve.actors import ReportActors

ROWS = [r.split("\t") for r in Path(__file__).with_name("confusable_pairs.tsv").read_text(encoding="utf-8").splitlines() if r[:1] != "#"][
    1:
]
MARKS = re.compile(r"[\[\]{}]")
DAY = "2024-06-01"


def spans(text: str) -> tuple[tuple[int, int], tuple[int, int]]:
    """Where the two marked actors stand in the text without its marks."""
    at = [m.start() - n for n, m in enumerate(MARKS.finditer(text))]
    return (at[0], at[1]), (at[2], at[3])


def test_there_are_enough_pairs() -> None:
    assert len({frozenset(r[:2]) for r in ROWS}) >= 60


@pytest.mark.parametrize(("first", "second", "text"), ROWS)
def test_each_is_itself(tools: Tools, read_text: Callable[..., Reading], first: str, second: str, text: str) -> None:
    report = read_text(MARKS.sub("", text), published=DAY).report
    sentences = tools.reader.read(report.text, [(b.start, b.end, False) for b in report.blocks])
    actors = ReportActors(report, sentences, load_actors())
    found = [actors.identify(*span).id or "-" for span in spans(text)]
    assert found == [first, second]


@pytest.mark.parametrize(("first", "second", "text"), ROWS)
def test_no_event_takes_one_for_the_other(code_text: Callable[..., Picture], first: str, second: str, text: str) -> None:
    one, other = spans(text)
    for event in code_text(MARKS.sub("", text), published=DAY).events:
        assert not _both(event, one, other)
        for party in (*event.actors, *event.recipients):
            inside = one if one[0] <= party.evidence.start < one[1] else other if other[0] <= party.evidence.start < other[1] else None
            expected = first if inside == one else second
            assert inside is None or party.id in {None, expected}


def _both(event: Event, *marked: tuple[int, int]) -> bool:
    """Whether an event has actors from both marked phrases, each the doer of an act of its own."""
    starts = [p.evidence.start for c in event.claims for p in c.actors]
    return all(any(a <= s < b for s in starts) for a, b in marked)
