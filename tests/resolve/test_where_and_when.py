"""Where an act happened and in which layer, from whole sentences: what stands beside it lends it neither place nor time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event
from casus.model.picture import Reading


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Another shooting took place in Chippewa Falls, Wisconsin where at least five people were killed.", "Chippewa Falls"),
        ("Gunmen killed a teacher in Kanker District of Chhattisgarh on Monday.", "Kanker"),
        ("A suicide bomber targeted a bus carrying pilgrims in the town of Taji on Tuesday, killing 10 people.", "Taji"),
    ],
)
def test_the_place_of_the_act(events: Callable[..., list[Event]], text: str, place: str) -> None:
    assert {e.place.name for e in events(text) if e.place is not None} == {place}


def test_what_is_condemned_does_not_place_the_condemning(events: Callable[..., list[Event]]) -> None:
    found = [e for e in events("The envoy condemned an attack on civilians in the city of Idlib.") if e.type == "ACCUSE"]
    assert found
    assert all(e.place is None for e in found)


def test_a_district_is_no_town(events: Callable[..., list[Event]]) -> None:
    place = events("Gunmen killed a teacher in Kanker District of Chhattisgarh on Monday.")[0].place
    assert place is not None
    assert place.precision_ucdp == 3


def test_a_place_known_by_its_province_alone_keeps_that_precision(events: Callable[..., list[Event]]) -> None:
    place = events("Soldiers killed two insurgents in Zorbagh district, Kandahar province, on Monday.")[0].place
    assert place is not None
    assert (place.precision_ucdp, place.precision_acled, place.lat, place.lon) == (4, 3, None, None)
    assert place.within[:2] == ("Kandahar", "Afghanistan")


@pytest.mark.parametrize(
    "text",
    [
        "Ruhanga lost to the president, who has been in power since 1986. Police arrested Ruhanga in Kampala.",
        "Police in Gao arrested a preacher, who angered the mayor in August 2014.",
        "The mayor of Kazan extended the curfew to February 1. Police arrested 12 people in Kazan.",
    ],
)
def test_what_a_clause_recalls_does_not_age_the_act(events: Callable[..., list[Event]], text: str) -> None:
    assert {e.layer for e in events(text) if "arrested" in e.claims[0].act.words} == {"news"}


def test_how_long_dates_its_own_verb_only(events: Callable[..., list[Event]]) -> None:
    found = events("Pakistan has been hosting refugees for more than three decades but denies giving weapons to the rebels.")
    given = [e for e in found if "giving weapons" in e.claims[0].act.words and "hosting" not in e.claims[0].act.words]
    assert given
    assert all(e.date is None or e.date.precision == "bounded" for e in given)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A police source in Ramadi said the blast killed four people.", "Ramadi"),
        ("Residents of Agasha in Benue said gunmen killed nine people.", "Agasha"),
        ("The defence ministry in Moscow said the blast killed four people.", None),
        ("A spokesman in Geneva said rebels killed four people.", None),
    ],
)
def test_people_of_a_place_speak_of_their_own(events: Callable[..., list[Event]], text: str, place: str | None) -> None:
    assert {e.place.evidence.words if e.place else None for e in events(text) if e.type == "ASSAULT"} == {place}


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("The army has been shelling rebel positions near Sake since 20 April.", "04-20", "telling"),
        ("Internet access in Goma has been cut since 20 April.", "04-20", "04-20"),
        ("The mayor of Goma has been under house arrest since 20 April.", "04-20", "04-20"),
        ("Rebels have killed nine people in Sake since 20 April.", "04-20", "None"),
    ],
)
def test_what_goes_on_since_a_day_and_what_holds_since_then(events: Callable[..., list[Event]], text: str, start: str, end: str) -> None:
    dates = [e.date for e in events(text) if e.date is not None and e.date.start is not None]
    told = {(str(d.start)[5:], str(d.end)[5:] if d.end and d.precision == "day" else "telling" if d.end else "None") for d in dates}
    assert told == {(start, end)}


@pytest.mark.parametrize("text", ["The envoy called on Kinshasa and Kampala to publish the ruling.", "Oslo appealed to Mali to free the men."])
def test_whom_words_are_for_is_no_place(text: str, read_text: Callable[..., Reading]) -> None:
    assert [c.place for c in read_text(text).claims if c.type == "REQUEST"] == [None]


def test_the_only_capital_that_a_report_names_is_the_capital(read_text: Callable[..., Reading]) -> None:
    text = (
        "Libya and Tunisia and Chad and Egypt and Sudan sent envoys. Fighters entered Tripoli in Libya.\n\nEgypt, Sudan, Chad and Tunisia called for "
        "calm.\n\nGunmen attacked a barracks in the capital on Monday, killing two soldiers."
    )
    attack = next(c for c in read_text(text).claims if c.type == "ASSAULT" and "barracks" in c.act.words)
    assert attack.place is not None and attack.place.name == "Tripoli"
