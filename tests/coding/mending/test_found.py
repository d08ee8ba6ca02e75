"""Who is found shot or stabbed is the one it befell, by nobody told of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Events = Callable[..., list[Event]]


@pytest.mark.parametrize(
    ("text", "victim"),
    [
        ("Officers found a man shot dead in Camden on Monday.", "man"),
        ("Police found two men shot in a car in Leeds on Monday.", "two men"),
        ("Villagers found the teacher stabbed to death in his house in Gao on Monday.", "teacher"),
    ],
)
def test_the_finder_and_the_found_did_nothing(events: Events, text: str, victim: str) -> None:
    (event,) = events(text)
    assert (event.status, [p.name for p in event.actors], [p.name for p in event.recipients]) == ("asserted", [], [victim])


def test_what_somebody_found_out_is_a_clause(events: Events) -> None:
    (event,) = events("Police found that soldiers shot two men in Leeds on Monday.")
    assert [p.name for p in event.actors] == ["soldiers"]
