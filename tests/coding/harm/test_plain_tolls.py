"""Tolls of plain sentences: who is counted by a bare number, in a list behind a name, among the hurt; and whose dead are not the toll."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Many = Callable[..., list[Event]]
_FIELDS = {"k": "killed", "i": "injured", "h": "killed_or_injured", "c": "captured"}


def told(events: Many, text: str) -> list[str]:
    """The figures of each event that is certain, by the first letter of their kind, "+" where open."""
    out = []
    for event in (e for e in events(text) if e.certain):
        counts = [(letter, getattr(event, field)) for letter, field in _FIELDS.items()]
        out.append(" ".join(f"{letter}{c.best}{'+' if c.high is None else ''}" for letter, c in counts if c is not None))
    return sorted(out)


LEFT_OUT = [
    ("Three marines were killed and eleven wounded by a mine near Dara on Sunday.", "k3 i11"),
    ("Four villagers were killed and nine more wounded by shelling in Dara on Tuesday.", "k4 i9"),
    ("Six villagers were shot dead and another ten hurt in Dara on Friday.", "k6 i10"),
    ("Two women were killed, five others wounded by shelling in Dara on Monday.", "k2 i5"),
    ("Seven militants were killed, nine wounded and three captured in Dara on Monday.", "k7 i9 c3"),
    ("The army killed seven militants, wounded nine and captured three in Dara on Monday.", "k7 i9 c3"),
    ("The attack on a patrol in Dara on Monday killed four soldiers, wounded six and left one missing.", "k4 i6"),
    ("A bomb killed six people and wounded as many in Dara on Friday.", "k6 i6"),
    ("A bomb killed six people and wounded twice as many in Dara on Friday.", "k6"),
    ("Eleven KIA and four WIA after militants overran a checkpoint in Dara on Saturday.", "k11 i4"),
    ("The blast left a policeman dead and eight others injured in Dara on Monday.", "k1 i8"),
]
TAKEN = [
    ("Troops killed eight guerrillas and captured two near Dara on Friday.", ["k8 c2"]),
    ("Rebels killed 12 soldiers and captured another four near Dara on Monday.", ["k12 c4"]),
    ("Twenty rebels were killed and five captured in fighting near Dara on Sunday.", ["k20 c5"]),
    ("Eight guerrillas were killed and two arrested by the army in Dara on Friday.", ["c2", "k8"]),
    ("Soldiers killed three poachers and arrested two in Dara on Monday.", ["c2", "k3"]),
]
LISTED = [
    ("Father Juan Lopez, two nuns and a catechist were murdered by rebels in Dara on Monday.", "k4"),
    ("Ana Ruiz, her husband and two children were shot dead by gunmen in Dara on Sunday.", "k4"),
    ("Councillor Ali Khan, two of his guards and a passer-by were killed in a suicide attack in Dara on Monday.", "k4"),
    ("Governor Aziz, three soldiers and two policemen were killed in a rebel ambush in Dara on Sunday.", "k6"),
    ("Ana Ruiz, her party's candidate and a former judge, was shot dead by gunmen in Dara on Sunday.", "k1"),
    ("Gunmen killed Musa Bello, his brother, in Dara on Monday.", "k1"),
    ("Four people, a pastor, his wife and two deacons, were killed in Dara on Friday by herders.", "k4"),
    ("The mayor and more than 20 others were killed in a bombing in Dara on Friday.", "k21+"),
]
HURT_AND_DIED = [
    ("A guard wounded in a shooting in Dara on Monday died of his injuries on Tuesday.", "k1"),
    ("A boy injured in shelling of Dara on Monday died in hospital on Wednesday.", "k1"),
    ("Gunmen attacked a bus in Dara on Friday, wounding nine passengers. Two of the injured later died.", "k2 h9"),
    ("Gunmen attacked a bus in Dara on Friday, killing three people. Two of the injured later died.", "k3"),
    ("A gunman shot two women in Dara on Sunday, killing one and wounding the other.", "k1 i1"),
    ("Five people were stabbed in Dara on Friday, two of them fatally.", "k2 h5"),
]
OWN_DEAD = [
    ("Gunmen attacked the prison in Dara on Monday, killing two guards. Three of the attackers were also killed.", ["k2"]),
    ("Militants stormed a police academy in Dara on Monday. All six attackers were killed. Two cadets died.", ["k2"]),
    ("Militants stormed a police academy in Dara on Monday. All six attackers were killed.", ["k6"]),
    ("Gunmen attacked a hotel in Dara on Sunday, killing nine guests. The four assailants were shot dead by security forces.", ["k4", "k9"]),
]


@pytest.mark.parametrize(("text", "figures"), [*LEFT_OUT, *LISTED, *HURT_AND_DIED])
def test_figures_of_one_act(events: Many, text: str, figures: str) -> None:
    assert told(events, text) == [figures]


@pytest.mark.parametrize(("text", "figures"), [*TAKEN, *OWN_DEAD])
def test_figures_of_each_act(events: Many, text: str, figures: list[str]) -> None:
    assert told(events, text) == figures


EACH_PLACE = [
    ("Bandits killed nine people at a wedding in Goma and eight at a market in Bukavu on Sunday.", [("Goma", 9), ("Bukavu", 8)]),
    ("Jets killed 12 people in Sake and 15 in Masisi on Monday.", [("Sake", 12), ("Masisi", 15)]),
    ("Two soldiers were killed in Gao and three in Mopti on Friday.", [("Gao", 2), ("Mopti", 3)]),
    ("Gunmen killed a teacher in Goma and a monk in Bukavu on Monday.", [("Goma", 1), ("Bukavu", 1)]),
    ("Rebels killed two soldiers in Gao and three civilians in Mopti on Friday.", [("Gao", 2), ("Mopti", 3)]),
    ("Gunmen killed two soldiers and three civilians in Mopti on Friday.", [("Mopti", 5)]),
    ("Gunmen killed two soldiers in Mopti and three civilians on Friday.", [("Mopti", 5)]),
]


@pytest.mark.parametrize(("text", "acts"), EACH_PLACE)
def test_people_harmed_at_two_places_are_two_acts(events: Many, text: str, acts: list[tuple[str, int]]) -> None:
    found = [(e.place.name, e.killed.best) for e in events(text) if e.certain and e.place is not None and e.killed is not None]
    assert sorted(found) == sorted(acts)


def test_each_of_two_acts_has_its_day_and_those_it_befell(events: Many) -> None:
    first, second = (e for e in events("Gunmen killed four farmers in Gao on Monday and six in Mopti on Tuesday.") if e.certain)
    assert [p.name for p in (*first.recipients, *second.recipients)] == ["four farmers", "six farmers"]
    assert first.date is not None
    assert second.date is not None
    assert first.date.start != second.date.start
