"""Tolls that left the figure told before, in the words of a count, of a verb that moves them, or of those who had given another first."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Many = Callable[..., list[Event]]
SHELLED = "Rebels shelled the market of Kalo on Monday, killing 14 people. "


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        (SHELLED + "By Tuesday noon three of the wounded had died and the count stood at 17, the health officer told reporters.", 17),
        (SHELLED + "Governor Diaz had put the toll at 11 on Monday night.", 14),
        (SHELLED + "The police had given the number of dead as nine.", 14),
        (SHELLED + "Two more died in hospital, pushing the toll to 16, a doctor said.", 16),
        ("Doctors in Kalo found two more bodies on Tuesday, raising to 12 the number of villagers killed in a rebel attack on Sunday.", 12),
        ("Rescuers said they had pulled out nine more bodies, lifting to 34 the number of people killed when a drone struck Kalo on Monday. "
         "The clinic had put the dead at 19 on Monday evening.", 34),
        (SHELLED + "In the vote, where two had died in the campaign, the count stood at 17 seats.", 14),
    ],
)  # fmt: skip
def test_toll(events: Many, text: str, killed: int) -> None:
    found = [e.killed for e in events(text, published="2025-03-14") if e.type == "ASSAULT"]
    assert [c.best for c in found if c is not None] == [killed]
