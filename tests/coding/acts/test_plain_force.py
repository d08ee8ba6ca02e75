"""Plain sentences of force: whoever is hit, by whatever trade, and however the verb is written, the act and its doer are told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Events = Callable[..., list[Event]]

TOLD = [
    # text, doers, recipients, modes
    ("Villagers beat a cattle thief to death in Kitale on Monday.", {"Villagers"}, {"cattle thief"}, {"beat"}),
    ("Guards clubbed a driver in Maputo on Monday.", {"Guards"}, {"driver"}, {"beat"}),
    ("A trader was snatched by gunmen on Monday.", {"gunmen"}, {"trader"}, {"abduct"}),
    ("Rebels destroyed a water tower in Gao on Monday.", {"Rebels"}, {"water tower"}, {"destroy"}),
    ("Soldiers gang-raped two nurses in Bor on Monday.", {"Soldiers"}, {"two nurses"}, {"sexual"}),
    ("Officers pepper-sprayed a reporter in Lima on Monday.", {"Officers"}, {"reporter"}, {"crowd-control"}),
    ("Troops tear-gassed a crowd in Lagos on Monday.", {"Troops"}, {"crowd"}, {"crowd-control"}),
    ("Gunmen killed a judge during a storm in Manila on Monday.", {"Gunmen"}, {"judge"}, {"firearms"}),
    ("Rebels shot an Ebola nurse in Beni on Monday.", {"Rebels"}, {"Ebola nurse"}, {"firearms"}),
    ("Gunmen shot a film director in Kabul on Monday.", {"Gunmen"}, {"film director"}, {"firearms"}),
    ("Fighting broke out between the army and rebels in Malakal on Monday.", {"army", "rebels"}, set(), set()),
    ("Police fired tear gas and rubber bullets at dockers in Lima on Monday.", {"Police"}, {"dockers"}, {"crowd-control"}),
    ("Rubber bullets and tear gas were fired at dockers in Lima on Monday.", set(), {"dockers"}, {"crowd-control"}),
    ("Police fired stun grenades to disperse teachers in Lima on Monday.", {"Police"}, {"teachers"}, {"crowd-control"}),
    ("Soldiers fired live ammunition at mourners in Bor on Monday.", {"Soldiers"}, {"mourners"}, {"firearms"}),
    ("Soldiers fired into a crowd in Bor on Monday.", {"Soldiers"}, {"crowd"}, {"firearms"}),
    ("Rebels lobbed mortars into a camp in Bor on Monday.", {"Rebels"}, {"camp"}, {"heavy-weapons"}),
    ("Snipers shot dead three farmers in Homs on Monday.", {"Snipers"}, {"three farmers"}, {"firearms"}),
    ("A knifeman killed a grocer in Lyon on Monday.", {"knifeman"}, {"grocer"}, {"primitive"}),
    ("A man with a knife attacked passers-by in Lyon on Monday.", {"man with a knife"}, {"passers-by"}, {"primitive"}),
    ("A fighter jet bombed a bridge in Bor on Monday.", {"fighter jet"}, {"bridge"}, {"aerial"}),
    ("Gunmen riddled a car with bullets in Bor on Monday.", {"Gunmen"}, {"car"}, {"firearms"}),
    ("Heavy clashes erupted in Goma on Monday between soldiers and rebels.", {"soldiers", "rebels"}, set(), set()),
    ("Fierce fighting raged on Monday in Izyum between Ukrainian and Russian troops.",
     {"Armed Forces of Ukraine", "Russian Armed Forces"}, set(), set()),
    ("Shots were exchanged between gendarmes and smugglers at Tindouf on Monday.", {"gendarmes", "smugglers"}, set(), {"firearms"}),
    ("Two clans fought with spears and sticks in Pibor on Monday.", {"Two clans"}, set(), {"primitive"}),
    ("Football fans clashed with police in Split on Monday.", {"Football fans", "police"}, set(), set()),
    ("Ruling party thugs beat up a candidate in Harare on Monday.", {"Ruling party thugs"}, {"candidate"}, {"beat"}),
    ("Attackers slit the throats of nine loggers in Bama on Monday.", {"Attackers"}, {"nine loggers"}, {"primitive"}),
    ("Five loggers had their throats cut in Bama on Monday.", set(), {"Five loggers"}, {"primitive"}),
    ("Soldiers burned a monastery in Sagaing on Monday.", {"Soldiers"}, {"monastery"}, {"destroy"}),
    ("Rebels destroyed a vineyard in Gao on Monday.", {"Rebels"}, {"vineyard"}, {"destroy"}),
    ("Mutineers torched the Turkish consulate in Basra on Monday.", {"Mutineers"}, {"Government of Turkey"}, {"destroy"}),
    ("Militiamen buried nine miners alive in Beni on Monday.", {"Militiamen"}, {"nine miners"}, {"primitive"}),
    ("A woman accused of witchcraft was burned to death in Zomba on Monday.", set(), {"woman"}, {"primitive"}),
    ("Soldiers drowned two fishermen in Rakhine on Monday.", {"Soldiers"}, {"two fishermen"}, {"primitive"}),
    ("Rebels cut off a miner's ear in Kono on Monday.", {"Rebels"}, {"miner"}, {"primitive"}),
    ("A mob burned two men alive in Jos on Monday.", {"mob"}, {"two men"}, {"primitive"}),
    ("Coastguard ships rammed a fishing boat off Palawan on Monday.", {"Coastguard ships"}, {"fishing boat"}, set()),
    ("Jets pounded Sanaa on Monday.", set(), {"Sanaa"}, {"aerial"}),
    ("A shepherd was killed by a booby trap in Mosul on Monday.", set(), {"shepherd"}, {"explosives"}),
    ("Gendarmes charged at demonstrators in Nouakchott on Monday.", {"Gendarmes"}, {"demonstrators"}, {"crowd-control"}),
    ("A village chief was dragged from his home and shot in Kachin on Monday.", set(), {"village chief"}, {"firearms"}),
    ("Insurgents attacked a convoy near Macomia on Monday, beheading two drivers.",
     {"Insurgents"}, {"convoy", "two drivers"}, {"primitive"}),
    ("Dozens of men with machetes attacked a farm in Kasai on Monday.", {"Dozens of men with machetes"}, {"farm"}, {"primitive"}),
    ("Iran struck Erbil with missiles on Monday.", {"Iran"}, {"Erbil"}, {"heavy-weapons"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "by", "to", "modes"), TOLD)
def test_who_did_what_to_whom(events: Events, text: str, by: set[str], to: set[str], modes: set[str]) -> None:
    (event,) = (e for e in events(text, published="2025-03-14") if e.type == "ASSAULT")
    assert {p.name for p in event.actors} == by
    assert {p.name for p in event.recipients} == to
    assert set(event.modes) == modes


@pytest.mark.parametrize(
    "text",
    [
        "The thief stole a car in Lagos on Monday.",
        "The farmer clubbed a seal in Namibia on Monday.",
        "A monkey snatched a purse in Agra on Monday.",
        "The storm destroyed a water tower in Gao on Monday.",
        "The film director shot a rebel in the last scene of his movie on Monday.",
        "Fighting fires is the job of the brigade in Athens.",
        "Soldiers killed two men in a crash near Jos on Monday.",
        "A storm killed two policemen in Manila on Monday.",
        "Vets castrated a bull in Jos on Monday.",
        "Farmers burned stubble near Accra on Monday.",
        "Soldiers destroyed nine tonnes of expired ammunition in Accra on Monday.",
        "Police destroyed two hectares of coca in Tumaco on Monday.",
        "Army beat Police 2-1 in Harare on Monday.",
        "Two children burned to death in a house fire in Zomba on Monday.",
        "The typhoon pounded Manila on Monday.",
        "Two soldiers drowned in a river near Jos on Monday.",
        "The boxer clashed with the coach in Bogota on Monday.",
        "Rival football fans clashed over the transfer in Split on Monday.",
        "The director fired two coaches in Split on Monday.",
    ],
)
def test_what_is_none(events: Events, text: str) -> None:
    assert not [e for e in events(text, published="2025-03-14") if e.type == "ASSAULT"]


def test_what_was_avenged_came_before(events: Events) -> None:
    found = events("Soldiers avenged the death of a colleague by shooting two boys in Yei on Monday.", published="2025-03-14")
    assert [[p.name for p in e.recipients] for e in found if e.type == "ASSAULT"] == [["two boys"]]
