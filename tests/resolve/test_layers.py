"""Layers: news, background and history are told apart, and an old act never shows as new."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.model.event import Event
from casus.model.text import Evidence
from casus.model.when import DateRange
from casus.resolve.layers import BACKGROUND_DAYS, NEWS_DAYS, layer_of_date

PUBLISHED = date(2024, 12, 26)
WORDS = Evidence("date", "r", 0, 9, "on Monday")

CASES = [
    ("Rebels shelled the market in Omdurman.", "news"),
    ("Rebels shelled the market in Omdurman on Monday.", "news"),
    ("Rebels shelled the market in Omdurman last week.", "news"),
    ("On 12 December rebels shelled the market in Omdurman.", "news"),
    ("Since 2021 the junta has bombed dozens of villages.", "background"),
    ("Russia invaded Ukraine in February 2022.", "background"),
    ("Rebels shelled the market in Omdurman last month.", "background"),
    ("Rebels shelled the market in Omdurman earlier this month.", "background"),
    ("On 12 November rebels shelled the market in Omdurman.", "background"),
    ("In May 2020, rebels shelled the market in Omdurman.", "background"),
    ("In March 2023 rebels shelled the market in Omdurman.", "background"),
    ("In the 1990s the army massacred thousands of villagers in Guatemala.", "history"),
    ("In 2017, soldiers killed thousands of Rohingya in Rakhine state.", "history"),
    ("In 1995 Serb forces killed 8,000 men in Srebrenica.", "history"),
    ("In 2003 the United States invaded Iraq.", "history"),
    ("The army has supported the militia for decades.", "history"),
]


@pytest.mark.parametrize(("text", "layer"), CASES)
def test_the_layer_of_an_act(events: Callable[..., list[Event]], text: str, layer: str) -> None:
    assert {e.layer for e in events(text)} == {layer}


def test_news_and_history_in_one_paragraph_stay_apart(events: Callable[..., list[Event]]) -> None:
    text = "On Tuesday the army bombed a village in Shan state. In 2017, soldiers killed thousands of Rohingya in Rakhine state."
    assert [e.layer for e in events(text)] == ["news", "history"]


def test_a_section_of_history_is_history(events: Callable[..., list[Event]]) -> None:
    text = (
        "Rebels shelled the market in Omdurman on Monday.\n\nHOW IT BEGAN\n\nThe group was founded in 1996. "
        "It massacred 40 villagers in the south.\n\nThe army armed its rivals in Nyala."
    )
    layers = {e.claims[0].sentence: e.layer for e in events(text)}
    assert layers[0] == "news"
    assert {layer for sentence, layer in layers.items() if sentence > 0} == {"history"}


def test_an_act_going_on_is_news_beside_history(events: Callable[..., list[Event]]) -> None:
    found = events("In 2011 rebels seized Benghazi. About 3,000 fighters are marching toward Tripoli.")
    assert {e.layer for e in found if e.type == "MOBILIZE"} == {"news"}


def test_what_time_is_counted_from_is_no_news(events: Callable[..., list[Event]]) -> None:
    found = events("Police in Gao have arrested 900 people since the army attacked Tessit.")
    assert {e.type: e.layer for e in found} == {"COERCE": "news", "ASSAULT": "background"}


def test_the_same_words_age_with_the_report(events: Callable[..., list[Event]]) -> None:
    text = "Rebels shelled the market in Omdurman on 12 December 2024."
    layers = [events(text, published=day)[0].layer for day in ("2024-12-26", "2026-06-01", "2034-01-01")]
    assert layers == ["news", "background", "history"]


def test_a_dateline_ages_the_acts_where_no_day_of_publication_is_given(events: Callable[..., list[Event]]) -> None:
    text = "OMDURMAN, Sudan (Sept. 17, 2023) - Police arrested a man on Friday. He was behind the May 11 attack that killed a trader."
    assert {e.type: e.layer for e in events(text, published=None)} == {"COERCE": "news", "ASSAULT": "background"}


def test_an_age_is_no_time_after_which_something_is_told(events: Callable[..., list[Event]]) -> None:
    found = events("A 4-year-old girl died after being shot in a house in Omdurman on Tuesday.")
    assert {e.layer for e in found} == {"news"}


def test_a_date_that_says_which_attack_is_meant_dates_nothing_else(events: Callable[..., list[Event]]) -> None:
    text = "Police arrested a trader in Gao on Monday. He is responsible for the January bombing. Police also arrested two drivers."
    assert [e.layer for e in events(text) if e.type == "COERCE"] == ["news", "news"]


def stated(day: date) -> DateRange:
    return DateRange(day, day, "day", "stated", WORDS)


@given(st.integers(0, NEWS_DAYS))
def test_a_fortnight_is_news(days: int) -> None:
    assert layer_of_date(stated(PUBLISHED - timedelta(days)), PUBLISHED) == "news"


@given(st.integers(NEWS_DAYS + 1, BACKGROUND_DAYS))
def test_five_years_are_background(days: int) -> None:
    assert layer_of_date(stated(PUBLISHED - timedelta(days)), PUBLISHED) == "background"


@given(st.integers(BACKGROUND_DAYS + 1, 40_000))
def test_before_that_is_history(days: int) -> None:
    assert layer_of_date(stated(PUBLISHED - timedelta(days)), PUBLISHED) == "history"


def test_without_a_publication_date_a_day_tells_no_layer() -> None:
    assert layer_of_date(stated(PUBLISHED), None) is None


def test_a_bound_tells_no_layer() -> None:
    assert layer_of_date(DateRange(None, PUBLISHED, "bounded", "not after publication"), PUBLISHED) is None


@pytest.mark.parametrize(
    ("text", "kind", "layer"),
    [
        ("Rebels sent fighters to Aleppo on Monday, a year and a half after they withdrew from the city.", "RETREAT", "background"),
        ("The president also praised the veterans of a battle in Kidal, which was fought 75 years ago.", "SUPPORT", "news"),
        ("The European Union recently announced an aid package for Mali.", "AGREE", "news"),
        ("The army has attacked journalists in Gao previously, Amnesty said.", "ASSAULT", "background"),
        ("On Thursday Mali extended a curfew in Gao until October 2023.", "COERCE", "news"),
    ],
)
def test_a_date_beside_an_act_is_not_its_own(events: Callable[..., list[Event]], text: str, kind: str, layer: str) -> None:
    assert {e.layer for e in events(text, published="2024-12-26") if e.type == kind} == {layer}


def test_a_caption_dates_nothing_but_itself(events: Callable[..., list[Event]]) -> None:
    text = "Rebels left Gao.\n\nFILE - Soldiers patrol a road in Gao, Feb. 11, 2016.\n\nRebels shelled the market in Omdurman."
    assert {e.layer for e in events(text, published="2024-12-26") if e.type == "ASSAULT"} == {"news"}


def test_car_bombs_claim_lives_and_say_nothing(events: Callable[..., list[Event]]) -> None:
    found = events(
        "Two car bombs that claimed nine lives in Belfast went off on Friday. Police said four soldiers were killed at a station."
    )
    assert "bomb" not in " ".join(s.name for e in found for s in e.sources)


@pytest.mark.parametrize(
    ("text", "kind", "layer"),
    [
        ("Mali expelled a diplomat. The move comes after rebels shelled the market in Gao.", "ASSAULT", "background"),
        ("Rebels attacked Gao on Monday. The army had arrested two of their leaders.", "COERCE", "background"),
        ("A court in Bamako sentenced a colonel to life in prison for killing six farmers.", "ASSAULT", "background"),
        ("The army rescued a trader who was abducted by gunmen from a village in Gao.", "ASSAULT", "background"),
        ("Rebels shelled Gao three weeks after the army arrested their leader.", "COERCE", "background"),
        ("Police in Gao fired on the mayor, who was arrested in the capital.", "COERCE", "background"),
        ("Police said on Monday that gunmen had killed six farmers in Gao.", "ASSAULT", "news"),
        ("The army rescued a trader on Monday who was later arrested.", "COERCE", "news"),
    ],
)
def test_what_was_done_before_the_news(events: Callable[..., list[Event]], text: str, kind: str, layer: str) -> None:
    assert {e.layer for e in events(text, published="2024-12-26") if e.type == kind} == {layer}


def test_the_news_told_again_stays_news(events: Callable[..., list[Event]]) -> None:
    found = events("Gunmen attacked a police post in Gao. They had attacked it from three sides with rifles.")
    assert {e.layer for e in found if e.type == "ASSAULT"} == {"news"}


def test_what_points_back_is_as_old_as_what_it_points_to(events: Callable[..., list[Event]]) -> None:
    text = "Mali expelled a diplomat on Monday.\n\nIn March gunmen attacked a market in Gao.\n\nThe attack killed nine farmers."
    assert {e.layer for e in events(text, published="2024-12-26") if e.type == "ASSAULT"} == {"background"}


@pytest.mark.parametrize(
    "text",
    [
        "The army bombed a village in Shan state on Tuesday. Last week rebels shelled the market in Omdurman.",
        "The move follows the army's killing of Omar Hadi in an airstrike on Monday.",
        "Rebels threatened the governor of Kassala before.",
    ],
)
def test_what_explains_the_news_is_background(events: Callable[..., list[Event]], text: str) -> None:
    assert events(text)[-1].layer == "background"


def test_in_the_course_of_the_lead_is_news(events) -> None:  # type: ignore[no-untyped-def]
    text = (
        "Troops captured a rebel leader during an operation in Helmand province on Monday. He is suspected in an attack on a council last October. "
        "The troops detained two more rebels as a result of the operation."
    )
    assert {e.layer for e in events(text, published="2024-05-15") if "arrest" in e.modes} == {"news"}
