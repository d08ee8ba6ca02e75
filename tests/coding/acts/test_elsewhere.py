"""What a sentence, its paragraph or its whole report is of, and deeds told in passing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Events = Callable[..., list[Event]]


def test_who_dies_at_a_hospital_may_have_been_shot_and_who_dies_at_an_age_was_not(events: Events) -> None:
    assert [e.type for e in events("Three people were shot dead at home in Gdynia. One more died at a hospital.")] == ["ASSAULT"]
    assert [e.type for e in events("The general, who once bombed Tessit, died at 90. He shelled the port.")] == []


@pytest.mark.parametrize(
    "text",
    [
        "A street in Gdynia was named after the student killed by soldiers at the gates.",
        "The plaque in Leeds honours 40 weavers shot by troops.",
        "In Bamako the emperor's guards burned 20 huts.",
        "The jury in Derby heard that two men stabbed a jeweller in Crewe.",
        "The colonel, who bombed Tessit, has died aged 90 in Gao.",
        "In the exercise near Gao a drone hits a convoy, killing four soldiers.",
        "Police in Bremen blew up an old bomb found by 12 builders.",
    ],
)
def test_what_is_of_another_field_or_time_is_not_printed(events: Events, text: str) -> None:
    assert [e.type for e in events(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "A monument near Gao honours the guards killed by rebels on 20 December.",
        "Rebels attacked the museum in Gao, killing two guards.",
        "The army said on Monday that rebels bombed the castle in Aleppo.",
        "The court in Gao was attacked by rebels, and a juror was killed.",
    ],
)
def test_an_attack_with_a_day_or_in_its_own_clause_is(events: Events, text: str) -> None:
    assert "ASSAULT" in [e.type for e in events(text)]


def test_a_report_of_sport_tells_no_acts(events: Events) -> None:
    report = "Kano won the league in Accra.\n\nThe striker said it was hard.\n\nIn Accra on Monday Ghana attacked Mali and Mali surrendered."
    assert [e.type for e in events(report)] == []
    bombed = "A bomb exploded at a league match in Accra, killing nine fans of the striker Kano."
    assert [e.type for e in events(bombed)] == ["ASSAULT"]


@pytest.mark.parametrize(
    "text",
    [
        "In April gunmen shot dead a councillor in Kano. His street has a football pitch.",
        "The guard said soldiers beat a man in Kano who tried to film them.",
        "Two bombs went off at the marathon in Kano on Monday, killing three people.",
        "Militants abducted four soldiers at a football tournament in Kano.",
    ],
)
def test_a_pitch_nearby_or_somebody_who_films_takes_nothing_away(events: Events, text: str) -> None:
    assert [e.type for e in events(text)] == ["ASSAULT"]


def test_a_shot_past_a_keeper_hits_nobody(events: Events) -> None:
    assert [e.type for e in events("The striker fired a shot past the keeper in the second half in Kano on Sunday.")] == []


def test_a_film_beside_takes_away_what_has_no_day(events: Events) -> None:
    assert [e.type for e in events("The film is set in Kano. Soldiers beat a man in Kano.")] == []
