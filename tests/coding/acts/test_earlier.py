"""What a sentence tells as having come before another act is none of that act: neither its dead nor its doers go over."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Many = Callable[..., list[Event]]
Only = Callable[..., Event]

APART = [
    ("Turkey carried out air strikes in northern Iraq on Friday after five soldiers were killed in a clash.", [5, None]),
    ("Russia fired missiles at Kyiv after a bridge explosion killed four people.", [4, None]),
    ("Russian missiles hit Lviv on Wednesday, a day after a Ukrainian strike killed six people in Belgorod.", [6, None]),
    ("Rebels killed five soldiers in Kachin on Monday in revenge for an air raid on a church in which 11 people died.", [5, 11]),
    ("The army shelled Masisi on Monday following an ambush in which six soldiers were killed.", [6, None]),
    ("After a raid on a base killed four soldiers, army helicopters bombed rebel camps near Kidal.", [4, None]),
    ("Following an ambush that killed six soldiers, troops burned forty houses in Tera.", [6, None]),
    ("The main suspect in the murder of a student in Pretoria was shot dead by police on Tuesday.", [1, 1]),
]
ONE = [
    ("Ten people were killed on Monday after a suicide bomber attacked a mosque in Gao.", 10),
    ("Police killed the gunman after a shootout in which two officers were wounded.", 1),
    ("Gunmen who attacked the village killed ten people.", 10),
    ("After bandits opened fire on a bus, three passengers were killed near Zaria.", 3),
    ("After a gun battle with police, two robbers were killed in Karachi on Friday.", 2),
]


def _dead(found: Event) -> int | None:
    return found.killed.best if found.killed is not None else None


@pytest.mark.parametrize(("text", "dead"), APART)
def test_two_acts_keep_their_own_dead(events: Many, text: str, dead: list[int | None]) -> None:
    assert sorted((_dead(e) for e in events(text)), key=str) == sorted(dead, key=str)


@pytest.mark.parametrize(("text", "dead"), ONE)
def test_what_killed_them_is_told_after_it(event: Only, text: str, dead: int) -> None:
    assert _dead(event(text, "ASSAULT")) == dead


def test_who_struck_back_did_not_do_what_came_before(events: Many) -> None:
    (before,) = [e for e in events("Russia fired missiles at Kyiv after a bridge explosion killed four people.") if e.killed is not None]
    assert not before.actors


def test_an_accident_before_is_no_act(event: Only) -> None:
    found = event("Protesters torched a government building in Kumi after a teenager was killed in a road accident.")
    assert (found.killed, [p.name for p in found.recipients]) == (None, ["government building"])


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("The gang, which killed three policemen in March and kidnapped a judge in April, is based in Porto Novo.", [3, None]),
        ("A bomb killed three policemen in Bannu and gunmen shot dead a doctor in Karachi on Monday.", [1, 3]),
        ("A soldier was shot dead by a sniper on Monday, and another was killed by a mine on Tuesday.", [1, 1]),
    ],
)
def test_joined_clauses_with_a_day_or_a_place_each_are_two(events: Many, text: str, dead: list[int | None]) -> None:
    assert sorted((_dead(e) for e in events(text)), key=str) == sorted(dead, key=str)


def test_joined_clauses_of_one_attack_are_one(event: Only) -> None:
    assert _dead(event("Rebels attacked a post in Gao on Monday and killed three soldiers.", "ASSAULT")) == 3
