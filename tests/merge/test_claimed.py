"""A claim of responsibility with a toll of its own: it belongs to the attack claimed, as that speaker's figure."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Many = Callable[..., list[Event]]
BOMB = "A bomb killed six people in Quetta on Monday, police said. The Baloch Liberation Army claimed the attack and said "


def test_the_claimants_toll_is_of_the_attack_claimed(events: Many) -> None:
    (event,) = [e for e in events(BOMB + "it had killed 14 soldiers.", published="2025-03-14") if e.type == "ASSAULT"]
    assert event.killed is not None
    assert (event.killed.low, event.killed.best, event.killed.high) == (6, 6, 14)
    assert {s.name for s in event.sources} == {"police", "Baloch Liberation Army"}


@pytest.mark.parametrize("further", ["it had also killed four policemen in Turbat.", "another bomb had killed four policemen."])
def test_a_further_attack_is_none_of_it(events: Many, further: str) -> None:
    found = [e.killed.best for e in events(BOMB + further, published="2025-03-14") if e.type == "ASSAULT" and e.killed is not None]
    assert sorted(n for n in found if n is not None) == [4, 6]
