"""Plain sentences whose words were once taken for others."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Events = Callable[..., list[Event]]


def test_deaths_put_down_to_something_are_nobodys_doing(events: Events) -> None:
    assert not events("The government put the deaths of four protesters in Gao on Monday down to a crush.")
    [event] = events("The regime put three dissidents to death in Gao on Monday.")
    assert event.killed is not None and event.killed.best == 3


def test_who_dies_in_custody_is_not_arrested_then(events: Events) -> None:
    assert not [e for e in events("A suspect died in police custody in Gao on Monday.") if e.type == "COERCE"]


def test_militants_who_burn_posts_do_not_riot(events: Events) -> None:
    [event] = events("Kuki militants burned two police outposts in Churachandpur on Monday.")
    assert (event.type, event.modes) == ("ASSAULT", ("destroy",))


def test_what_is_threatened_is_nobody(events: Events) -> None:
    [event] = events("The president threatened a civil war on Monday.")
    assert event.type == "THREATEN" and not event.recipients


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("A herder was speared to death in Gao on Monday.", 1),
        ("A man set off a grenade in a bar in Gao on Monday, killing three.", 3),
        ("Two thieves were clubbed to death in Gao on Monday.", 2),
    ],
)
def test_to_death_is_dead(events: Events, text: str, killed: int) -> None:
    assert [e.killed.best for e in events(text) if e.killed] == [killed]


def test_a_day_is_nobody_to_blame(events: Events) -> None:
    found = events("The governor blamed the deaths of nine miners in Gao on Monday on bandits.")
    assert not [p for e in found for p in e.actors if p.name == "Monday"]
