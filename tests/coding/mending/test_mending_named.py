"""Those counted and then named are counted once; others beside them are added."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Many = Callable[..., list[Event]]


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("Rebels killed two students, Karan Dey (16) and Tirth Dey (15), in Purba on Monday.", "killed", 2),
        ("Rebels abducted two students, Karan Dey and Tirth Dey, from Purba on Monday.", "captured", 2),
        ("Police arrested two militants, Karan Dey and Tirth Dey, in Purba on Monday.", "captured", 2),
        ("Gunmen killed three people, a teacher, a driver and a guard, in Purba on Monday.", "killed", 3),
        ("Two soldiers, a policeman and a driver were killed in an ambush in Tana on Monday.", "killed", 4),
        ("Rebels killed two soldiers, Captain Omar Said and Private Juma Ali, and a driver in Tana on Monday.", "killed", 3),
    ],
)
def test_how_many(events: Many, text: str, kind: str, number: int) -> None:
    assert {c.best for e in events(text) if (c := getattr(e, kind)) is not None} == {number}


def test_whom_the_list_is_among_ends_the_span(events: Many) -> None:
    found = events("At least 12 people, among them four children, were killed when two rockets hit a market in Tana.")
    assert "At least 12 people" in {p.name for e in found for p in e.recipients}
