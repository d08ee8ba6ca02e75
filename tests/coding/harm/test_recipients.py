"""Recipients: all whom one passage says it was done to, and nothing that only says where, when or with what."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Many = Callable[..., list[Event]]

TO = [
    ("Gunmen opened fire on a bus in Cali on Monday, leaving one person dead and three others wounded.",
     {"bus", "one person", "three others"}),
    ("A blast left four soldiers dead and nine others wounded in Gao on Monday.", {"four soldiers", "nine others"}),
    ("A shooting in Lima on Monday left one dead and three wounded.", {"one dead", "three wounded"}),
    ("An attack killed more than 70 people and wounded scores of others in Quetta on Monday.", {"more than 70 people", "scores of others"}),
    ("A man was killed and five more were wounded in a battle between troops and rebels in Gao on Monday.", {"man"}),
    ("Two soldiers were killed and one soldier was wounded in an ambush near Gao on Monday.", {"Two soldiers", "one soldier"}),
    ("Two persons were killed and six persons were injured in a blast near Gao on Monday.", {"Two persons", "six persons"}),
    ("Rebels attacked the district jail in Gao on Monday, killing assistant jailor Ana Ruiz.", {"district jail in Gao", "Ana Ruiz"}),
    ("Masked men set fire to shops and a market in Cali on Monday.", {"shops", "market"}),
    ("Rebels set on fire four trucks near Gao on Monday.", {"four trucks"}),
    ("A bomb planted by rebels went off in Okoro village on Monday, killing two farmers.", {"two farmers"}),
    ("A van was wrecked and two traders died on Monday when it hit an anti-tank explosive planted by rebels near Gao.", {"van", "two traders"}),
    ("Troops launched military operations in Swat and South Waziristan in 2009.", set()),
    ("Police in Cairo fired tear gas at protesting students on Monday.", {"protesting students"}),
    ("Helicopters fired at rebel positions near Gao on Monday, killing nine.", {"rebel positions"}),
    ("Rebels shot dead local Bharatiya Janata Party (BJP) leader Ali Khan in Gao on Monday.", {"Ali Khan"}),
    ("Gunmen fired at a patrol near Gao on Monday, injuring a forest official named Ali Gul.", {"patrol", "Ali Gul"}),
    ("Rebels shot dead a company worker in Gao on Monday.", {"company worker"}),
    ("Masked gunmen stopped a bus near Gao and opened fire on Monday.", {"bus"}),
    ("A gunman shot dead Lima police officers Juan Paz and Omar Elm on Monday.", {"Juan Paz", "Omar Elm"}),
    ("Gunmen killed former minister and party leader Omar Gul in Gao on Monday.", {"Omar Gul"}),
    ("Police made an arrest on Elm Heights in Lima on Monday.", set()),
]


@pytest.mark.parametrize(("text", "names"), TO, ids=[t[0] for t in TO])
def test_whom_or_what_it_befell(events: Many, text: str, names: set[str]) -> None:
    assert {p.name for e in events(text) if e.certain for p in e.recipients} == names


WHO = [
    ("Unidentified gunmen shot dead a senior commander, Ali Khan, in Quetta on Monday.", {"Unidentified gunmen"}),
    ("A man was shot dead by IS for singing in Mosul on Monday.", {"Islamic State"}),
    ("The old mosque in Mosul was bombed by IS last week.", {"Islamic State"}),
    ("Two rebels were killed in a gunfight with troops near Gao on Monday.", {"Two rebels", "troops"}),
    ("About 10 students were injured in a clash with police in Dhaka on Monday.", {"police"}),
    ("One student was injured in police firing in Dhaka on Monday.", {"police"}),
    ("A number of blasts rocked the city of Quetta on Monday, killing one person.", set()),
    ("The blast killed 70 people in Quetta on Monday, with most of the victims belonging to one family.", set()),
    ("Police are hunting the gunman behind the New Year's attack on a nightclub in Lima.", set()),
]


@pytest.mark.parametrize(("text", "names"), WHO, ids=[t[0] for t in WHO])
def test_who_did_it(events: Many, text: str, names: set[str]) -> None:
    assert {p.name for e in events(text) if e.certain for p in e.actors} == names


def test_a_house_is_its_owners_and_not_his_partys(events: Many) -> None:
    (found,) = events("Rebels attacked the house of a leader of the Indian National Congress in Srinagar on Monday.")
    assert [(p.name.startswith("house of a leader"), p.id) for p in found.recipients] == [(True, None)]


ONE_ACT = [
    ("Rebels hurled a grenade at a hotel in Quetta on Monday. Thirteen people were wounded.", {"hotel", "Thirteen people"}),
    ("Rebels fired at a patrol in Quetta on Monday. Two constables were injured in the firing.", {"patrol", "Two constables"}),
    ("Two rebels were killed and a guard was hurt in an encounter in Quetta on Monday. Constable Omar Gul was also injured in the firing.",
     {"Two rebels", "guard", "Constable Omar Gul"}),
    ("Troops killed three rebels in an encounter in Quetta on Monday. One policeman was injured in the gunfight.",
     {"three rebels", "One policeman"}),
]


@pytest.mark.parametrize(("text", "names"), ONE_ACT, ids=[t[0] for t in ONE_ACT])
def test_those_hurt_in_the_act_just_told_of_are_of_it(events: Many, text: str, names: set[str]) -> None:
    (found,) = [e for e in events(text) if e.certain]
    assert {p.name for p in found.recipients} == names


def test_those_hurt_in_another_attack_are_of_that_one(events: Many) -> None:
    text = "Troops killed three rebels in an encounter in Quetta on Monday. In a separate attack in Gao, two policemen were killed."
    assert len([e for e in events(text) if e.certain]) == 2
