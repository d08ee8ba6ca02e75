"""Those hurt beside drones and missiles that were brought down are no victims of whoever shot at them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event
from casus.model.picture import Picture

Code = Callable[[str], Picture]


def _hurting(code_text: Code, text: str) -> list[Event]:
    return [e for e in code_text(text).events if e.certain and (e.killed or e.injured)]


@pytest.mark.parametrize(
    "text",
    [
        "Russian air defences downed drones over Belgorod on Monday, where the governor reported one woman dead.",
        "Air defences shot down nine drones over Odesa on Monday and one woman was killed, the governor said.",
        "Israel's army shot down a drone over Haifa on Monday, where two people were wounded.",
        "Russia said it destroyed 30 drones over Bryansk on Monday; the governor reported three people killed.",
    ],
)
def test_whoever_shot_drones_down_hurt_nobody(code_text: Code, text: str) -> None:
    (event,) = _hurting(code_text, text)
    assert event.actors == ()
    assert "drone" not in {p.name for p in event.recipients}


@pytest.mark.parametrize(
    "text",
    [
        "Rebels shot down a helicopter near Goma on Monday, killing eight peacekeepers.",
        "Israeli jets destroyed rockets in Tyre on Monday, killing four fighters.",
    ],
)
def test_who_downed_a_helicopter_killed_those_in_it(code_text: Code, text: str) -> None:
    (event,) = _hurting(code_text, text)
    assert event.actors
