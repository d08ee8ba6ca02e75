"""Some of a government who are punished are people; police of a province are called by its name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Many = Callable[..., list[Event]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The United States imposed sanctions on three Guatemalan officials on Tuesday.", "three Guatemalan officials"),
        ("The EU imposed sanctions on Guatemala on Tuesday.", "Guatemala"),
        ("Russia expelled two Polish diplomats on Monday.", "Government of Poland"),
    ],
)
def test_who_is_punished(events: Many, text: str, name: str) -> None:
    assert {p.name for e in events(text) for p in e.recipients} == {name}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dagestan police arrested 20 people in Makhachkala on Sunday.", "Dagestan police"),
        ("Lahore police arrested two men on Sunday.", "Police of Pakistan"),
    ],
)
def test_whose_police(events: Many, text: str, name: str) -> None:
    assert {p.name for e in events(text) for p in e.actors} == {name}
