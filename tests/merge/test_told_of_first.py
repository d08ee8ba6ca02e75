"""Who and what was told of first keeps its name where the report takes it up again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event


@pytest.mark.parametrize(
    ("text", "doers", "struck", "killed", "injured"),
    [
        (
            "Gunmen killed 17 people in a raid on a cattle camp in Warrap on Monday. The attackers also wounded 11 people.",
            {"Gunmen"}, {"cattle camp", "17 people", "11 people"}, 17, 11,
        ),
        (
            "Two policemen were killed when gunmen attacked a checkpoint in Bannu on Monday. The assailants opened fire on them from a car.",
            {"gunmen"}, {"Two policemen", "checkpoint"}, 2, None,
        ),
        (
            "Rebels ambushed a bus near Ekona on Monday, killing six passengers. The gunmen opened fire on the vehicle.",
            {"Rebels"}, {"bus", "six passengers"}, 6, None,
        ),
        (
            "Two missiles struck an apartment block in Kramatorsk on Monday, killing three people. An Iskander missile hit the building at noon. "
            "The death toll has risen to five.",
            set(), {"apartment block in Kramatorsk", "three people"}, 5, None,
        ),
        (
            "A bomb exploded in a market in Azaz on Monday, killing seven people. The blast also destroyed three shops and injured 12 people.",
            set(), {"market", "seven people", "three shops", "12 people"}, 7, 12,
        ),
    ],
)  # fmt: skip
def test_what_is_taken_up(
    event: Callable[..., Event], text: str, doers: set[str], struck: set[str], killed: int | None, injured: int | None
) -> None:
    found = event(text, "ASSAULT")
    assert {p.name for p in found.actors} == doers
    assert {p.name for p in found.recipients} == struck
    assert (found.killed and found.killed.best, found.injured and found.injured.best) == (killed, injured)


def test_others_killed_by_the_same_hands_are_another_act(events: Callable[..., list[Event]]) -> None:
    told = events("Gunmen killed 17 people in a raid on a camp in Warrap on Monday. The raiders also killed two policemen.")
    assert sorted(e.killed.best or 0 for e in told if e.killed) == [2, 17]
