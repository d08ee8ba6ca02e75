"""People named in phrases about somebody else, and names that are only part of another person's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Trump loyalist Stephen Dale urged Iran on Monday to release the hostages.", {"donald-trump", "usa-mil"}),
        ("Ali Karim Sassou Nguesso accused the Angolan army on Monday of shelling a village.", {"denis-sassou-nguesso"}),
        ("Government spokesman Petros Lambrou accused Iran on Monday of shelling a village.", {"gustavo-petro"}),
        ("Iran denounced the Trump legal team on Monday.", {"usa-gov", "donald-trump"}),
    ],
)
def test_somebody_else_is_not_the_one_named(events: Callable[..., list[Event]], text: str, wrong: set[str]) -> None:
    assert not wrong & {p.id for e in events(text, published="2019-06-30") for p in (*e.actors, *e.recipients)}


def test_a_name_in_full_is_still_known(event: Callable[..., Event]) -> None:
    found = event("Denis Sassou Nguesso accused the Angolan army of shelling a village.", "ACCUSE", published="2019-06-30")
    assert [p.id for p in found.actors] == ["denis-sassou-nguesso"]


@pytest.mark.parametrize(
    ("text", "kind", "whom"),
    [
        ("Mohammad Yaqoob Malla was shot dead in Shopian on Monday.", "ASSAULT", "Mohammad Yaqoob Malla"),
        ("Ana Ruiz, a mayor who was shot dead by gunmen in Cali, had received threats.", "ASSAULT", "Ana Ruiz"),
    ],
)
def test_a_longer_name_or_a_described_one_is_the_whole_name(event: Callable[..., Event], text: str, kind: str, whom: str) -> None:
    assert [(p.name, p.id) for p in event(text, kind).recipients] == [(whom, None)]


def test_a_police_union_is_not_the_police(events: Callable[..., list[Event]]) -> None:
    found = events("The chairman of Germany's police union criticised Denmark on Monday.")
    assert "deu-police" not in {p.id for e in found for p in e.actors}


def test_an_office_goes_with_the_country_after_it(event: Callable[..., Event]) -> None:
    found = event("Angela Merkel praised the prime minister of New Zealand on Monday.", "SUPPORT", published="2019-06-30")
    assert [p.id for p in found.recipients] == ["nzl-gov"]


def test_government_forces_are_the_army(event: Callable[..., Event]) -> None:
    assert [p.id for p in event("Kenyan government forces shelled a village on Monday.", "ASSAULT").actors] == ["ken-mil"]


def test_hong_kong_has_a_government_and_a_police_of_its_own(events: Callable[..., list[Event]]) -> None:
    found = events("Protesters marched in Hong Kong. The police arrested 40 protesters on Monday.", published="2019-09-30")
    assert [p.id for e in found if e.type == "COERCE" for p in e.actors] == ["hkg-police"]


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        ("Armed militants belonging to Boko Haram ambushed a police patrol in Borno on Monday.", "ASSAULT", "boko-haram"),
        ("Taliban gunmen stormed a school in the Pakistani city of Peshawar on Tuesday.", "ASSAULT", "ttp"),
        ("The Haqqani Network controls the Afghan Taliban. The group attacked a hotel in Kabul on Monday.", "ASSAULT", "haqqani"),
    ],
)
def test_whose_fighters_they_are(event: Callable[..., Event], text: str, kind: str, who: str) -> None:
    assert [p.id for p in event(text, kind, published="2019-06-30").actors] == [who]


def test_leaders_of_governments_everywhere_are_no_government(events: Callable[..., list[Event]]) -> None:
    found = events("Kenya welcomed him. Pope Francis urged government leaders to release prisoners on Monday.")
    assert "ken-gov" not in {p.id for e in found for p in e.recipients}


def test_male_is_no_capital(event: Callable[..., Event]) -> None:
    assert event("The male driver of the bus was arrested by Kenyan police on Monday.", "COERCE").recipients[0].country is None


def test_a_poster_is_not_the_man_on_it(events: Callable[..., list[Event]]) -> None:
    found = events("Gunmen attacked a poster of Prime Minister Nawaz Sharif in Lahore on Monday.")
    assert "nawaz-sharif" not in {p.id for e in found for p in e.recipients}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Maoists killed a farmer in Gadchiroli district on Monday.", "ctd-naxal"),
        ("Maoists killed a farmer in a village outside Kathmandu on Monday.", "cpn-m"),
        ("Maoists killed a farmer in a village on Monday.", None),
        ("A farmer was killed by Communist Party of India (CPI Maoist) cadres on Monday.", "ctd-naxal"),
    ],
)
def test_which_maoists_is_told_by_the_country(event: Callable[..., Event], text: str, who: str | None) -> None:
    assert [p.id for p in event(text, "ASSAULT", published="2015-03-10").actors] == [who]


def test_the_gunman_is_not_the_group(event: Callable[..., Event]) -> None:
    found = event("Islamic State claimed it. Turkish police arrested the gunman in Istanbul on Monday.", "COERCE", published="2017-03-10")
    assert "islamic-state" not in {p.id for p in found.recipients}
