"""Figures of an event: persons named singly, those hit and told to be hurt, and one person told of twice."""

from __future__ import annotations

from collections.abc import Callable

from casus.model.event import Event

Many = Callable[..., list[Event]]


def test_persons_told_of_singly_are_as_many_as_are_named(events: Many) -> None:
    text = "General Omar Said was killed in a rebel attack near Sake on Monday. Captain Juan Paz was also killed in the attack."
    assert [c.best for e in events(text) if (c := e.killed) is not None] == [2]


def test_whom_it_is_told_what_befell_is_not_counted_as_hit_besides(events: Many) -> None:
    found = events("Three people were shot in Lahore on Monday. All three were taken to a hospital with gunshot wounds.")
    assert [(e.injured.best if e.injured else None, e.killed_or_injured) for e in found] == [(3, None)]


def test_what_says_who_the_dead_is_counts_nobody(events: Many) -> None:
    text = "Jahid Ahmed (52), a driver who suffered burn injuries in a bomb attack in Dhaka on Monday, died at a hospital."
    assert [(e.killed.best if e.killed else None, e.injured) for e in events(text)] == [(1, None)]
