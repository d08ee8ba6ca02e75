"""Plain sentences of force: whoever is hit, by whatever trade, and however the verb is written, the act and its doer are told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Events = Callable[..., list[Event]]

TOLD = [
    # text, doers, recipients, modes
    ("Villagers beat a cattle thief to death in Kitale on Monday.", {"Villagers"}, {"cattle thief"}, {"beat"}),
    ("Guards clubbed a driver in Maputo on Monday.", {"Guards"}, {"driver"}, {"beat"}),
    ("A trader was snatched by gunmen on Monday.", {"gunmen"}, {"trader"}, {"abduct"}),
    ("Rebels destroyed a water tower in Gao on Monday.", {"Rebels"}, {"water tower"}, {"destroy"}),
    ("Soldiers gang-raped two nurses in Bor on Monday.", {"Soldiers"}, {"two nurses"}, {"sexual"}),
    ("Officers pepper-sprayed a reporter in Lima on Monday.", {"Officers"}, {"reporter"}, {"crowd-control"}),
    ("Troops tear-gassed a crowd in Lagos on Monday.", {"Troops"}, {"crowd"}, {"crowd-control"}),
    ("Gunmen killed a judge during a storm in Manila on Monday.", {"Gunmen"}, {"judge"}, {"firearms"}),
    ("Rebels shot an Ebola nurse in Beni on Monday.", {"Rebels"}, {"Ebola nurse"}, {"firearms"}),
    ("Gunmen shot a film director in Kabul on Monday.", {"Gunmen"}, {"film director"}, {"firearms"}),
    ("Fighting broke out between the army and rebels in Malakal on Monday.", {"army", "rebels"}, set(), set()),
]


@pytest.mark.parametrize(("text", "by", "to", "modes"), TOLD)
def test_who_did_what_to_whom(events: Events, text: str, by: set[str], to: set[str], modes: set[str]) -> None:
    (event,) = (e for e in events(text, published="2025-03-14") if e.type == "ASSAULT")
    assert {p.name for p in event.actors} == by
    assert {p.name for p in event.recipients} == to
    assert set(event.modes) == modes


@pytest.mark.parametrize(
    "text",
    [
        "The thief stole a car in Lagos on Monday.",
        "The farmer clubbed a seal in Namibia on Monday.",
        "A monkey snatched a purse in Agra on Monday.",
        "The storm destroyed a water tower in Gao on Monday.",
        "The film director shot a rebel in the last scene of his movie on Monday.",
        "Fighting fires is the job of the brigade in Athens.",
        "Soldiers killed two men in a crash near Jos on Monday.",
        "A storm killed two policemen in Manila on Monday.",
        "Vets castrated a bull in Jos on Monday.",
    ],
)
def test_what_is_none(events: Events, text: str) -> None:
    assert not [e for e in events(text, published="2025-03-14") if e.type == "ASSAULT"]
