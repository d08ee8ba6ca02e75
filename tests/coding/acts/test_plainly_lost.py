"""Violence told in plain words that name the charge, the noose or the marks on the dead, and what was hit."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Events = Callable[..., list[Event]]

TOLD = [
    # text, killed, injured, recipients, modes
    ("Debris of a drone fell on a bakery in Sumy on Monday, injuring two people.", None, 2, {"bakery", "two people"}, {"drone"}),
    ("Iran hanged three drug traffickers in Zahedan on Monday.", 3, None, {"three drug traffickers"}, set()),
    ("Crossfire killed two traders in Cali on Monday.", 2, None, {"two traders"}, {"firearms"}),
    ("The bodies of six men were found with their hands bound near Acapulco on Monday.", 6, None, {"six men"}, set()),
    ("Gunmen killed a family of five in Baquba on Monday.", 5, None, {"family of five"}, {"firearms"}),
    ("A bomb planted on a bicycle exploded near a bus in Sibi on Monday.", None, None, {"bus"}, {"explosives"}),
    ("A bomber rammed a car packed with explosives into a toll post in Mosul on Monday.", None, None, {"toll post"}, {"suicide-attack"}),
    ("Rebels lobbed a grenade into the home of a trader in Bunia on Monday.", None, None, {"home of a trader"}, {"explosives"}),
    ("Herders were attacked with hammers in Jos on Monday.", None, None, {"Herders"}, {"primitive"}),
    ("The army destroyed two frigates near Odesa on Monday.", None, None, None, set()),
]


@pytest.mark.parametrize(("text", "killed", "injured", "to", "modes"), TOLD)
def test_what_was_done(events: Events, text: str, killed: int | None, injured: int | None, to: set[str] | None, modes: set[str]) -> None:
    (event,) = (e for e in events(text, published="2025-03-14") if e.type == "ASSAULT")
    assert (event.killed and event.killed.best, event.injured and event.injured.best) == (killed, injured)
    assert to is None or all(any(p.name.startswith(name) for p in event.recipients) for name in to)
    assert to is None or len(event.recipients) == len(to)
    assert set(event.modes) == modes
    assert all(p.name.lower() not in {"crossfire", "debris of a drone"} for p in event.actors)


@pytest.mark.parametrize(
    "text",
    [
        "Debris of a plane fell on a bakery in Sumy on Monday, injuring two people.",
        "The bodies of six climbers were found near Acapulco on Monday.",
        "The mayor hanged a portrait in Lyon on Monday.",
    ],
)
def test_what_nobody_did(events: Events, text: str) -> None:
    assert not [e for e in events(text, published="2025-03-14") if e.type == "ASSAULT"]


def test_threatened_by_nobody_named(events: Events) -> None:
    (event,) = events("Two editors were threatened with death in Goma on Monday, a press group said.", published="2025-03-14")
    assert (event.type, [p.name for p in event.recipients]) == ("THREATEN", ["Two editors"])


def test_bans_that_are_announced(events: Events) -> None:
    (event,) = events("London announced visa bans on Malian officials on Monday.", published="2025-03-14")
    assert (event.type, event.modes) == ("COERCE", ("restrict",))


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers killed seven rebels in Bria on Monday. On Tuesday they killed three more.",
        "On June 2 soldiers killed seven rebels in Bria. On June 4 the soldiers killed three more rebels.",
        "Seven rebels were killed in a raid in Bria on Monday. In a second incident, in Birao, three rebels died.",
    ],
)
def test_a_second_act_has_its_own_dead(events: Events, text: str) -> None:
    told = [e for e in events(text, published="2024-06-15") if e.type == "ASSAULT"]
    assert [e.killed and e.killed.best for e in told] == [7, 3]
    assert all(not p.name.startswith("2 ") for e in told for p in e.actors)


def test_more_dead_of_the_same_act_are_no_toll_of_their_own(events: Events) -> None:
    text = "Soldiers killed seven rebels in Bria on Monday. Villagers found three more bodies on Tuesday."
    assert [e.killed and e.killed.best for e in events(text, published="2024-06-15") if e.type == "ASSAULT"] == [7]
