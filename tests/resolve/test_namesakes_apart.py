"""Two groups that share a word stay two groups."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("The Pakistani Taliban killed six policemen in Bannu.", {"ttp"}),
        ("Tehrik-i-Taliban Pakistan killed six policemen in Bannu.", {"ttp"}),
        ("The Afghan Taliban killed six policemen in Herat.", {"afg-taliban"}),
        ("The Arakan Army killed 20 soldiers in Rakhine.", {"arakan-army"}),
        ("The Myanmar army killed 20 people in Rakhine.", {"mmr-mil"}),
        ("The Lord's Resistance Army attacked a village in Haut-Uele.", {"lra"}),
        ("Colombia's ELN attacked a police station in Arauca.", {"eln"}),
    ],
)
def test_each_group_is_itself(event: Callable[..., Event], text: str, ids: set[str]) -> None:
    assert {p.id for p in event(text, "ASSAULT").actors} == ids


def test_both_in_one_text_stay_apart(events: Callable[..., list[Event]]) -> None:
    text = "The Pakistani Taliban killed six policemen in Bannu. The Afghan Taliban condemned the attack. The TTP said it would fight on."
    assert not any({"ttp", "afg-taliban"} <= {p.id for p in side} for e in events(text) for side in (e.actors, e.recipients))


def test_an_army_is_not_the_group_called_army(events: Callable[..., list[Event]]) -> None:
    (found,) = events("The Arakan Army killed 20 soldiers of the Myanmar army in Rakhine.")
    assert ([p.id for p in found.actors], [p.id for p in found.recipients]) == (["arakan-army"], ["mmr-mil"])


def test_a_group_with_its_enemys_name_is_not_its_enemy(events: Callable[..., list[Event]]) -> None:
    (found,) = events("The Democratic Forces for the Liberation of Rwanda and the Rwandan army clashed near Goma.")
    assert {p.id for p in found.actors} == {"fdlr", "rwa-mil"}


def test_two_attacks_of_namesakes_are_two_events(events: Callable[..., list[Event]]) -> None:
    text = "The Pakistani Taliban killed six policemen on Monday. The Afghan Taliban killed nine policemen on Monday."
    assert sorted(p.id or "" for e in events(text) for p in e.actors) == ["afg-taliban", "ttp"]
