"""What is threatened is the content of the threat, and where somebody stands is no act."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Events = Callable[..., list[Event]]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("The Ruritanian Defence Force warned on Monday that it would attack any convoy that used the road.", ["any convoy"]),
        ("The junta warned on Tuesday that protesters would be arrested.", ["protesters"]),
        ("The rebels threatened to bomb the airport in Goma on Monday.", ["airport in Goma"]),
    ],
)
def test_a_threat_and_its_content_are_one(events: Events, text: str, whom: list[str]) -> None:
    (event,) = events(text)
    assert event.type == "THREATEN"
    assert [p.name for p in event.recipients] == whom


def test_what_is_only_announced_stays(events: Events) -> None:
    (event,) = events("The president said on Monday that the army would attack the rebels in Gao if they did not leave.")
    assert (event.type, event.status) == ("ASSAULT", "planned")


@pytest.mark.parametrize(
    "text",
    [
        "The Front, a group that Mali designates as terrorist, spoke on the radio on Monday.",
        "The outlawed Red Party met in Gao on Monday.",
        "The largest group of soldiers who rejected the peace accord lives in Gao.",
        "Gunmen barricaded themselves in a church in Gao on Monday.",
    ],
)
def test_where_somebody_stands_is_no_act(events: Events, text: str) -> None:
    assert [e.type for e in events(text) if e.type in {"COERCE", "REJECT", "PROTEST"}] == []


def test_a_ban_that_is_told_stays(events: Events) -> None:
    assert [e.type for e in events("The group, which the government banned in March, denied it.")] == ["COERCE"]
