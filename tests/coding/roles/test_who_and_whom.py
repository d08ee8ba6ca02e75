"""Who did it and to whom, where the words nearest to the act tell neither: munitions, custody, ages, who came when people were killed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("One of the rockets hit a school in Kandal on Monday, wounding a teacher.", [], ["school", "teacher"]),
        ("Artillery shells landed on a market in Bor, killing six traders.", [], ["market", "six traders"]),
        ("A bomb ripped through a bus in Bor, killing nine traders.", [], ["bus", "nine traders"]),
        ("Police in Bor found Ana Ruiz, 17, suffering from a gunshot wound.", [], ["Ana Ruiz"]),
        ("The army said an Iranian missile hit a depot.", ["Iranian Armed Forces"], ["depot"]),
        ("Three villagers were killed in Oro when militiamen entered the camp on Friday.", ["militiamen"], ["Three villagers"]),
        ("Three villagers were killed in Oro when their guards entered the camp on Friday.", [], ["Three villagers"]),
        ("A court acquitted two officers of shooting a student in 2019.", [], ["student"]),
        ("A court convicted two officers of shooting a student in 2019.", ["two officers"], ["student"]),
        ("The army recorded rebels shelling a village in Gao on Monday.", ["rebels"], ["village"]),
        ("Residents heard shelling near the town of Bor on Monday.", [], []),
        ("Villagers saw rebels shooting farmers in Gao on Monday.", ["rebels"], ["farmers"]),
        ("A trader watched soldiers beating two men in Gao on Monday.", ["soldiers"], ["two men"]),
        ("The rebels saw the village, burning houses in Gao as they left.", ["rebels"], ["houses"]),
        ("Soldiers shot dead a 19-year-old in Jenin on Monday.", ["Soldiers"], ["19-year-old"]),
        ("Gunmen killed a 12-year-old and his father.", ["Gunmen"], ["12-year-old", "father"]),
        ("Gunmen fired at a bus near Wamba on Monday, with no one hurt.", ["Gunmen"], ["bus"]),
        ("Supporters of the mayor fired fireworks at a crowd on Friday, injuring a photographer.", ["Supporters of the mayor"], ["crowd", "photographer"]),
        ("A motorcycle packed with explosives was detonated in Kalo on Tuesday, killing three guards.", [], ["three guards"]),
    ],
)  # fmt: skip
def test_who_and_whom_of_an_attack(events: Callable[..., list[Event]], text: str, actors: list[str], recipients: list[str]) -> None:
    (event,) = (e for e in events(text, published="2025-03-14") if e.type == "ASSAULT")
    assert ([p.name for p in event.actors], [p.name for p in event.recipients]) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Two brothers are in the custody of the National Guard, their mother said.", ["National Guard"], ["Two brothers"]),
        ("The Interior Ministry said on Sunday that 18 people had been detained in Okoro.", ["Interior Ministry"], ["18 people"]),
        ("A lawyer said on Sunday that 18 people had been detained in Okoro.", [], ["18 people"]),
    ],
)
def test_who_holds_whom(events: Callable[..., list[Event]], text: str, actors: list[str], recipients: list[str]) -> None:
    (event,) = (e for e in events(text, published="2025-03-14") if e.type == "COERCE")
    assert ([p.name for p in event.actors], [p.name for p in event.recipients]) == (actors, recipients)


@pytest.mark.parametrize("age", [", 24,", ", aged 24,", " (24)", ", a 24-year-old,"])
def test_an_age_is_no_part_of_a_name(age: str, event: Callable[..., Event]) -> None:
    found = event(f"Gunmen abducted Adam Nowak{age} in Lodz on Monday.", "ASSAULT")
    assert [p.name for p in found.recipients] == ["Adam Nowak"]


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Soldiers retaliated by shelling the village of Oro on Monday, killing two farmers.", ["Soldiers"], {"two farmers"}),
        ("The raid led to the death of 30-year-old Omar Diaz of Oakland's Fruitvale district, who was shot on Friday.", [], {"Omar Diaz"}),
    ],
)
def test_who_is_a_person_and_who_retaliates_strikes(text: str, actors: list[str], recipients: set[str], events: Callable[..., list[Event]]) -> None:
    (event,) = (e for e in events(text, published="2025-03-14") if e.type == "ASSAULT")
    assert [p.name for p in event.actors] == actors
    assert {p.name for p in event.recipients} == recipients


@pytest.mark.parametrize("text", ["Two men were shot in a paramilitary-style attack in Derry on Monday.", "An ISIS-style raid killed four people in Nice on Monday."])
def test_what_an_act_is_likened_to_did_not_do_it(event: Callable[..., Event], text: str) -> None:
    assert event(text, "ASSAULT").actors == ()
