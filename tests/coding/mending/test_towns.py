"""Towns that troops take, shell or lose are places, whatever the reader takes their names for; persons who are captured stay persons."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event


@pytest.mark.parametrize(
    ("text", "actor", "place"),
    [
        ("Rebels captured Goma on Monday.", "Rebels", "Goma"),
        ("The RSF seized Nyala on Monday.", "RSF", "Nyala"),
        ("Sudanese government forces took Wad Madani on Monday.", "Sudanese Armed Forces", "Wad Medani"),
        ("Nyala fell to the RSF on Monday.", "RSF", "Nyala"),
        ("Goma was captured by rebels on Monday.", "rebels", "Goma"),
        ("Islamist fighters briefly took Mopti on Monday before withdrawing.", "Islamist fighters", "Mopti"),
        ("Russian troops seized Vuhledar on Monday.", "Russian Armed Forces", "Vuhledar"),
    ],
)
def test_a_town_by_its_name_is_taken(event: Callable[..., Event], text: str, actor: str, place: str) -> None:
    found = event(text, "COERCE")
    assert found.modes == ("seize",)
    assert [p.name for p in found.actors] == [actor]
    assert not found.recipients
    assert found.place is not None
    assert found.place.name == place


@pytest.mark.parametrize("text", ["Troops captured Abu Bakr on Monday.", "Security forces captured Abu Qatada in Deraa on Monday."])
def test_a_man_captured_is_arrested(event: Callable[..., Event], text: str) -> None:
    found = event(text, "COERCE")
    assert found.modes == ("arrest",)
    assert len(found.recipients) == 1


def test_who_is_taken_to_a_town_does_not_fall(events: Callable[..., list[Event]]) -> None:
    assert not events("The temperature in Nyala fell to nine degrees on Monday.")
    assert not events("Troops took Musa Hilal to Khartoum on Monday.")
