"""Whoever is charged with an attack is lent as its doer, suspected until a court has found so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Told = Callable[..., list[Event]]


def doers(events: list[Event]) -> list[tuple[str, bool]]:
    return [(p.name, p.suspected) for e in events if e.type == "ASSAULT" for p in e.actors]


@pytest.mark.parametrize(
    ("text", "doer", "suspected"),
    [
        ("Ivo Pratt, 22, was arrested on Friday in the fatal stabbing of a bus driver in Newark.", "Ivo Pratt", True),
        ("Ivo Pratt was arrested in connection with the killing of Amy Holt in Newark on Monday.", "Ivo Pratt", True),
        ("The guard charged in the shooting of a student in Lyon on Monday resigned.", "guard", True),
        ("A former soldier is on trial for the killing of detainees in Damascus in 2013.", "former soldier", True),
        ("The army announced the arrest of a tailor for his involvement in the killing of pilgrims in Hama on Monday.", "tailor", True),
        ("Troops will pursue the rebel group which was responsible for the killing of four miners at Mulia on Monday.", "rebel group", False),
    ],
)
def test_charged(events: Told, text: str, doer: str, suspected: bool) -> None:
    assert doers(events(text)) == [(doer, suspected)]


@pytest.mark.parametrize(
    "text",
    [
        "A bus driver was shot in Newark on Monday. No one has been charged in the shooting.",
        "Troops shelled Okoro on Monday. Two traders were arrested in the shelling of Okoro.",
    ],
)
def test_not_charged(events: Told, text: str) -> None:
    assert all(not p.suspected for e in events(text) for p in e.actors)
