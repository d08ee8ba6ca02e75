"""A toll that rose is of the attack told last whose dead were counted."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Acts = Callable[..., list[Event]]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Gangs attacked Tolva on Monday, killing 20 people, the UN said. A leader said police had killed his men. The death toll rose to 35.", 35),
        ("Rebels killed two soldiers in an attack near Menaka on Monday. The number of fatalities among the troops has risen to three.", 3),
    ],
)
def test_it_goes_to_the_attack_whose_dead_were_counted(acts: Acts, text: str, killed: int) -> None:
    (raised,) = [e for e in acts(text, published="2025-06-14") if any(c.killed and c.killed.best == killed for c in e.claims)]
    assert raised.killed is not None and raised.killed.best == killed and len(raised.claims) > 1


def test_without_dead_before_it_rises_for_nothing(events: Acts) -> None:
    text = "Soldiers fired at a bus near Tolva on Monday. The death toll of the flood rose to 35."
    assert not any(e.killed for e in events(text, published="2025-06-14"))


@pytest.mark.parametrize("of", ["of the flood", "from the earthquake"])
def test_the_toll_of_a_disaster_is_no_attack_s(acts: Acts, of: str) -> None:
    text = f"Soldiers fired at a bus near Tolva on Monday. The death toll {of} rose to 35."
    assert not any(c.killed for e in acts(text, published="2025-06-14") for c in e.claims)
