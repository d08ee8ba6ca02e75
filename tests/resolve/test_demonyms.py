"""Demonyms before an act noun: the state acts, by its armed forces where the act is theirs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Pakistani air strikes killed 46 people in Khost.", "pak-mil"),
        ("Israeli shelling killed nine people in Khan Younis.", "isr-mil"),
        ("Russian missile attacks killed 12 people in Kharkiv.", "rus-mil"),
        ("Turkish drone strikes killed six people in Kobani.", "tur-mil"),
        ("A Saudi air raid killed 30 people in Saada.", "sau-mil"),
    ],
)
def test_a_states_attack_is_its_forces(event: Callable[..., Event], text: str, actor: str) -> None:
    found = event(text, "ASSAULT")
    assert [p.id for p in found.actors] == [actor]
    assert "armed forces" in found.actors[0].reason


def test_a_demonym_of_victims_is_no_actor(event: Callable[..., Event]) -> None:
    assert event("The shelling killed nine Pakistani soldiers.", "ASSAULT").actors == ()


def test_a_nationality_of_a_group_is_not_its_state(event: Callable[..., Event]) -> None:
    actors = event("Kurdish fighters killed nine soldiers near Hakkari.", "ASSAULT").actors
    assert [p.id for p in actors if p.id and p.id.endswith("-mil")] == []


def test_a_states_words_are_the_states(event: Callable[..., Event]) -> None:
    assert event("French criticism of the junta grew louder.", "ACCUSE").actors[0].id in {"fra", "fra-gov"}


@pytest.mark.parametrize(
    "text", ["Palestinian stabbing attacks killed two people in Haifa.", "An Afghan suicide attack killed six people in Kabul."]
)
def test_deeds_of_single_men_are_no_states(event: Callable[..., Event], text: str) -> None:
    assert not [p.id for p in event(text, "ASSAULT").actors if p.id]


def test_central_americans_are_no_americans(event: Callable[..., Event]) -> None:
    found = event("Mexican police arrested nine Central American refugees on Monday.", "COERCE")
    assert [p.country for p in found.recipients] == [None]


def test_two_presidents_are_not_one_government(events: Callable[..., list[Event]]) -> None:
    found = events("The Kremlin released a statement. The two presidents condemned Kenya on Monday.", published="2017-03-10")
    assert "rus-gov" not in {p.id for e in found for p in e.actors}


def test_people_of_a_country_who_march_are_not_their_state(event: Callable[..., Event]) -> None:
    assert [(p.kind, p.id) for p in event("Serbians marched in Belgrade on Monday.", "PROTEST").actors] == [("civilians", None)]
