"""Words that make an act none of its sense, and those that only stand beside it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Events = Callable[..., list[Event]]


@pytest.mark.parametrize(
    ("text", "recipients", "killed"),
    [
        ("Gunmen killed two bus drivers in Gao on Monday.", ["two bus drivers"], 2),
        ("Rebels killed four goat herders near Gao on Monday.", ["four goat herders"], 4),
        ("Gunmen killed a judge on a bus in Gao on Monday.", ["judge"], 1),
        ("Militants killed a law student in Gao on Monday.", ["law student"], 1),
        ("A wolf hunter was killed by militiamen in Gao on Monday.", ["wolf hunter"], 1),
    ],
)
def test_people_are_killed_by_armed_men_whatever_they_drive_or_herd(
    events: Events, text: str, recipients: list[str], killed: int
) -> None:
    [event] = events(text)
    assert event.type == "ASSAULT" and [p.name for p in event.recipients] == recipients and event.killed is not None
    assert event.killed.best == killed


def test_who_stopped_a_bus_killed_its_passengers(events: Events) -> None:
    assert [e.type for e in events("Gunmen stopped a bus and killed six passengers near Gao on Monday.") if e.killed] == ["ASSAULT"]


def test_a_town_stormed_is_burned_in_no_weather(events: Events) -> None:
    [event] = events("Bandits stormed Loura on Monday and torched twelve houses.")
    assert event.modes == ("destroy",) and "twelve houses" in [p.name for p in event.recipients]


def test_whom_police_target_and_shoot_they_shoot(events: Events) -> None:
    assert [e.modes for e in events("Police targeted and shot protesters in Gao on Monday.")] == [("firearms",)]


@pytest.mark.parametrize(
    "text",
    [
        "A storm killed two bus drivers in Gao on Monday.",
        "The lorry killed two goat herders in a crash near Gao on Monday.",
        "Soldiers killed two bus drivers in a collision near Gao on Monday.",
        "The senators killed a water bill on Monday.",
        "Rangers killed a wolf near Gao on Monday.",
        "A storm torched twelve houses in Loura on Monday.",
    ],
)
def test_what_nobody_armed_did_to_people_is_none(events: Events, text: str) -> None:
    assert not [e for e in events(text) if e.type == "ASSAULT"]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels shot dead a football referee in Gao on Monday.",
        "A landmine killed three cattle herders near Gao on Monday.",
        "Insurgents beheaded a train conductor in Gao on Monday.",
        "Fighters killed 12 people at a football viewing centre in Gao on Monday.",
    ],
)
def test_armed_hands_and_mines_hurt_people_of_any_trade(events: Events, text: str) -> None:
    assert [e.type for e in events(text)] == ["ASSAULT"]
