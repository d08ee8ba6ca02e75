"""Mood: what is told as done, and what is planned, imagined, negated or under reserve."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Only = Callable[..., Event]
Many = Callable[..., list[Event]]

NOT_DONE = [
    "The army did not attack the village.",
    "The rebels never attacked the convoy.",
    "Hardly a day passes without an attack in Mogadishu.",
    "The vote in Bamako on Monday ended without a clash.",
    "The rebels nearly killed the governor.",
    "He almost killed a guard in Tulsa on Friday.",
    "Neither side shelled the town.",
    "No rebels attacked the convoy.",
    "The rebels may attack Goma.",
    "The rebels could attack Bamako soon.",
    "The militia might raid the camp.",
    "If the army attacks Juba, the rebels will respond.",
    "Unless the rebels withdraw, the army could shell the town.",
    "Did the army bomb the hospital in Nyala?",
    "Why did the rebels attack the convoy in Kidal?",
    "The peacekeepers were sent to prevent attacks on civilians.",
    "Two attack helicopters were delivered to the base.",
    "Police foiled a bomb attack on a mosque in Lahore.",
    "The militants tried to seize the airport.",
    "The militants failed to capture the town of Monguno.",
    "The mission aims to protect civilians from attacks.",
    "Residents fear an attack on the camp near Goma.",
    "The town remains under threat of attack by rebels.",
    "The rebels refused to attack the convoy.",
    "The army was ordered to stop shelling the town.",
    "Villagers wanted the army to bomb the rebels.",
    "The troops are trained to attack at night.",
    "There was no attack on the convoy.",
    "The general considered bombing the bridge.",
    "Attack the camp at dawn, the commander told his men.",
    "Bomb the rebels now!",
    "The rebels were going to attack the town when the truce was signed.",
]  # fmt: skip


@pytest.mark.parametrize("text", NOT_DONE)
def test_what_was_not_done_is_no_assault(events: Many, text: str) -> None:
    assert [e.claims[0].act.words for e in events(text) if e.type == "ASSAULT" and e.status in {"asserted", "attributed", "hedged"}] == []


PLANNED = [
    ("Russia will deploy troops to Belarus next week.", "MOBILIZE"),
    ("Israel plans to strike Iranian nuclear sites.", "ASSAULT"),
    ("The army intends to bomb the rebel base near Bhamo.", "ASSAULT"),
    ("Kenya will send 1,000 police officers to Haiti.", "MOBILIZE"),
    ("Rebels are going to attack the town of Kidal.", "ASSAULT"),
    ("Rebels are about to attack the town of Kidal.", "ASSAULT"),
]


@pytest.mark.parametrize(("text", "kind"), PLANNED)
def test_what_is_announced_for_later_is_planned(event: Only, text: str, kind: str) -> None:
    assert event(text, kind).status == "planned"


HEDGED = [
    "The junta's troops reportedly burned 40 houses in Sagaing.",
    "The army allegedly shelled a camp in Darfur.",
    "The group appears to have attacked a convoy near Gao.",
    "Rebels may have killed 30 villagers in Ituri.",
    "Wagner fighters are believed to have killed dozens of villagers in Moura.",
    "An alleged drone strike killed nine people in Tigray.",
    "Gunmen apparently abducted a priest in Kaduna.",
    "The army is thought to have bombed a camp in Amhara.",
    "Rebels seem to have seized the bridge in Shire.",
]


@pytest.mark.parametrize("text", HEDGED)
def test_what_is_told_under_reserve_is_hedged(events: Many, text: str) -> None:
    found = [e.status for e in events(text) if e.type in {"ASSAULT", "COERCE"}]
    assert found == ["hedged"]


THREATS = [
    "Hezbollah threatened to attack Haifa.",
    "Kim vowed to destroy South Korea.",
    "The Houthis threatened Saudi Arabia with missile strikes.",
    "The junta warned the Arakan Army of severe retaliation.",
    "The Taliban vowed retaliation against Pakistan.",
    "Iran promised retaliation against Israel.",
]


@pytest.mark.parametrize("text", THREATS)
def test_a_threat_is_a_threat_and_nothing_was_done(events: Many, text: str) -> None:
    found = events(text)
    assert [(e.type, e.status) for e in found] == [("THREATEN", "threatened")]


DONE = [
    "The army attacked the village of Tessit.",
    "Rebels who had seized the town killed nine soldiers.",
    "After shelling the town for hours, the army killed nine rebels.",
    "The army killed nine rebels before it withdrew.",
    "In an attack that lasted hours, rebels killed nine soldiers.",
    "Not only soldiers were killed: rebels killed nine villagers.",
]


@pytest.mark.parametrize("text", DONE)
def test_what_was_done_is_asserted(events: Many, text: str) -> None:
    assert "asserted" in [e.status for e in events(text) if e.type == "ASSAULT"]


AIMS = [
    "The group seeks to establish an emirate in the region.",
    "The rebels want to overthrow the government.",
    "The militia aims to control the trade in gold.",
    "The party hopes to end the war.",
]


@pytest.mark.parametrize("text", AIMS)
def test_an_aim_is_no_event(events: Many, text: str) -> None:
    assert [e for e in events(text) if e.status != "planned"] == []


def test_not_only_denies_nothing(event: Only) -> None:
    assert event("Rebels not only attacked the base but also burned the village of Tessit.", "ASSAULT").status == "asserted"


@pytest.mark.parametrize(
    "text",
    [
        "A Tunisian was supposed to have been deported from Berlin by police.",
        "Berlin closed the square because of concerns about attacks by gunmen.",
        "Officials in Berlin debated how to tackle an increase in sexual assaults.",
        "Women in Berlin will be able to call a doctor after being attacked by soldiers.",
        "It will be hard to attack Berlin.",
        "The decision could lead to attacks by gunmen in Berlin.",
        "His men will try to paint this as an attack on Moscow.",
    ],
)
def test_what_is_feared_fought_or_only_possible_is_not_told(events: Callable[..., list[Event]], text: str) -> None:
    assert [e.type for e in events(text) if e.type in {"ASSAULT", "COERCE"}] == []


def test_what_somebody_is_punished_for_is_no_act_of_its_own(events: Callable[..., list[Event]]) -> None:
    assert [e.type for e in events("A court in Cairo jailed nine editors for insulting the judiciary.")] == ["COERCE"]
