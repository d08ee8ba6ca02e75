"""What a place lies in: by the words around it, by what the report says of it elsewhere, and by the act told before it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event
from casus.model.picture import Reading
from casus.model.place import Place

Read = Callable[..., Reading]


def place_of(text: str, read_text: Read) -> Place:
    """The place of a text's first claim that has one."""
    return next(c.place for c in read_text(text).claims if c.place is not None)


@pytest.mark.parametrize(
    ("text", "name", "within"),
    [
        ("Militants burned a shop in Zarakai area of Hangu District on Monday.", "Zarakai", ["Hangu", "Khyber Pakhtunkhwa"]),
        ("Gunmen shot two guards in the Orlabad area of Mira Zang in Nowshera District on Monday.", "Orlabad", ["Mira Zang", "Nowshera"]),
        (
            "Gunmen abducted two guards from a post in Zarakai area of Orlapur tehsil (revenue unit) in Kohat District on Monday.",
            "Zarakai",
            ["Orlapur", "Kohat"],
        ),
        (
            "Rebels killed two guards at Kunvak village of Kasu Khel sub division in Rohtas District on Monday.",
            "Kunvak",
            ["Kasu Khel", "Rohtas"],
        ),
        ("Gunmen killed a trader in Bulzai area of Turbat Kech District in Balochistan on Monday.", "Bulzai", ["Turbat", "Kech"]),
        (
            "Gunmen threw a grenade at Iqbal Public School in Charganpur on Orla Road in Peshawar on Monday.",
            "Iqbal Public School",
            ["Peshawar"],
        ),
        (
            "A bomb killed two guards in Orlatani, about 20 kilometres south of Peshawar, in Khyber Pakhtunkhwa on Monday.",
            "Orlatani",
            ["Pakistan"],
        ),
        ("Gunmen killed a driver at Koyathang (Imphal West District) on Monday.", "Koyathang", ["Imphal West", "Manipur"]),
        (
            "A bomb killed two guards on the Airport Road in the provincial capital Quetta on Monday.",
            "Airport Road",
            ["Quetta", "Pakistan"],
        ),
    ],
)
def test_a_place_lies_in_what_its_words_say(text: str, name: str, within: list[str], read_text: Read) -> None:
    place = place_of(text, read_text)
    assert place.name == name
    assert set(within) <= set(place.within)


def test_the_west_bank_town_of_hebron_is_hebron(read_text: Read) -> None:
    assert place_of("Gunmen killed two men in the West Bank town of Hebron on Monday.", read_text).name == "Hebron"


def test_a_name_told_again_lies_where_it_was_said_to_lie(read_text: Read) -> None:
    text = "Maoists killed a villager in Pipraon village of Rohtas District on Monday. Police said Maoists burned a school in Pipraon on Tuesday."
    assert all("Rohtas" in c.place.within for c in read_text(text).claims if c.place is not None and c.place.name == "Pipraon")


def test_a_bare_name_lies_in_the_district_of_the_same_occurrence(events: Callable[..., list[Event]]) -> None:
    found = events("Maoists attacked a patrol in Rohtas District on Monday. They opened fire on the guards at Telraon, killing two.")
    assert all("Rohtas" in (e.place.name, *e.place.within) for e in found if e.place is not None)


def test_readings_that_share_a_country_say_the_country(read_text: Read) -> None:
    place = place_of("Maoists killed a constable in Bijapur District on Monday, Indian police said.", read_text)
    assert (place.id, place.within) == (None, ("India",))


@pytest.mark.parametrize(
    "text",
    [
        "Two of the dead were identified as Malik Tehsin and Kamran. Police killed the two gunmen on Monday.",
        "The gunman was killed in the clash, DIG South Kashmir, Nitin Rao said on Monday.",
        "Rebels shot the trader Uday Mahto on Monday. They burned a car at the house of Mahto.",
    ],
)
def test_people_are_no_places(text: str, events: Callable[..., list[Event]]) -> None:
    assert all(e.place is None for e in events(text))


def test_another_spelling_of_a_far_town_is_not_meant(read_text: Read) -> None:
    claims = read_text("A guard was killed in a landmine blast in Mondrai area of Sui District on Monday.").claims
    assert all("China" not in c.place.within for c in claims if c.place is not None)


def test_a_town_like_many_is_open_where_no_country_is_named(read_text: Read) -> None:
    place = place_of("A man was shot dead in Chesterfield on Monday.", read_text)
    assert place.id is None
    assert len(place.candidates) > 1
