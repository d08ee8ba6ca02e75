"""Captives: who takes whom, how many, and what is another act."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Many = Callable[..., list[Event]]


def taken(events: Many, text: str) -> list[tuple[int | None, int | None]]:
    """Low and high of the captives of each event."""
    return sorted((e.captured.low, e.captured.high) for e in events(text) if e.captured is not None)  # type: ignore[type-var]


CASES = [
    ("An army patrol captured a rebel financier during a night raid near Gao.", [(1, 1)]),
    ("Soldiers captured a suspected militant in the suburb of Daraya on Sunday.", [(1, 1)]),
    ("The soldiers detained the rebel commander along with two of his aides.", [(3, 3)]),
    ("The soldiers detained two drivers and several rebels near Gao.", [(2, None)]),
    ("Police detained two suspected rebels and seized one assault rifle in Gao.", [(2, 2)]),
    ("Soldiers arrested a rebel leader near Gao. The soldiers also detained two additional rebels.", [(1, 1), (2, 2)]),
    ("Soldiers arrested a rebel leader near Gao. They also detained a rebel cook.", [(1, 1), (1, 1)]),
    ("Soldiers arrested a rebel leader and detained two drivers near Gao.", [(3, 3)]),
    ("Soldiers captured a rebel financier and several of his aides near Gao.", [(1, None)]),
    ("Soldiers captured a rebel financier, along with more than 10 of his aides, near Gao.", [(11, None)]),
    ("Soldiers detained a rebel leader who ran a camp near Gao, along with one suspected rebel.", [(2, 2)]),
    ("Soldiers identified and detained the financier along with three of his aides.", [(4, 4)]),
    ("Soldiers captured a financier near Gao. A search followed. The soldiers detained the financier along with two of his aides.", [(3, 3)]),
    ("Soldiers detained a number of rebels near Gao.", []),
    ("Soldiers detained one man near Gao on Monday. A search followed. After questions the soldiers detained a man with ties to rebels.", [(1, 1)]),
    ("A smuggler was captured and several suspected smugglers were detained by police in Gao on Monday.", [(1, None)]),
    ("Police in Gao arrested an Army of Light facilitator on Monday.", [(1, 1)]),
    ("Soldiers captured a rebel financier and several aides near Gao. A search followed. The soldiers detained him and his aides.", [(1, None)]),
    (
        "Soldiers captured two smugglers and two other rebels near Gao. The smugglers were captured first. Two other rebels were also captured.",
        [(4, 4)],
    ),
    (
        "Soldiers detained two suspected rebels near Gao, including a bomb maker. A search followed. "
        "The soldiers detained the bomb maker and one additional rebel.",
        [(2, 2)],
    ),
    (
        "Soldiers detained two smugglers and several rebels near Gao on Monday. The two smugglers were detained at a farm. "
        "Several additional rebels were detained at a mill.",
        [(2, None)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_captives(events: Many, text: str, expected: list[tuple[int, int | None]]) -> None:
    assert taken(events, text) == expected


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A joint patrol killed two insurgents near Gao on Monday.", "joint patrol"),
        ("A patrol killed a rebel leader near Gao on Monday.", "patrol"),
        ("A commando team killed five insurgents near Gao.", "commando team"),
    ],
)
def test_patrols_and_teams_act(events: Many, text: str, who: str) -> None:
    assert [p.name for e in events(text) if e.type == "ASSAULT" for p in e.actors] == [who]


def test_one_figure_for_separate_operations_is_a_total(events: Many) -> None:
    found = events("Soldiers detained nine rebels during separate operations in eastern Mali.")
    assert [e.aggregate for e in found if e.captured] == [True]


def test_the_same_number_taken_is_told_again(events: Many) -> None:
    text = "Soldiers detained two rebels near Gao. After a search of the house, two suspected rebels were held, and two were detained."
    assert len([e for e in events(text) if e.captured]) == 1


ONE_TAKING = [
    "Soldiers captured several rebels near Gao on Monday. The soldiers searched the farm before taking several men into custody.",
    "Soldiers captured five rebels near Gao on Monday. The soldiers detained the five rebels after a search.",
]


@pytest.mark.parametrize("text", ONE_TAKING)
def test_a_capture_and_the_arrest_of_the_same_people_are_one_taking(events: Many, text: str) -> None:
    """Capture in combat is ASSAULT, arrest COERCE: told of the same people they are one occurrence."""
    assert len([e for e in events(text) if {"abduct", "arrest"} & {*e.modes}]) == 1


TWO_TAKINGS = [
    "Soldiers captured five rebels near Gao on Monday. Police arrested a baker in Mopti on Monday.",
    "Soldiers captured several rebels near Gao on Monday. Police arrested several students in Mopti on Monday.",
    "Soldiers captured several rebels near Gao on Monday. The soldiers also detained several men.",
]


@pytest.mark.parametrize("text", TWO_TAKINGS)
def test_a_capture_and_an_arrest_of_others_are_two(events: Many, text: str) -> None:
    assert len([e for e in events(text) if {"abduct", "arrest"} & {*e.modes}]) == 2


def test_further_questions_are_asked_of_those_taken_already(events: Many) -> None:
    text = "Soldiers captured several suspected rebels in Gao on Monday. The soldiers took several men into custody for {} questioning."
    assert len([e for e in events(text.format("additional")) if e.type in {"COERCE", "ASSAULT"}]) == 1
    more = "Soldiers captured several suspected rebels in Gao on Monday. The soldiers took several additional men into custody."
    assert len([e for e in events(more) if e.type in {"COERCE", "ASSAULT"}]) == 2


def test_company_told_far_behind_is_counted(event) -> None:  # type: ignore[no-untyped-def]
    text = "Troops detained a Taliban leader who operated out of Arghandab district in Kandahar province, along with one suspected insurgent on Monday."
    found = event(text, "COERCE")
    assert found.captured is not None and found.captured.best == 2
