"""Hard pairs: reports of two occurrences easily taken for one never merge; those of one occurrence mostly do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from casus.codebook.yaml_files import read_yaml
from casus.model.picture import Picture, Reading
from casus.pipeline import Tools, draw

PAIRS = read_yaml(Path(__file__).with_name("hard_pairs.yaml"))
RECALL = 0.9
"""The least share of the same pairs that are found."""


@pytest.fixture(scope="module")
def pictured(tools: Tools, read_text: Callable[..., Reading]) -> Callable[..., Picture]:
    return lambda pair: draw([read_text(text, published=day, title=title or None) for day, title, text in pair], tools)


def first_attack(picture: Picture, report: str) -> str:
    """The id of the printed attack a report tells first, "" for none."""
    told = [(c.act.start, e.id) for e in picture.events if e.certain and e.type == "ASSAULT" for c in e.claims if c.report == report]
    return min(told, default=(0, ""))[1]


def merged(picture: Picture) -> bool:
    """Whether the main attacks of the two reports are one event."""
    one, other = (first_attack(picture, r.report.id) for r in picture.readings)
    return one == other != ""


@pytest.mark.parametrize("name", PAIRS["different"])
def test_two_occurrences_never_merge(pictured: Callable[..., Picture], name: str) -> None:
    assert not merged(pictured(PAIRS["different"][name]))


def test_one_occurrence_is_mostly_found(pictured: Callable[..., Picture]) -> None:
    missed = [name for name, pair in PAIRS["same"].items() if not merged(pictured(pair))]
    assert len(missed) <= (1 - RECALL) * len(PAIRS["same"]), missed


def test_all_at_once_keep_the_different_ones_apart(tools: Tools, read_text: Callable[..., Reading]) -> None:
    """The whole file as one case: no pair of different occurrences is drawn together through the others."""
    pairs = [[read_text(text, published=day, title=title or None) for day, title, text in p] for p in PAIRS["different"].values()]
    picture = draw([reading for pair in pairs for reading in pair], tools)
    first = [[first_attack(picture, reading.report.id) for reading in pair] for pair in pairs]
    assert [texts for texts, (a, b) in zip(PAIRS["different"], first, strict=True) if a == b != ""] == []
