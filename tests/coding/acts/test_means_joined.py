"""Means told by the words about the doer, before the noun of an act, and by the verbs joined to it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Events = Callable[..., list[Event]]


@pytest.mark.parametrize(
    ("text", "modes"),
    [
        ("Machete-wielding fighters killed 19 people in Bule on Wednesday.", {"primitive"}),
        ("Three pupils were attacked by an axe-wielding man in Lyon on Monday.", {"primitive"}),
        ("Police shot dead a knife-wielding man in Lyon on Monday.", {"firearms"}),
        ("A bomb brought down a passenger jet over Sinai on Saturday, killing 224 people.", {"explosives"}),
        ("A missile brought down a helicopter near Kherson on Monday.", {"heavy-weapons"}),
        ("The post was hit by mortar and rifle fire in Kivu on Monday.", {"heavy-weapons", "firearms"}),
        ("A bomb and gun attack on a mosque in Herat killed nine people on Monday.", {"explosives", "firearms"}),
        ("A gunship launched rockets and fired at peasants in Arenal on Monday.", {"aerial", "heavy-weapons"}),
        ("Militants dropped bombs from drones and fired from the hills on Kout on Sunday, killing a woman.", {"drone", "explosives", "firearms"}),
        ("Gunmen attacked a bar in Bangui on Monday and fired into the air as they left.", set()),
        ("A tank shelled a house in Jenin on Monday and fired at people.", {"heavy-weapons"}),
        ("Police used batons on marchers in Doba on Monday.", {"crowd-control", "beat"}),
        ("Police beat a student and burned him with cigarettes in Dekai on Monday.", {"beat", "torture"}),
    ],
)
def test_every_means_of_one_attack_is_told(events: Events, text: str, modes: set[str]) -> None:
    assert [{*e.modes} for e in events(text) if e.type == "ASSAULT"] == [modes]


@pytest.mark.parametrize(
    ("text", "modes"),
    [
        ("The Houthis fired two missiles at a cargo ship in the Red Sea on Monday.", {"heavy-weapons"}),
        ("The army and the rebels exchanged artillery fire near Goma on Monday.", {"heavy-weapons"}),
        ("Rebels fired rockets and bullets at a bus near Gao on Monday.", {"heavy-weapons", "firearms"}),
        ("Troops and rebels exchanged gunfire near Goma on Monday.", {"firearms"}),
    ],
)
def test_what_was_fired_tells_the_means(event: Callable[..., Event], text: str, modes: set[str]) -> None:
    assert set(event(text, "ASSAULT").modes) == modes
