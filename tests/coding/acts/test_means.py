"""Means: the mode of an attack comes from the weapon that its sentence tells was used."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Events = Callable[..., list[Event]]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Nine people were injured in an improvised explosive device (IED) blast targeting a van in Gao on Monday.", "explosives"),
        ("Three guests were killed in Gao on Monday when their car hit a roadside bomb.", "explosives"),
        ("Two constables sustained injuries when three low intensity bombs exploded in Gao on Monday.", "explosives"),
        ("The officers were attacked near Gao on Monday by militants equipped with automatic guns.", "firearms"),
        ("Two traders were also hurt and suffered bullet injuries in Gao on Monday.", "firearms"),
        ("A soldier was killed in Gao on Monday when rebels fired a rocket propelled grenade at a truck.", "heavy-weapons"),
    ],
)
def test_the_weapon_used_gives_the_mode(events: Events, text: str, mode: str) -> None:
    assert [e.modes for e in events(text) if e.type == "ASSAULT"] == [(mode,)]


def test_a_weapon_that_was_only_found_gives_none(events: Events) -> None:
    found = events("Two officers were killed in an attack in Gao on Monday and a pistol was found nearby.")
    assert [e.modes for e in found] == [()]
