"""Entries of a list: two entries tell two things; an entry's head and its text tell one."""

from __future__ import annotations

from collections.abc import Callable

from casus.model.event import Event

Many = Callable[..., list[Event]]

PAGE = """Live: Norian army and rebels trade fire

18:42 Norian drone hits car near Kutum, one killed
A Norian drone has struck a lorry on the road to Kutum, killing one person, the state agency reports.

11:48 Norian strike kills nurses, health ministry says
Three nurses were killed and two wounded in an overnight strike on a clinic in Hanina, the health ministry says.

09:30 What happened yesterday
A shepherd was killed by artillery fire in Wazan, according to the municipality."""


def killed(events: list[Event]) -> list[int | None]:
    return sorted(e.killed.best or 0 for e in events if e.type == "ASSAULT" and e.killed is not None)


def test_entries_of_a_live_page_stay_apart(events: Many) -> None:
    assert killed(events(PAGE, published="2024-06-19")) == [1, 1, 3]


def test_bullets_are_entries(events: Many) -> None:
    told = "Incidents this week\n\n- Gunmen killed two herders near Sake.\n\n- Gunmen killed two herders near Rutshuru.\n\n- Police held a man."
    assert killed(events(told, published="2024-06-19")) == [2, 2]


def test_a_single_clock_time_makes_no_list(events: Many) -> None:
    told = "10:30 a bomb went off in Homs, killing four people.\n\nThe bomb in Homs killed four people, police said."
    assert killed(events(told, published="2024-06-19")) == [4]
