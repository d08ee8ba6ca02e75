"""Who goes on speaking, and whom a pronoun in somebody's words does not mean."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Only = Callable[..., Event]
Many = Callable[..., list[Event]]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("The army said Boko Haram fighters attacked Damboa on Sunday. It said it killed 12 of them.", ["army"]),
        ("Israel said Hamas fighters attacked an outpost near Rafah on Friday. It said it struck a tunnel in response.", ["Israel"]),
        ("Pakistan said Afghan forces fired on a post in Kurram. It said its soldiers killed eight of the attackers.", ["Pakistan"]),
    ],
)
def test_it_goes_on_speaking(events: Many, text: str, doers: list[str]) -> None:
    assert [[p.name for p in e.actors] for e in events(text)][-1] == doers


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        ("Ahmed Sani was a teacher. His brother said soldiers shot him at a checkpoint on Tuesday.", ["Ahmed Sani"]),
        ("The boy was 12. His mother said a policeman beat him to death.", ["boy"]),
        ("Soldiers stopped a farmer at Gao. His wife said they beat him.", ["farmer at Gao"]),
        ("The farmer said soldiers shot him.", ["farmer"]),
    ],
)
def test_his_brother_is_another_than_he(event: Only, text: str, victims: list[str]) -> None:
    assert [p.name for p in event(text, "ASSAULT").recipients] == victims


def test_nobody_says_that_he_was_killed(event: Only) -> None:
    text = "Authorities found the bodies of nine men in a truck in Guerrero. Prosecutors believe they were killed by a rival gang."
    assert "Prosecutors" not in [p.name for p in event(text, "ASSAULT").recipients]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed two Russian tourists, police said.",
        "French soldiers killed 12 jihadists, the defence minister said.",
        "Damascus said its jets had bombed a rebel camp.",
    ],
)
def test_neither_whose_people_they_are_nor_who_speaks_is_a_place(event: Only, text: str) -> None:
    assert event(text, "ASSAULT").place is None
