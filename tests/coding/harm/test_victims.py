"""Victims: who is harmed in an act is whom it was done to; counted once, and as no crowd."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.count import Count
from casus.model.event import Event

Only = Callable[..., Event]
Many = Callable[..., list[Event]]


def best(count: Count | None) -> int | None:
    return None if count is None else count.best


TO = [
    ("A farmer was killed and nine others were wounded when militants attacked a post in Bannu.", ("farmer", "nine others")),
    ("A trader, called Tariq Lone, was shot dead and another man was injured by gunmen in Bannu.", ("Tariq Lone", "another man")),
    ("A guard, Ali Khan, and a trader, Omar Gul, were shot dead by gunmen in Bannu on Monday.", ("Ali Khan", "Omar Gul")),
    ("A constable was killed and another sustained critical injuries in an encounter with rebels in Bannu.", ("constable", "another")),
    ("Rebels threw a grenade in Bannu on Monday, leading to the death of one person while three others were injured.", ("one person", "three others")),
    ("The rebels attacked a building site in Bannu on Monday and burnt three trucks.", ("trucks",)),
    ("The attack on the hotel in Kidal left eight guests dead.", ("guests",)),
    ("A bomb brought down the helicopter near Jalalabad, killing all 12 passengers.", ("helicopter", "12 passengers")),
]


@pytest.mark.parametrize(("text", "struck"), TO, ids=[t[0] for t in TO])
def test_those_harmed_are_recipients(event: Only, text: str, struck: tuple[str, ...]) -> None:
    names = " | ".join(p.evidence.words for p in event(text, "ASSAULT").recipients)
    assert all(s in names for s in struck)


NAMES = [
    ("Rebels shelled a market in Cali on Monday, killing a guard and wounding 12.", {"market", "guard"}),
    ("An attack on a hospital in Cali on Monday left 19 injured.", {"hospital"}),
    ("Three militants were killed and an Army soldier was injured in a gun battle in Cali on Monday.", {"Three militants", "Army soldier"}),
    ("Ten soldiers and five militants were killed when militants attacked a post in Cali on Monday.", {"post", "Ten soldiers"}),
    ("A policeman was shot dead by a masked man in a targeted attack in Cali on Monday.", {"policeman"}),
    ("A guard in Goma was shot by rebels on Monday.", {"guard"}),
    ("Rebels seized three villagers in Cali on Monday and later slit their throats.", {"three villagers"}),
    ("Three militants and one soldier were killed in an exchange of fire at a post that was attacked by militants in Cali.",
     {"one soldier", "post"}),
    ("A trader was beaten by rebels in Cali on Monday. Police have been asked to find the rebels involved in his murder.", {"trader"}),
    ("Three persons sustained minor injuries when rebels blew up a tanker near Cali on Monday.", {"tanker", "Three persons"}),
    ("A wave of assaults targeting women swept through Cologne on Monday.", {"women"}),
]


@pytest.mark.parametrize(("text", "names"), NAMES, ids=[t[0] for t in NAMES])
def test_whom_it_was_done_to(events: Many, text: str, names: set[str]) -> None:
    assert {p.name for e in events(text) if e.certain for p in e.recipients} == names


NOT_THE_BODY = [
    ("An activist of the Muttahida Qaumi Movement (MQM) was shot dead in Karachi on Monday.", "activist of the Muttahida Qaumi Movement (MQM)"),
    ("The U.S. ambassador to Chad was attacked by a man with a knife in Lima on Monday.", "U.S. ambassador to Chad"),
    ("Rebels shot dead a senior Taliban commander, Rahim Alam, in Quetta on Monday.", "Rahim Alam"),
    ("Israeli police arrested a Hamas leader on Monday.", "Hamas leader"),
    ("An Israeli air strike on Beirut killed nine people on Monday.", "Beirut"),
]


@pytest.mark.parametrize(("text", "name"), NOT_THE_BODY, ids=[t[0] for t in NOT_THE_BODY])
def test_one_of_a_body_is_not_the_body(events: Many, text: str, name: str) -> None:
    assert any(name == p.name and p.id is None for e in events(text) for p in e.recipients)


def test_soldiers_stand_for_their_army(event: Only) -> None:
    assert [p.id for p in event("Rebels killed 16 Turkish soldiers near Idlib on Monday.", "ASSAULT").recipients] == ["tur-mil"]


COUNTED = [
    ("Three people, including a cleric, were killed and 13 others, including a woman, were injured in a bomb blast in Cali on Monday.", 3, 13),
    ("A guard, Ali Khan, and a trader, Omar Gul, were shot dead by gunmen in Cali on Monday.", 2, None),
    ("Two people were gunned down in Cali on Monday.", 2, None),
    ("Rebels shot dead 18 officers in Cali on Monday, four of them women and sixteen of them men.", 18, None),
    ("The fatal police shooting of Keith Dale in Cali on Monday led to protests.", 1, None),
    ("A boy, called Omar Dar, was killed when a landmine exploded in Bannu, reported Dawn.", 1, None),
    ("Police officers Ana Ruiz and Juan Paz were killed in an attack by rebels in Cali on Monday.", 2, None),
    ("The head of a school, identified as Ana Ruiz, and her nephew were killed when gunmen opened fire on their car in Cali.", 2, None),
    ("Gunmen shot dead a trader and wounded his wife in the town of Sopore on Monday.", 1, 1),
    ("A shooting in Lahore on Monday resulted in the fatal injury of a student.", 1, None),
    ("The torture and death of a student in Cairo in January was condemned.", 1, None),
]


@pytest.mark.parametrize(("text", "killed", "injured"), COUNTED, ids=[c[0] for c in COUNTED])
def test_victims_told_of_singly_are_counted(event: Only, text: str, killed: int, injured: int | None) -> None:
    found = event(text, "ASSAULT")
    assert (best(found.killed), best(found.injured)) == (killed, injured)


def test_a_whole_is_not_added_to_its_parts(event: Only) -> None:
    assert best(event("On Sunday, police in Lima arrested ten people, six women and four men.", "COERCE").captured) == 10


NO_SIZE = [
    ("Police in Lima arrested 40 protesters on Monday.", "COERCE"),
    ("The driver of a bus, 42 from Lima, was arrested on Monday.", "COERCE"),
    ("A rebel was killed by C 60 Commandos near Gadchiroli on Monday.", "ASSAULT"),
    ("The navy withdrew its ships from two ports on Sunday.", "RETREAT"),
]


@pytest.mark.parametrize(("text", "type_"), NO_SIZE, ids=[t for t, _ in NO_SIZE])
def test_what_is_counted_otherwise_is_no_size(event: Only, text: str, type_: str) -> None:
    assert event(text, type_).size is None


def test_a_crowd_has_a_size(event: Only) -> None:
    assert best(event("A crowd of 300 farmers marched through Lima on Monday.", "PROTEST").size) == 300


def test_deaths_after_others_are_no_part_of_them(events: Many) -> None:
    text = "At least seven militants were killed as troops retaliated after a landmine blast killed a guard in the Bannu area on October 1."
    assert sorted(best(e.killed) or 0 for e in events(text)) == [1, 7]


def test_one_of_them_told_by_another_voice_is_not_the_whole(events: Many) -> None:
    text = (
        "Four people were wounded when gunfire erupted in Cali on Monday, police said. "
        "A woman was wounded in the shooting, said Inspector Juan Paz."
    )
    assert max((best(e.injured) or 0) for e in events(text)) == 4


def test_a_number_of_dead_is_nobody(events: Many) -> None:
    found = events("Jets bombed Gao on Monday and killed nine people. Residents put the number of dead in the bombing at 12.")
    assert found and not any("number" in p.name for e in found for p in e.recipients)
