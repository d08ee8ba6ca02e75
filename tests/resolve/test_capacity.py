"""Capacity: who belongs to a side of an act speaks as a party to it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

CASES = [
    # text, capacity of the first source
    ("Ukraine's army said its forces shelled a depot in Donetsk.", "party"),
    ("The Rapid Support Forces shelled a camp, Sudan's army said.", "official"),
    ("Taliban officials said Pakistani air strikes in Khost killed 46 people.", "party"),
    ("The Israeli army said Hamas fighters killed three soldiers in Gaza.", "party"),
    ("The army said rebels killed three villagers near Loikaw.", "party"),
    ("Officials in Kabul said Pakistani jets killed nine people in Khost.", "party"),
    ("Officials in Nairobi said Pakistani jets killed nine people in Khost.", "official"),
    ("A spokesman for the rebels said they had shelled a school in Loikaw.", "party"),
    ("A farmer said the rebels had shelled a school in Loikaw.", "witness"),
    ("Hamas said Israeli strikes killed 30 people in Rafah.", "party"),
    ("Medics said Israeli strikes killed 30 people in Rafah.", "medic"),
    ("A human rights group said Israeli strikes killed 30 people in Rafah.", "ngo"),
    ("The rebels said the army had shelled a school in Loikaw.", "party"),
    ("Residents said the army had shelled a school in Loikaw.", "witness"),
    ("Kenya's government said gunmen killed nine people in Lamu.", "official"),
]


@pytest.mark.parametrize(("text", "capacity"), CASES)
def test_the_capacity_of_a_source(event: Callable[..., Event], text: str, capacity: str) -> None:
    assert event(text, "ASSAULT").sources[0].capacity == capacity


def test_a_partys_word_on_the_others_dead_is_no_floor(event: Callable[..., Event]) -> None:
    killed = event("Hamas said Israeli strikes killed 30 people in Rafah.", "ASSAULT").killed
    assert killed is not None
    assert (killed.low, killed.best, killed.high) == (0, 30, 30)


def test_a_partys_own_dead_are_an_admission(event: Callable[..., Event]) -> None:
    killed = event("Ukraine's army said Russian forces killed nine Ukrainian soldiers near Kharkiv.", "ASSAULT").killed
    assert killed is not None
    assert (killed.low, killed.best) == (9, 9)


def test_an_armys_soldiers_are_its_own(event: Callable[..., Event]) -> None:
    killed = event("The army said rebels killed nine soldiers near Gao.", "ASSAULT").killed
    assert killed is not None
    assert (killed.low, killed.best) == (9, 9)


def test_a_medics_count_is_a_floor(event: Callable[..., Event]) -> None:
    killed = event("Medics said Israeli strikes killed 30 people in Rafah.", "ASSAULT").killed
    assert killed is not None
    assert killed.low == 30


def test_only_violence_has_parties(event: Callable[..., Event]) -> None:
    assert event("Kenya's government said it had signed a security agreement with Somalia.").sources[0].capacity == "official"
