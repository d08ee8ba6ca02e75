"""An act that nothing else places was at the one place named right before it, or at the title's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

BEFORE = [
    ("The fire reached the town of Sarobi at noon. Soldiers killed two shopkeepers.", "Sarobi"),
    ("The worst of it took place in the village of Orlava, south of Nablus. Settlers from the outpost of Kerem beat two farmers to death.", "Orlava"),
    ("The court in Quetta, in Balochistan province, was closed. Several gunmen also shot dead four guards.", "Quetta"),
    ("Traders in Maiduguri closed their shops. Soldiers shot two youths.", "Maiduguri"),
    ("Residents of Omdurman blocked a bridge. They carried drums. Police arrested six men.", "Omdurman"),
]
NOT_BEFORE = [
    "Officials in Lahore said the matter was closed. Two men were shot dead.",
    "The convoy left Goma in the morning. By noon two drivers had been kidnapped.",
    "The wounded were taken to Sake Hospital. Four people were killed.",
    "Militants killed four guards in Omdurman on Monday. Police later arrested six men.",
    "Officials opened a bridge in Omdurman. Two men have been charged and locked up.",
    "Officials opened a bridge in Omdurman. Two men were arrested over the killing of a nurse.",
    "The men were plotting to bomb a bridge in Maiduguri. Soldiers shot two youths.",
    "Traders in Maiduguri closed their shops. On Monday rebels freed six nurses.",
    "Traders in Maiduguri and Jos closed their shops. Soldiers shot two youths.",
    "Traders in Maiduguri closed their shops.\n\nIn another case soldiers shot two youths.",
]
TITLED = "Bombing in Jos kills four\n\nFour people were killed on Tuesday, police said.\n\nThe mayor spoke of a black day.\n\nPolice arrested two men."
TURNED = "Bombing in Jos kills four\n\nFour people were killed on Tuesday, police said.\n\nIn Kano it rained.\n\nPolice arrested two men."


@pytest.mark.parametrize(("text", "place"), BEFORE)
def test_the_one_place_named_right_before_is_the_act_s(events: Callable[..., list[Event]], text: str, place: str) -> None:
    assert {e.place.name for e in events(text) if e.place is not None} == {place}
    assert all(e.place is not None for e in events(text))


@pytest.mark.parametrize("text", NOT_BEFORE)
def test_seats_goals_hospitals_and_several_places_lend_nothing(events: Callable[..., list[Event]], text: str) -> None:
    lent = [e for e in events(text) if all(c.place is None for c in e.claims)]
    assert lent
    assert all(e.place is None for e in lent)


def test_the_news_is_where_the_title_says_until_another_place_is_named(events: Callable[..., list[Event]]) -> None:
    arrest, other = (next(e for e in events(text) if "arrest" in e.modes) for text in (TITLED, TURNED))
    assert arrest.place is not None
    assert arrest.place.name == "Jos"
    assert "named by the title" in arrest.place.reason
    assert other.place is None


def test_a_province_in_the_title_places_nothing(events: Callable[..., list[Event]]) -> None:
    text = "A week of fear in Borno\n\nFour people were shot dead on Tuesday, police said."
    assert {e.place.name if e.place else None for e in events(text) if e.type == "ASSAULT"} <= {None, "Nigeria"}


def test_a_clause_with_when_places_what_it_tells_of(events: Callable[..., list[Event]]) -> None:
    text = "The council heard in New York that two drivers of the Force for Abyei were killed on May 3 and four injured when men ambushed them near Agok."
    assert {e.place.name if e.place else None for e in events(text) if e.type == "ASSAULT"} == {"Agok"}


def test_of_two_acts_of_a_sentence_one_names_the_place(events: Callable[..., list[Event]]) -> None:
    text = "Troops on Tuesday freed 14 travellers from a camp near Sake, following a fierce gun duel in which two bandits were killed."
    assert {e.place.name if e.place else None for e in events(text)} == {"Sake"}
