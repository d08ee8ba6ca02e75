"""What those who protest break, burn and demand is part of their protest."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event


@pytest.mark.parametrize(
    ("text", "type", "modes"),
    [
        ("Crowds marched through Tunis on Monday, smashing shop windows and torching cars.", "PROTEST", {"demo", "riot"}),
        ("Protesters torched a police station in Kano on Monday.", "PROTEST", {"riot"}),
        ("Two shops were torched by rioters in Leeds on Monday.", "PROTEST", {"riot"}),
        ("Protesters threw rocks and burned tyres in Bangui on Monday.", "PROTEST", {"demo", "riot"}),
        ("On Monday hundreds of protesters in Lima called for the resignation of President Dina Boluarte.", "PROTEST", {"demo"}),
        ("Demonstrators urged the governor of Basra to resign on Monday.", "PROTEST", {"demo"}),
        ("Supporters of the opposition burned a bus in Lusaka on Monday, killing the driver.", "ASSAULT", {"destroy"}),
        ("Settlers torched eleven cars in Huwara on Monday.", "ASSAULT", {"destroy"}),
        ("Soldiers burned the shops of protesters in Kaya on Monday.", "ASSAULT", {"destroy"}),
        ("The union of teachers demanded higher pay in Abuja on Monday.", "REQUEST", {"change"}),
    ],
)
def test_what_a_crowd_does(events: Callable[..., list[Event]], text: str, type: str, modes: set[str]) -> None:
    assert [(e.type, {*e.modes}) for e in events(text)] == [(type, modes)]
