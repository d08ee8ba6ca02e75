"""Spots: a building, street or village is told with what it lies in, under its whole name, and is no namesake far away."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.picture import Reading
from casus.model.place import Place

Read = Callable[..., Reading]


def place_of(text: str, read_text: Read) -> Place | None:
    """The place of a text's first claim that has one."""
    return next((c.place for c in read_text(text).claims if c.place is not None), None)


@pytest.mark.parametrize(
    ("text", "name", "within"),
    [
        ("A policeman was injured in a bomb blast on Ring Road in Peshawar on Monday.", "Ring Road", "Peshawar"),
        ("Gunmen shot dead a trader near Medina Hospital in Karachi on Monday.", "Medina Hospital", "Karachi"),
        ("A bomb killed four people at Christmas market in Strasbourg on Monday.", "Christmas market", "Strasbourg"),
        ("In Chicago, crowds blocked the entrance to Baxter Tower on Monday.", "Baxter Tower", "Chicago"),
        ("Maoists killed two men at Pipra village under Kutumba Police Station in Aurangabad District on Monday.", "Pipra", "Aurangabad"),
        ("Maoists killed two constables at Baral village under Dumar Police Station in Rohtas District on Monday.", "Baral", "Bihar"),
        ("A lawyer was shot dead on Spiny Road in provincial capital Quetta on Monday.", "Spiny Road", "Quetta"),
        ("Gunmen killed a man in Farid Colony, Orangi Town in Karachi on Monday.", "Farid Colony", "Orangi"),
    ],
)
def test_a_spot_in_its_town(text: str, name: str, within: str, read_text: Read) -> None:
    place = place_of(text, read_text)
    assert place is not None
    assert (place.name, place.lat) == (name, None)
    assert within in place.within


def test_the_first_of_several_towns_lies_in_none_of_the_others(read_text: Read) -> None:
    place = place_of("Rebels burned 12 houses in Ribatal, Goma and Bukavu on Monday.", read_text)
    assert place is not None
    assert "Goma" not in place.within


@pytest.mark.parametrize(
    "text",
    [
        "Amin, a resident of Hangu District, was arrested by police on Monday.",
        "Western envoys criticized Russia for the raid.",
    ],
)
def test_a_home_and_a_party_are_no_places(text: str, read_text: Read) -> None:
    assert place_of(text, read_text) is None


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("A man was shot dead in West Oakland on Sunday, police said.", "California"),
        ("Gunmen killed 12 pilgrims in Mecca on Sunday.", "Mecca"),
        ("Maoists killed two constables in Bijapur on Monday. Chhattisgarh police said a search was on.", "Chhattisgarh"),
        ("Gunmen killed three soldiers in al-Bayda on Monday. Yemeni officials blamed the rebels.", "Yemen"),
        ("A car bomb killed five people in al-Bayda on Monday, Libyan officials said.", "Libya"),
    ],
)
def test_which_namesake(text: str, within: str, read_text: Read) -> None:
    place = place_of(text, read_text)
    assert place is not None
    assert within in place.within


def test_two_districts_of_one_name_stay_open(read_text: Read) -> None:
    place = place_of("Maoists killed two constables in Bijapur district on Monday, Indian police said.", read_text)
    assert place is not None
    assert place.id is None


def test_a_misspelled_district_is_the_one_spelled_most_like_it(read_text: Read) -> None:
    place = place_of("KABUL, Afghanistan (April 9, 2011) In Musa Qal’ah district, a patrol was attacked by insurgents.", read_text)
    assert place is not None
    assert (place.name, place.within) == ("Musa Qala", ("Helmand", "Afghanistan"))


def test_a_province_of_a_country_never_named_is_not_meant(read_text: Read) -> None:
    place = place_of(
        "KABUL, Afghanistan (April 5) Afghan soldiers killed six insurgents in Nawad district, Ghanzi province, on Monday.", read_text
    )
    assert place is not None
    assert "Botswana" not in place.within


def test_a_name_that_only_sounds_alike_is_another(read_text: Read) -> None:
    place = place_of("Two constables were killed when three bombs exploded in Senapati district, India, on August 8.", read_text)
    assert place is not None
    assert place.id is None
