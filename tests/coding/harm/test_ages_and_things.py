"""Neither ages nor equipment are counted among the dead."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Only = Callable[..., Event]


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("The army shelled Sagaing for two hours on Monday, killing a monk, 70, and two novices, residents said.", 3),
        ("Gunmen attacked a village on Monday, killing a chief, 61, a teacher, 40, and a baby.", 3),
        ("The shelling killed a nurse, 31, a driver, 44, and two patients in Kupiansk on Monday.", 4),
        ("Ukraine said Russia had lost 1,120 soldiers and 12 tanks over the past day.", 1120),
        ("Ukraine said Russia lost 900 soldiers, 14 tanks and 30 artillery systems on Monday.", 900),
    ],
)
def test_only_people_are_counted(event: Only, text: str, dead: int) -> None:
    killed = event(text, "ASSAULT").killed
    assert killed is not None and killed.best == dead
