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


@pytest.mark.parametrize(
    ("text", "modes"),
    [
        ("Gunmen killed six guards at a pumping station near Gao on Friday.", {"firearms"}),
        ("Two traders were wounded by gunmen near Gao on Friday.", {"firearms"}),
        ("Gunmen kidnapped two nurses in Gao on Monday.", {"abduct"}),
        ("Gunmen hacked a farmer to death in Gao on Monday.", {"primitive"}),
        ("Gunmen burned down three houses in Gao on Monday, killing an old woman.", {"destroy"}),
        ("Coalition aircraft conducted a strike on a store house near Gao on Wednesday.", {"aerial"}),
        ("Government planes set fire to the port of Gao on Saturday.", {"aerial", "destroy"}),
        ("Fighters blew up the weighbridge in Gao on Monday.", {"explosives", "destroy"}),
        ("Rebels dynamited an oil pipeline near Gao on Saturday.", {"explosives", "destroy"}),
        ("A van laden with explosives blew up under a bridge in Gao on Sunday.", {"explosives"}),
        ("Rebels blew up a convoy near Gao on Monday.", {"explosives"}),
        ("The rebels destroyed the municipal office in Gao on Monday.", {"destroy"}),
    ],
)
def test_who_did_it_and_what_was_done_tell_the_means(events: Events, text: str, modes: set[str]) -> None:
    assert [set(e.modes) for e in events(text) if e.type == "ASSAULT"] == [modes]


def test_what_is_set_ablaze_is_called_without_it(events: Events) -> None:
    [event] = events("Rebels stormed a works camp near Gao on Monday and set ablaze nine vehicles.")
    assert event.modes == ("destroy",) and [p.name for p in event.recipients] == ["works camp", "nine vehicles"]
