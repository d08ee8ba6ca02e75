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
    ("A trader, called Tariq Lone, was shot dead and another man was injured by gunmen in Bannu.", ("trader", "another man")),
    ("The attack on the hotel in Kidal left eight guests dead.", ("guests",)),
    ("A bomb brought down the helicopter near Jalalabad, killing all 12 passengers.", ("helicopter", "12 passengers")),
]


@pytest.mark.parametrize(("text", "struck"), TO, ids=[t[0] for t in TO])
def test_those_harmed_are_recipients(event: Only, text: str, struck: tuple[str, ...]) -> None:
    names = " | ".join(p.evidence.words for p in event(text, "ASSAULT").recipients)
    assert all(s in names for s in struck)


COUNTED = [
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
