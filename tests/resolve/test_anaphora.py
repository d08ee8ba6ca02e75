"""Pointing back: "condemned the attack" concerns the attacker told before, never the speaker."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.ingest.report import report_from_text
from casus.model.event import Event
from casus.pipeline import Tools, read_report

Only = Callable[..., Event]


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("The Pakistani Taliban killed six policemen in Bannu. The Afghan Taliban condemned the attack.", "ttp"),
        ("Israel bombed a consulate in Damascus. Iran condemned the strike.", "isr"),
        ("Boko Haram abducted 30 farmers in Borno. The African Union condemned the raid.", "boko-haram"),
        ("The Houthis attacked a ship in the Red Sea on Monday. Greece denounced the attack.", "houthis"),
    ],
)
def test_the_attacker_told_before_is_meant(event: Only, text: str, recipient: str) -> None:
    assert recipient in [p.id for p in event(text, "ACCUSE").recipients]


def test_the_reason_is_kept(event: Only) -> None:
    found = event("Israel bombed a consulate in Damascus. Iran condemned the strike.", "ACCUSE")
    assert "spoken of" in found.recipients[0].reason


def test_the_words_are_those_of_the_earlier_passage(event: Only) -> None:
    found = event("Israel bombed a consulate in Damascus. Iran condemned the strike.", "ACCUSE")
    assert found.recipients[0].evidence.words == "Israel"


def test_an_unknown_attacker_stays_unknown(event: Only) -> None:
    found = event("A market in Omdurman was bombed. The African Union condemned the attack.", "ACCUSE")
    assert found.recipients == ()


def test_the_speaker_does_not_condemn_itself(event: Only) -> None:
    found = event("Israel bombed a consulate in Damascus. Israel condemned the attack.", "ACCUSE")
    assert "isr" not in [p.id for p in found.recipients]


def test_nobody_is_condemned_for_an_attack_told_later(event: Only) -> None:
    found = event("Iran condemned the attack. Hours later Israel bombed a consulate in Damascus.", "ACCUSE")
    assert found.recipients == ()


def test_its_troops_are_those_of_the_ministry_that_speaks(events: Callable[..., list[Event]]) -> None:
    nato = "NATO said the strike would not deter its members.\n\n"
    for body in ("In Moscow, the defence ministry said", "The defence ministry in Moscow said"):
        (taken,) = [e for e in events(f"{nato}{body} its troops had captured the village of Dalnie.") if e.type == "COERCE"]
        assert [p.id for p in taken.actors] == ["rus-mil"]


def test_of_two_groups_the_one_that_speaks_is_no_armed_one(events: Callable[..., list[Event]]) -> None:
    text = (
        "Human Rights Watch could not determine whether RSF fighters were present at the time. It wrote to the army in December.\n\n"
        "The UN Security Council should impose an arms embargo on all of Sudan, the group said."
    )
    (asked,) = [e for e in events(text) if e.type == "REQUEST"]
    assert [p.name for p in asked.actors] == ["Human Rights Watch"]


@pytest.mark.parametrize(
    ("text", "turned_away"),
    [
        ("Kenya accused Uganda of sheltering rebels. Uganda's government spokesman rejected that.", False),
        ("The United Nations said on Tuesday that soldiers had raped five women in Goma. The army rejected this.", False),
        ("The government rejects these insinuations.", False),
        ("Kenya demanded on Monday that Uganda free two envoys. Uganda rejected that.", True),
    ],
)
def test_who_turns_away_an_accusation_or_an_account_denies_it(text: str, turned_away: bool, tools: Tools) -> None:
    report = report_from_text(text, published="2025-03-14")
    told = [c for c in read_report(report, tools).claims if c.type == "REJECT" and c.certain]
    assert bool(told) is turned_away


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Rebels of the M23 shelled a camp in Goma on Monday. The Congolese government issued a strong condemnation of the shelling.", ["m23"]),
        ("Israel bombed a school in Gaza on Sunday night. Iran condemned Sunday night's attack.", ["isr"]),
        ("Israel bombed a consulate in Damascus. Iran condemned the strike. The African Union also denounced it.", ["isr", "isr"]),
        ("Israel bombed a consulate in Damascus. Parliament in Rome passed a budget on Tuesday. The opposition condemned it.", [None]),
    ],
)
def test_what_is_condemned_in_other_words(events: Callable[..., list[Event]], text: str, whom: list[str | None]) -> None:
    found = sorted((e for e in events(text) if e.type == "ACCUSE"), key=lambda e: e.claims[0].act.start)
    assert [e.recipients[0].id if e.recipients else None for e in found] == whom
