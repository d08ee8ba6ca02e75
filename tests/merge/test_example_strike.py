"""The shipped example: one strike with four rival tolls is one event, one raid told by both sides is one event."""

from __future__ import annotations

from pathlib import Path

import pytest

import casus
from casus.ingest import ingest
from casus.model.event import Event
from casus.model.picture import Picture
from casus.pipeline import Tools, draw, read_report

EXAMPLE = Path(casus.__file__).parent / "example"


@pytest.fixture(scope="module")
def picture(tools: Tools) -> Picture:
    return draw([read_report(r, tools) for r in ingest([str(EXAMPLE)])], tools)  # type: ignore[arg-type]


def told_in(picture: Picture, words: str) -> list[Event]:
    return [e for e in picture.events if e.type == "ASSAULT" and e.certain and any(words in c.act.words for c in e.claims)]


def figures(event: Event) -> set[int]:
    return {v.value for c in event.contested if c.field == "killed" for v in c.versions}


def test_the_market_strike_is_one_event_with_its_rival_tolls(picture: Picture) -> None:
    (strike,) = told_in(picture, "market")
    assert {45, 60, 57, 87} <= figures(strike)
    assert 100 in {c.killed.low for c in strike.claims if c.killed}
    assert len(strike.reports) == 3


def test_those_of_the_wounded_who_died_are_no_toll(picture: Picture) -> None:
    assert 12 not in {v.value for e in picture.events for c in e.contested for v in c.versions}


def test_tolls_are_never_added(picture: Picture) -> None:
    (strike,) = told_in(picture, "market")
    assert strike.killed is not None
    assert {strike.killed.low, strike.killed.best} <= {45, 57, 60, 87, 100}


def test_the_raid_told_by_the_army_and_by_the_group_is_one(picture: Picture) -> None:
    (raid,) = told_in(picture, "its men had carried out the raid")
    assert "ttp" in {p.id for p in raid.actors}
    assert figures(raid) == {16, 35}
    assert raid.killed is not None
    assert raid.killed.low == 16


def test_the_reprint_adds_no_event_of_its_own(picture: Picture) -> None:
    (copies,) = picture.near_copies
    reprint = [e for e in picture.events if e.certain and set(e.reports) <= set(copies)]
    assert all(len(e.reports) == len(copies) for e in reprint)


def test_the_accuser_is_not_the_doer(picture: Picture) -> None:
    (strike,) = told_in(picture, "carrying out the strike")
    assert "emergency-lawyers" not in {p.id for p in strike.actors}
    assert "sdn-mil" in {p.id for p in strike.actors}
