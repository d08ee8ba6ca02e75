"""What is arranged for a day to come is planned, and its day is the one ahead."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

One = Callable[..., Event]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Unions in Argentina called a general strike for Friday over pension cuts.", "2024-12-27"),
        ("The opposition has called a protest in Nairobi for Saturday against the tax bill, its spokesman said.", "2024-12-28"),
    ],
)
def test_what_is_called_for_a_day_to_come_is_planned(event: One, text: str, day: str) -> None:
    found = event(text, "PROTEST")
    assert found.date is not None and found.date.start is not None
    assert (found.status, found.date.start.isoformat()) == ("planned", day)


@pytest.mark.parametrize(
    ("text", "type", "day"),
    [
        ("Unions in Argentina called a general strike last Friday and the government docked their pay.", "PROTEST", "2024-12-20"),
        ("The junta declared a curfew in Bamako for three days on Monday.", "COERCE", "2024-12-23"),
        ("The rebels set an ambush for the patrol on Friday near Gao, killing four soldiers.", "ASSAULT", "2024-12-20"),
    ],
)
def test_what_was_done_on_a_day_is_done(event: One, text: str, type: str, day: str) -> None:
    found = event(text, type)
    assert found.date is not None and found.date.start is not None
    assert (found.status, found.date.start.isoformat()) == ("asserted", day)


def test_what_was_due_to_be_done_is_planned(event: One) -> None:
    assert event("The colonel was due to be released in June 2010.", "RETREAT").status == "planned"
