"""People in a vehicle that was struck are recipients beside it; goods, escorts and who is told to be harmed there already add nobody."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Militants ambushed a convoy carrying election staff near Gao on Monday, killing one.", ["convoy", "election staff"]),
        ("A mine blew up a lorry transporting 30 pilgrims near Mopti.", ["lorry", "30 pilgrims"]),
        ("Gunmen attacked a boat with 12 fishermen aboard near Bata.", ["boat", "12 fishermen"]),
        ("Gunmen opened fire on a van in which four nuns were riding near Uyo.", ["van", "four nuns"]),
        ("An army helicopter carrying eight officers was shot down by rebels near Kidal.", ["army helicopter", "eight officers"]),
        ("Rebels burned a truck carrying rice in Beni.", ["truck"]),
        ("Gunmen attacked a convoy escorted by police near Uyo.", ["convoy"]),
        ("Gunmen attacked a bus carrying 40 pilgrims near Gao, killing 12 pilgrims.", ["bus", "12 pilgrims"]),
    ],
)
def test_people_aboard_what_was_struck(events: Callable[..., list[Event]], text: str, recipients: list[str]) -> None:
    (event,) = (e for e in events(text, published="2025-03-14") if e.type == "ASSAULT")
    assert [p.name for p in event.recipients] == recipients
