"""What is only supposed, insisted on, intended by nobody or likened to an act is told of nobody."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Events = Callable[..., list[Event]]


@pytest.mark.parametrize(
    "text",
    [
        "The bureau offers a 5,000 dollar reward for information leading to the arrest of the trader's killer in Gao.",
        "Bombing a market in Gao would send a strong signal, the minister said on Monday.",
        "Those who stay silent when the shrine at Gao is attacked cannot teach us, President Keita said on Monday.",
        "Talk of an early summit between the presidents of Mali and Niger is alarming the continent.",
        "Neither the European Union nor the United States would endorse the government's plan on Monday.",
        "The council is insisting that Mali's leaders sign the accord with Niger on Monday.",
        "The leaks were \"a crime\" and \"an attack on Mali\", the lawyer said on Monday.",
        "The senator described the movement as a racist attack on the nation's first Roma president.",
        "Russia said on Monday that the West was preparing to launch another “information attack” against Russia.",
        "Perhaps Mali decided on Monday to withdraw its troops from Niger.",
        "The number of rapes recorded in Mali last year rose 12.8 percent.",
        "Far fewer sexual assaults occurred in Gao on Monday than in 2015.",
        "Demonstrations at Gao University are a sensitive matter.",
        "Under the constitution, the National Assembly impeaches the president.",
        "It was part of a nationwide pattern of police using excessive force against migrants in Gao.",
    ],
)
def test_nothing_is_printed(events: Events, text: str) -> None:
    assert [e.type for e in events(text)] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The government was criticised on Monday for shelling the camp at Gao.", "ASSAULT"),
        ("The bombing was an attack on Mali, President Keita said on Monday.", "ASSAULT"),
        ("Rebels attacked a post in Gao on Monday, killing “two soldiers”.", "ASSAULT"),
        ("Attacks by rebels on villages in Gao doubled in May.", "ASSAULT"),
    ],
)
def test_what_was_done_still_is(events: Events, text: str, kind: str) -> None:
    assert kind in [e.type for e in events(text)]


def test_camps_given_for_attacks_tell_no_attack(events: Events) -> None:
    found = events("Kabul accused Pakistan on Monday of giving camps to the Taliban for staging attacks on Afghan forces.")
    assert [e.type for e in found] == ["ACCUSE"]


def test_a_count_of_attacks_with_a_toll_is_a_total(events: Events) -> None:
    (found,) = events("An institute found a 40 percent rise in deaths from rebel attacks in Mali in 2023, killing over 900 people.")
    assert found.aggregate and found.killed is not None and found.killed.low == 900
