"""Hits: people shot, struck by bullets, grazed, found with wounds, or told of by the state they lie in."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from casus.model.count import Count
from casus.model.event import Event

Many = Callable[..., list[Event]]
FIELDS = ("killed", "injured", "killed_or_injured")


def most(events: Iterable[Event]) -> tuple[int, ...]:
    """The largest figure of each kind of harm over the events, 0 for none."""
    told = list(events)
    counts: list[list[Count]] = [[c for e in told if (c := getattr(e, field)) is not None] for field in FIELDS]
    return tuple(max((c.best or 0 for c in of_kind), default=0) for of_kind in counts)


CASES = [
    # text, killed, injured, killed or injured
    ("Gunmen opened fire on a mill near Menaka on Monday. Two millers are in hospital with gunshot wounds.", 0, 2, 0),
    ("A senator was shot at in Menaka on Monday but was not hurt.", 0, 0, 0),
    ("Gunmen fired on a lorry near Menaka on Monday. Two died on the spot and one later in hospital.", 3, 0, 0),
    ("A courier was struck in the leg in a shooting in Menaka on Monday.", 0, 1, 0),
    ("Gunmen opened fire on a bus near Menaka on Monday. Two teachers were struck.", 0, 0, 2),
    ("The bullet struck Adama Keita in the head during the shooting in Menaka.", 0, 0, 1),
    ("A gunman opened fire in Menaka on Monday. A bullet hit her in the shoulder.", 0, 0, 1),
    ("A gunman opened fire in Menaka on Monday. The bullet struck her son's left side.", 0, 0, 1),
    ("A baker was grazed by a bullet in a shooting in Menaka on Monday.", 0, 1, 0),
    ("A 19-year-old was shot in the arm in Menaka on Monday.", 0, 1, 0),
    ("A man with a gunshot wound to his shoulder came to a clinic in Menaka on Friday after a shooting.", 0, 1, 0),
    ("Two men with stab wounds came to a clinic after an attack in Menaka on Friday.", 0, 2, 0),
    ("Three people were shot in Menaka on Monday, and one of them died at a clinic.", 1, 0, 3),
    ("One person is dead and another is fighting for his life after a shooting in Menaka on Monday.", 1, 1, 0),
    ("An attack in Menaka on Monday left two people dead and a third person in critical condition.", 2, 1, 0),
    ("Two people were killed and another was wounded in a shooting in Menaka on Monday.", 2, 1, 0),
    ("Two people were killed and a third was wounded in a shooting in Menaka on Monday.", 2, 1, 0),
    ("A veteran opened fire on passengers in Menaka, killing five and wounding six others, including Traore.", 5, 6, 0),
    ("A male has died after getting shot in the head in Menaka on Monday.", 1, 0, 0),
    ("A woman wounded in a shooting in Menaka has died, bringing the number of fatalities to three.", 3, 0, 0),
    ("A shooting in Menaka on Monday left a 6-year-old dead.", 1, 0, 0),
    ("A man was found dead with multiple gunshot wounds in Menaka on Monday.", 1, 0, 0),
    ("Three people are recovering after a shooting in Menaka on Monday.", 0, 3, 0),
    ("Two people are dead in a murder-suicide in Menaka on Monday, police said.", 2, 0, 0),
    ("A juvenile was found with a gunshot wound in Menaka on Monday.", 0, 1, 0),
    ("A student shot his girlfriend in Menaka on Monday.", 0, 0, 1),
    ("Police were called to a shooting in Menaka on Monday and found a man dead from gunshot wounds.", 1, 0, 0),
    ("A 30-year-old woman suffered a fatal gunshot wound in Menaka on Monday.", 1, 0, 0),
    ("A baker was shot in the leg in Menaka on Monday but is expected to recover.", 0, 1, 0),
    ("Two girls were shot in Menaka on Monday and are expected to survive.", 0, 2, 0),
    ("Gunmen opened fire on a bus near Menaka on Monday. Two boys were treated and released.", 0, 2, 0),
    ("Gunmen opened fire on a bus near Menaka on Monday. The bank is expected to recover.", 0, 0, 0),
    ("Gunmen opened fire on police in Menaka on Monday. One officer was taken to hospital for observation.", 0, 0, 0),
    ("Gunmen killed a guard in Menaka on Monday. Any time one of our students is hurt, the school suffers, the head said.", 1, 0, 0),
    ("Police said that if a student is hurt in an attack in Menaka, the school will close.", 0, 0, 0),
    ("A boy was found with a gunshot wound in Menaka on Monday. The boy was pronounced dead.", 1, 0, 0),
    ("A woman who was wounded in a shooting in Menaka on Monday has died.", 1, 0, 0),
    ("A woman was wounded in a shooting in Menaka on Monday. The man with her was pronounced dead.", 1, 1, 0),
    ("Three people shot to death in Menaka on Monday, police say.", 3, 0, 0),
    ("Four men shot Monday evening on Menaka's southwest side are expected to recover.", 0, 4, 0),
    ("Four people shot in Menaka on Monday", 0, 0, 4),
    ("Two soldiers shot from a roof in Menaka on Monday.", 0, 0, 0),
    ("Two men shot at police in Menaka on Monday.", 0, 0, 0),
    ("A Lake County woman was shot dead in Menaka on Monday. Ana Ruiz, of Oak Avenue, was killed by a gunman, police said.", 1, 0, 0),
    ("A gunman killed the three officers and injured three more in a shooting in Menaka on Monday.", 3, 3, 0),
    ("Gunmen shot three traders in Menaka on Monday. The other two are expected to survive.", 0, 0, 3),
    ("A man was killed in a shooting in Menaka on Monday. Another man was wounded.", 1, 1, 0),
    ("A shooting on the 1800 block of Oak Street in Menaka on Monday killed a guard.", 1, 0, 0),
]


@pytest.mark.parametrize(("text", "killed", "injured", "either"), CASES, ids=[c[0] for c in CASES])
def test_who_was_hit(events: Many, text: str, killed: int, injured: int, either: int) -> None:
    assert most(events(text)) == (killed, injured, either)


NOBODY = [
    "Farmers near Menaka were hit by drought on Monday.",
    "Traders in Menaka were hit with fines on Monday.",
    "The minister was struck by how calm the town of Menaka was.",
    "Cattle grazed in the fields near Menaka on Monday.",
    "A bullet struck a wall in Menaka on Monday.",
    "Families in Menaka were hit hard on Monday.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_who_was_hit_by_other_things_is_not_harmed(events: Many, text: str) -> None:
    assert most(events(text)) == (0, 0, 0)


def test_whoever_fights_for_his_life_fights_nobody(events: Many) -> None:
    found = events("A guard is fighting for his life after a shooting in Menaka on Monday.")
    assert all("guard" not in p.name for e in found for p in e.actors)


MANY_ACTS = [
    "A guard was shot dead in Menaka on Monday. The city had seen seven or eight homicides for the year, police said.",
    "Since January 120 people have been killed in attacks in Jos.",
    "A series of shootings that left three people dead and eight wounded has shaken Menaka.",
]


@pytest.mark.parametrize("text", MANY_ACTS)
def test_what_is_summed_over_many_acts_is_no_toll(events: Many, text: str) -> None:
    assert max(most(e for e in events(text) if not e.aggregate)) <= 1


def test_losses_beside_a_clause_of_others_are_counted_apart(events: Many) -> None:
    assert most(events("More than 30 rebels were killed with two army soldiers killed in action near Gao on Monday."))[0] == 30


def test_a_courier_killed_in_an_operation_is_counted(events: Many) -> None:
    text = "Troops conducted an operation near Gao on Monday resulting in one rebel courier killed and two suspected rebels detained."
    assert [e.killed.best for e in events(text) if e.killed] == [1]


ELSEWHERE = [
    "Army forces detained 20 rebels in overnight operations in Gao and Mopti regions on Monday.",
    "Army forces killed 20 rebels engaged in smuggling during separate operations in Gao and Mopti regions on Sunday.",
    "Army forces conducted three operations against rebels in the north resulting in 20 rebels being detained on Monday.",
    "Army forces targeted rebel leaders during operations in Gao, Mopti and Kidal regions, detaining 20 rebels on Monday.",
]


@pytest.mark.parametrize("text", ELSEWHERE)
def test_what_was_done_on_several_occasions_is_no_one_act(events: Many, text: str) -> None:
    figures = [c for e in events(text) if not e.aggregate for c in (e.killed, e.captured) if c is not None]
    assert not figures


ONE_ACT = ["The army killed 20 rebels in operations in Gao on Monday.", "Air strikes on Gao and Mopti killed 20 rebels on Monday."]


@pytest.mark.parametrize("text", ONE_ACT)
def test_operations_in_one_place_are_told_as_one(events: Many, text: str) -> None:
    assert most(e for e in events(text) if not e.aggregate)[0] == 20


def test_harm_that_befell_nobody_denies_no_attack(events: Many) -> None:
    text = (
        "The army killed two rebels in an airstrike near Gao on Sunday. "
        "A review determined no civilian property was damaged and no civilians were harmed."
    )
    (found,) = [e for e in events(text) if e.killed]
    assert (found.status, found.killed and found.killed.best) == ("asserted", 2)
