"""Means told beside an attack, in a sentence that tells no attack of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Events = Callable[..., list[Event]]


@pytest.mark.parametrize(
    ("text", "modes"),
    [
        ("Assailants killed 22 people in a camp near Gao on Monday. The assailants came with machetes and guns.", {"primitive", "firearms"}),
        ("Two soldiers died in an ambush near Gao on Monday. The rebels used mines and rifles.", {"explosives", "firearms"}),
        ("A councillor was killed in Gao on Monday. Police found 12 shell casings at the scene.", {"firearms"}),
        ("Troops killed five rebels in a clash near Gao on Monday. The firefight lasted for an hour.", {"firearms"}),
        ("A missile came down on Pavlohrad on Monday. Two firefighters were killed, the emergency service said.", {"heavy-weapons"}),
        ("Assailants killed 22 people in a camp near Gao on Monday. Soldiers came with rifles two hours later.", set()),
        ("Raiders killed nine people near Gao on Monday. A week ago they came with machetes.", set()),
        ("Nine people died in clashes near Gao on Monday. The authorities used helicopters to fetch the wounded.", set()),
    ],
)
def test_the_sentence_beside_tells_the_means(events: Events, text: str, modes: set[str]) -> None:
    assert [set(e.modes) for e in events(text) if e.certain] == [modes]
