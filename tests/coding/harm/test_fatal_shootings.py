"""A fatal shooting of somebody is a death; how many shootings there were says nothing of how many died."""

from __future__ import annotations

from collections.abc import Callable

from casus.model.event import Event

Many = Callable[..., list[Event]]


def test_shootings_are_not_counted_as_dead(events: Many) -> None:
    assert all(e.killed is None for e in events("Three fatal shootings by police in Cali on Monday led to protests."))


def test_massacres_are_not_counted_as_dead(events: Many) -> None:
    assert all(e.killed is None for e in events("The panel held the army responsible for eight massacres in Kivu."))
    assert [e.killed.best for e in events("The massacre of 80 villagers in Barsalogho shocked the country.") if e.killed] == [80]
