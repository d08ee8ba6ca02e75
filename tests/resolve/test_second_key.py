"""The second key: acts between parties that cannot do them are kept, not printed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event
from casus.model.picture import Picture


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("The senator attacked the judge over the ruling.", "ASSAULT"),
        ("The baker accused the plumber of greed.", "ACCUSE"),
        ("The singer met her producer in Lagos.", "CONSULT"),
        ("A motorist was fined in Leeds.", "SANCTION"),
        ("The law is an attack on society.", "ASSAULT"),
    ],
)
def test_private_life_is_not_printed(events: Callable[..., list[Event]], text: str, type: str) -> None:
    assert [e.type for e in events(text) if e.type == type] == []


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("Gunmen attacked a judge in Quetta.", "ASSAULT"),
        ("On Monday residents accused the army of looting.", "ACCUSE"),
        ("The foreign ministers met in Doha.", "CONSULT"),
        ("Iran fined the opposition party.", "SANCTION"),
        ("Three activists were arrested in Minsk.", "COERCE"),
        ("The Syrian government attacked the town of Saraqib.", "ASSAULT"),
        ("An arrest has been made in the killing of a baker in Kisumu.", "COERCE"),
        ("Most street marches have been forbidden in Niamey since 2021.", "COERCE"),
        ("Her brother-in-law threw acid on her face in Sylhet on Friday.", "ASSAULT"),
        ("On Monday the opposition party called for the bill to be dropped, in Juba.", "REQUEST"),
    ],
)
def test_public_life_is(events: Callable[..., list[Event]], text: str, type: str) -> None:
    assert type in [e.type for e in events(text)]


def test_what_fails_is_kept(code_text: Callable[..., Picture]) -> None:
    found = code_text("The baker accused the plumber of greed.").events
    assert [(e.type, e.certain) for e in found] == [("ACCUSE", False)]


def test_a_passive_that_cannot_do_it_leaves_the_main_clauses_subject(events: Callable[..., list[Event]]) -> None:
    text = "Islamabad has imposed trade curbs, migrants were expelled and introduce stricter visa requirements."
    restricted = [e for e in events(text) if e.type == "COERCE" and "restrict" in e.modes]
    assert [p.id for e in restricted for p in e.actors] == ["pak-gov"]


def test_an_accident_in_the_lead_keeps_its_dead(events: Callable[..., list[Event]]) -> None:
    text = (
        "A gas explosion destroyed a block of flats in Tomsk. Rescuers worked through the night. By noon 14 people were confirmed killed."
    )
    assert [e for e in events(text) if e.type == "ASSAULT"] == []


def test_an_attack_told_in_a_report_of_an_accident_stands(events: Callable[..., list[Event]]) -> None:
    text = "A plane crash killed nine people near Gao. A day later rebels attacked the village of Tessit with rockets."
    assert [e.type for e in events(text)] == ["ASSAULT"]


@pytest.mark.parametrize(
    ("text", "type", "recipients"),
    [
        ("The 1968 assassination of the mayor shocked Dakar.", "ASSAULT", ["mayor"]),
        ("The party endorsed Ana Kolb for president.", "SUPPORT", ["Ana Kolb"]),
    ],
)
def test_years_and_posts_are_no_figures_and_no_parties(
    events: Callable[..., list[Event]], text: str, type: str, recipients: list[str]
) -> None:
    found = [e for e in events(text) if e.type == type]
    assert [p.name for e in found for p in e.recipients] == recipients
    assert all(e.killed is None or e.killed.best == 1 for e in found)


@pytest.mark.parametrize(
    "text",
    [
        "The party has declined since 1933.",
        "Ana Kolb demonstrated new screens at the fair.",
        "He supported social justice.",
        "The premier was unable to negotiate a deal.",
    ],
)
def test_other_senses_of_political_words(events: Callable[..., list[Event]], text: str) -> None:
    assert events(text) == []


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("Two farmers were questioned in Gao. They were released on 3 March.", "RETREAT"),
        ("An arrest was made on Tuesday in Leeds.", "COERCE"),
        ("Ethiopia launched its offensive in November 2020.", "ASSAULT"),
    ],
)
def test_a_day_stands_in_for_whom_it_was_done_to(events: Callable[..., list[Event]], text: str, type: str) -> None:
    assert [e.type for e in events(text)] == [type]


def test_how_often_people_are_arrested_is_no_arrest(events: Callable[..., list[Event]]) -> None:
    assert events("Herders in Gao are arrested at higher rates than farmers, a study found on Monday.") == []


@pytest.mark.parametrize("text", ["No arrests have been made in the killing of a baker in Kisumu.", "The law on marches was drafted in Niamey on Monday."])
def test_nobody_taken_and_nothing_banned_is_no_coercion(events: Callable[..., list[Event]], text: str) -> None:
    assert [e for e in events(text) if e.type == "COERCE"] == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The governor met tribal elders in Kadugli on Monday.", 1),
        ("The prime minister met families of the hostages on Monday.", 1),
        ("Ukraine's president met the pope in Rome on Saturday.", 1),
        ("The minister met fans in Kano on Monday.", 0),
        ("The president met his wife in Paris on Monday.", 0),
    ],
)
def test_people_met_as_a_side_are_consulted(events: Callable[..., list[Event]], text: str, count: int) -> None:
    assert [e.type for e in events(text)] == ["CONSULT"] * count
