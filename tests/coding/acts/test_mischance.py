"""Accidents and common crime: what police and courts do about them is kept, not printed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Events = Callable[..., list[Event]]


@pytest.mark.parametrize(
    "text",
    [
        "Boy hurt in accidental shooting in Tulsa\n\nA boy was shot on Monday by his brother, police in Tulsa said.",
        "Police in Lyon arrested the driver on Monday after the tram derailment.",
        "Police in Lagos arrested three men for an online scam on Monday.",
        "A hiker was killed on Sunday after slipping and falling 60 metres from a ridge in Austria.",
        "A child was killed in Lyon on Friday after falling from a window.",
        "A man was killed by a drunk driver in Ohio on Monday.",
        "Rangers in Harare arrested two men with ivory on Monday.",
        "A ferry capsized off Bohol.\n\nPolice arrested the captain on Monday.",
        "The bus crash in Lima on Monday shocked the town. Two children of a judge were killed.",
        "The bus driver braked before the crash on Monday. The bus overturned in Lima.",
    ],
)
def test_accidents_and_common_crime_are_not_printed(events: Events, text: str) -> None:
    assert [e.type for e in events(text)] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Police in Lagos arrested three opposition activists on Monday.", "COERCE"),
        ("Police in Lagos arrested three men on Monday over the killing of a judge.", "COERCE"),
        ("Police in Gao arrested two rebels with heroin on Monday.", "COERCE"),
        ("Soldiers shot a driver in Gao on Monday.", "ASSAULT"),
    ],
)
def test_politics_and_violence_still_are(events: Events, text: str, kind: str) -> None:
    assert kind in [e.type for e in events(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The minister was tired, resigned and quiet, the envoy said on Monday.",
        "The verdict on Monday demonstrates the junta's weakness, the opposition party said.",
        "Firefighters were called out to the ministry in Lima on Monday.",
        "The French president welcomes the German chancellor as she arrives on Monday.",
    ],
)
def test_words_that_only_look_like_acts_are_not_printed(events: Events, text: str) -> None:
    assert [e.type for e in events(text)] == []


def test_a_grenade_fired_is_no_small_arm(events: Events) -> None:
    (event,) = events("Rebels fired a rocket propelled grenade at a police post in Gao on Monday, killing two guards.")
    assert event.modes == ("heavy-weapons",)


def test_what_only_says_which_thing_is_meant_is_no_request(events: Events) -> None:
    assert "REQUEST" not in [e.type for e in events("On Monday the president opened the corridor demanded by the United Nations.")]
