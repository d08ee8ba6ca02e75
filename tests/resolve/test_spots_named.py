"""A name no table knows is a place where only places are treated so, or where the report is in it elsewhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Gunmen raided Gamzaio on Thursday, killing 20 people.", "Gamzaio"),
        ("The army shelled Tadmitz on Thursday, killing 20 people.", "Tadmitz"),
        ("Gunmen attacked Gamzaio on Thursday, killing 20 people. There is no clinic in Gamzaio.", "Gamzaio"),
        ("Gunmen attacked Gamzaio, 15 kilometres to the east, on Thursday, killing 20 people.", "Gamzaio"),
        ("Gunmen attacked Gamzaio on Thursday, killing 20 people.", None),
    ],
)
def test_an_unknown_name_that_can_only_be_a_place(text: str, place: str | None, events: Callable[..., list[Event]]) -> None:
    assert {e.place.name if e.place else None for e in events(text) if e.type == "ASSAULT"} == {place}


def test_troops_are_sent_to_a_place(event: Callable[..., Event]) -> None:
    place = event("Two platoons of the army reached Debidwaro on Wednesday night.", "MOBILIZE").place
    assert place is not None
    assert place.name == "Debidwaro"
