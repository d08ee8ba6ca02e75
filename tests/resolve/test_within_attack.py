"""How those came up whose attack is told with it is no act of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Events = Callable[..., list[Event]]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen surrounded a market near Sake on Monday. They shot dead ten traders.",
        "On Monday soldiers surrounded a house in Jenin and shot dead two men.",
    ],
)
def test_the_move_before_the_attack_is_not_printed(events: Events, text: str) -> None:
    assert [e.type for e in events(text)] == ["ASSAULT"]


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers surrounded Sake on Monday.",
        "Soldiers surrounded Sake on Monday. Rebels shot dead ten traders in Goma.",
    ],
)
def test_a_move_of_others_or_alone_is(events: Events, text: str) -> None:
    assert "MOBILIZE" in [e.type for e in events(text)]
