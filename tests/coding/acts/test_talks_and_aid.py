"""Meetings, deals, aid and yielding, told plainly: by whom, to whom, and what must stay out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Events = Callable[..., list[Event]]


def certain(events: Events, text: str) -> list[Event]:
    return [e for e in events(text, published="2024-06-15") if e.certain]


@pytest.mark.parametrize(
    ("text", "type", "actor"),
    [
        ("The cabinet met in Windhoek on Monday to discuss the border.", "CONSULT", "cabinet"),
        ("Elders of the three clans met in Burao on Tuesday.", "CONSULT", "Elders"),
        ("A jirga of Mehsud elders met army officers in Tank on Sunday.", "CONSULT", "jirga"),
        ("Peace talks between the junta and the Karen rebels opened in Mae Sot on Monday.", "CONSULT", "junta"),
        ("A meeting of the warring sides was held in Moroni on Friday.", "CONSULT", "sides"),
        ("Ruto spoke to Museveni on Thursday about the raids.", "CONSULT", "Ruto"),
        ("The Gulf leaders lifted sanctions on Eritrea on Saturday.", "RETREAT", "leaders"),
        ("The Senate endorsed the truce plan on Tuesday.", "SUPPORT", "Senate"),
        ("Chad and Sudan restored relations on Monday.", "SUPPORT", "Chad"),
        ("Two clans in Bardera agreed a truce on Saturday.", "AGREE", "clans"),
        ("Nurses in Blantyre ended their strike on Friday.", "CONCEDE", "Nurses"),
        ("Kenya and Somalia launched joint border patrols on Monday.", "COOPERATE", "Kenya"),
        ("India sold Iran two jets on Friday.", "COOPERATE", "India"),
        ("Denmark gave Laos $20 million on Friday.", "AID", "Denmark"),
        ("Kyiv received 20 tanks from Denmark on Monday.", "AID", "Denmark"),
        ("Hezbollah halted its attacks on Haifa on Wednesday.", "RETREAT", "Hezbollah"),
        ("Militiamen handed over 90 rifles to the prefect in Bria on Friday.", "RETREAT", "Militiamen"),
        ("Soldiers fled their post in Rann on Saturday.", "RETREAT", "Soldiers"),
    ],
)
def test_an_act_of_words_or_yielding_is_told(events: Events, text: str, type: str, actor: str) -> None:
    (found,) = certain(events, text)
    assert found.type == type
    assert any(actor in party.name for party in found.actors)


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("The curfew in Srinagar was lifted on Friday.", "RETREAT"),
        ("The border crossing at Kasumbalesa was reopened on Wednesday.", "RETREAT"),
        ("The blockade of the Lachin road was lifted on Sunday.", "RETREAT"),
    ],
)
def test_a_curb_lifted_needs_nobody_who_lifts_it(events: Events, text: str, type: str) -> None:
    (found,) = certain(events, text)
    assert (found.type, found.actors) == (type, ())


@pytest.mark.parametrize(
    "text",
    [
        "The city council met on Tuesday to discuss parking fees.",
        "The company's board held a meeting in Geneva on Friday.",
        "The army received 20 tanks on Monday.",
        "The ministry received 200 applications on Monday.",
        "Shareholders approved the deal on Tuesday.",
        "The striker ended his goal drought on Saturday.",
        "The factory suspended operations in Lagos on Friday.",
        "Residents vacated the building in Hamburg after a gas leak on Monday.",
    ],
)
def test_business_and_daily_life_stay_out(events: Events, text: str) -> None:
    assert certain(events, text) == []


def test_talks_due_are_planned(events: Events) -> None:
    (found,) = certain(events, "Talks between the rebels and the government are due to open in Nairobi next week.")
    assert found.status == "planned"


def test_people_abducted_before_were_not_abducted_by_their_rescuers(events: Events) -> None:
    (found,) = certain(events, "Soldiers rescued 50 abducted villagers in the Sambisa forest on Friday.")
    assert found.type == "AID"


def test_two_states_that_agree_are_no_place(events: Events) -> None:
    (found,) = certain(events, "Thailand and Cambodia agreed to a ceasefire on Monday.")
    assert found.place is None


def test_what_is_apologised_for_has_no_day(events: Events) -> None:
    found = certain(events, "The army apologised on Thursday for the killing of four farmers in Bauchi.")
    assert all(e.date is None or e.date.precision != "day" for e in found if e.type == "ASSAULT")


def test_a_mediator_frees_nobody(events: Events) -> None:
    found = certain(events, "Two teachers held by the Houthis were freed on Thursday after mediation by Oman.")
    assert [e.actors for e in found if e.type == "RETREAT"] == [()]


def test_what_a_visit_is_for_is_no_second_meeting(events: Events) -> None:
    (found,) = certain(events, "A Saudi delegation visited Sanaa on Sunday for talks with Houthi leaders.")
    assert found.modes == ("visit",)
