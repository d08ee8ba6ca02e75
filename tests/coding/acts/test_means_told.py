"""Means told beside an act: by the noun of the attack, by a second verb, by the sentence after, by the title."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Events = Callable[..., list[Event]]


@pytest.mark.parametrize(
    ("text", "modes"),
    [
        ("At least 11 people were killed in a suicide attack targeting police in Gao on Monday.", {"suicide-attack"}),
        ("Rebels carried out a suicide attack on a barracks in Gao on Monday.", {"suicide-attack"}),
        ("Another man was injured in a shooting at a berry farm near Gao on Monday.", {"firearms"}),
        ("A 13-year-old boy was shot to death in Gao on Monday.", {"firearms"}),
        ("A worker of the Elm Party was shot dead in a targeted attack in Gao on Monday.", {"firearms", "targeted"}),
        ("A shooting at a club in Gao left two people dead on Monday.", {"firearms"}),
        ("Rebels shot a baker from close range in Gao on Monday.", {"firearms"}),
        ("The rebels engaged in a gun battle with police in Gao on Monday and killed nine people.", {"firearms"}),
        ("Miscreants lobbed a petrol bomb at a house in Gao on Monday.", {"explosives"}),
        ("A car bomb was rammed into a military base in Gao on Monday.", {"explosives"}),
        ("Villagers found the body of a trader near Gao on Monday with his throat slit.", {"primitive"}),
        ("Rebels set a helicopter on fire in Gao on Monday.", {"destroy"}),
        ("Rebels threw hand grenades and opened fire at an outpost near Gao on Monday.", {"explosives", "firearms"}),
        ("Nine people were hurt on Monday when rebels attacked an office in Gao. The attackers lobbed a grenade inside.", {"explosives"}),
    ],
)
def test_the_means_are_of_the_act(events: Events, text: str, modes: set[str]) -> None:
    assert [set(e.modes) for e in events(text) if e.certain] == [modes]


@pytest.mark.parametrize(
    ("text", "modes"),
    [
        ("A union leader was executed with four shots at his home in Gao on Monday.", {"firearms"}),
        ("A patrol was ambushed with rifle bursts and grenades near Gao on Monday; two officers died.", {"firearms", "explosives"}),
        ("The Sudanese air force struck a market in Kutum on Monday, killing twelve people.", {"aerial"}),
        ("An air force officer was shot dead in Kano on Monday.", {"firearms"}),
        ("Army tanks opened fire on a school in Homs on Monday, killing three people.", {"heavy-weapons"}),
        ("Gunmen opened fire on a tank in Homs on Monday and wounded two soldiers.", {"firearms"}),
        ("Militants dropped bombs from drones on a village near Gao on Monday, wounding five people.", {"drone", "explosives"}),
        ("Police charged students with batons in Patna on Monday, injuring nine.", {"crowd-control", "beat"}),
        ("A woman was killed on Monday after a drone dropped a grenade on a bus stop in Kherson.", {"drone", "explosives"}),
        ("Russia launched 40 drones overnight, setting a depot in Odesa ablaze.", {"drone", "destroy"}),
        ("The rebels sent forty men on Monday, setting fire to a refinery in Ryazan.", {"destroy"}),
        ("The bomber blew himself up beside minibuses in Gao on Monday, killing nine people.", {"suicide-attack", "explosives"}),
        ("Two editors were assassinated on Monday in an attack on their office in Kabul.", {"targeted"}),
    ],
)
def test_what_fires_and_what_is_fired_tell_the_means(events: Events, text: str, modes: set[str]) -> None:
    assert [set(e.modes) for e in events(text) if e.certain] == [modes]


def test_a_wound_beside_deaths_tells_the_means(events: Events) -> None:
    told = events("Three people were killed and three policemen received bullet injuries in an encounter in Gao on Monday.")
    assert {e.modes for e in told if e.certain} == {("firearms",)}


def test_who_was_left_dead_was_so_by_the_act(events: Events) -> None:
    (event,) = (e for e in events("A family was ambushed in Gao on Monday, leaving a boy dead.") if e.certain)
    assert not event.actors
    assert event.killed is not None
    assert event.killed.best == 1


def test_who_is_called_by_his_last_name_is_the_same(events: Events) -> None:
    told = events("Assailants shot dead a council member, Ali Rehman, in Gao on Monday. The assailants killed Rehman at his door.")
    (event,) = (e for e in told if e.certain)
    assert event.modes == ("firearms",)
    assert len(event.recipients) == 1


def test_others_are_not_the_same_hands(events: Events) -> None:
    told = events("Rebels attacked an office in Gao on Monday. The rebels also lobbed a grenade at a bus.")
    assert len([e for e in told if e.certain]) == 2


def test_a_scene_is_no_place_of_a_shooting(events: Events) -> None:
    assert not [e for e in events("The director shot the last scene in Gao on Monday.") if e.certain]


@pytest.mark.parametrize(
    ("text", "modes"),
    [
        ("Rebels launched rockets and drones at Menaka on Monday.", {"heavy-weapons", "drone"}),
        ("Gunmen ambushed a patrol near Menaka with rocket-propelled grenades and small arms on Monday.", {"heavy-weapons", "firearms"}),
        ("A suicide car bomber killed six soldiers in Menaka on Monday.", {"suicide-attack", "explosives"}),
        ("A suicide attack on a barracks in Menaka killed six soldiers on Monday.", {"suicide-attack"}),
        ("Two guards were hurt in an attack with drones packed with explosives in Menaka on Monday.", {"drone", "explosives"}),
        ("Villagers attacked herders who were crossing a field in Menaka on Monday, with clubs and pepper spray.", {"primitive"}),
        ("Troops beat back a rebel attack near Menaka on Monday.", set()),
    ],
)
def test_means_of_one_act(events: Events, text: str, modes: set[str]) -> None:
    found = [e for e in events(text) if e.type == "ASSAULT"]
    assert found
    assert set(found[0].modes) == modes


@pytest.mark.parametrize(
    ("text", "modes"),
    [
        ("Villagers blocked the road to Menaka with burning tyres on Monday.", ("obstruct",)),
        ("A prisoner in Menaka began a hunger strike on Monday.", ("hunger",)),
        ("Soldiers raided houses in Menaka on Monday and arrested seven people.", ("arrest",)),
    ],
)
def test_modes_that_only_their_own_act_has(events: Events, text: str, modes: tuple[str, ...]) -> None:
    assert [tuple(sorted(e.modes)) for e in events(text)] == [modes]


def test_whoever_is_fired_on_is_no_means(events: Events) -> None:
    found = events("Rebels overran a post near Menaka on Monday and a helicopter was fired on.")
    assert not any("aerial" in e.modes for e in found)
