"""Pronouns whom force befalls: the victim told of before, never who only speaks; where two could be meant, nobody."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Many = Callable[..., list[Event]]

TO = [
    (
        "Srinivas Bisen was attacked by rebels near Sake on Monday. When he reached the river the rebels opened fire on him.",
        "Srinivas Bisen",
    ),
    ("A trader, Ali Khan, was shot in Lahore on Monday. He died at a hospital.", "Ali Khan"),
    ("Rebels seized three villagers near Sake on Monday. They were beaten in the forest.", "three villagers"),
]


@pytest.mark.parametrize(("text", "name"), TO, ids=[t[0] for t in TO])
def test_the_victim_before(events: Many, text: str, name: str) -> None:
    assert {p.name for e in events(text) for p in e.recipients} == {name}


def test_who_speaks_is_not_taken(events: Many) -> None:
    found = events("Two villagers went to the forest near Sake on Monday. Police said they were abducted by rebels from a hut.")
    assert "Police" not in {p.name for e in found for p in e.recipients}


def test_it_goes_on_about_whom_the_news_befell(events: Many) -> None:
    found = events("Borduria on Monday executed Reza Karimi over the killing of a police officer in 2022. He had been tortured, rights groups said.")
    hit = {p.name: {m for e in found for m in e.modes if p.name in {r.name for r in e.recipients}} for e in found for p in e.recipients}
    assert "torture" in hit["Reza Karimi"]
    assert "torture" not in hit["police officer"]
