"""Acts in words about what was told before are done to whoever did or said it; to nobody where no such act is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Many = Callable[[str], list[Event]]


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("Gunmen ambushed a convoy near Bangui on Monday, killing two drivers. The mayor of Bangui strongly condemned the killings.", "ACCUSE", {"Gunmen"}),
        ("A gunman shot dead a teacher in Kalo on Monday. The bishop condemned the bombing.", "ACCUSE", set()),
        ("Gunmen killed 40 farmers in Kalo on Monday. Troops shot dead a boy in Sena. The bishop condemned the killings in Kalo.", "ACCUSE", {"Gunmen"}),
        ("Police arrested a journalist in Tunis on Monday. A union condemned the arrest.", "ACCUSE", {"Police"}),
        ("Rebels attacked a mine near Bria on Monday. A bomb killed five soldiers in Birao. France condemned the Birao bombing.", "ACCUSE", set()),
        ("Rebels attacked a mine near Bria on Monday. Bandits robbed a bank in Birao, killing a clerk. France condemned the attack on the mine.", "ACCUSE", {"Rebels"}),
        ("Rebels abducted six aid workers near Goma on Monday. Kenya called for their immediate release.", "REQUEST", {"Rebels"}),
        ("Egypt proposed a ceasefire of 60 days on Monday. Hamas rejected the proposal on Tuesday.", "REJECT", {"Egypt"}),
        ("Gunmen robbed a bank on Monday, killing a guard. Parliament passed a law on Tuesday. The president rejected the bill.", "REJECT", set()),
    ],
)  # fmt: skip
def test_whom_words_about_an_act_concern(events: Many, text: str, kind: str, names: set[str]) -> None:
    assert {p.name for e in events(text) if e.type == kind for p in e.recipients} == names


def test_the_doer_may_stand_in_another_clause_of_the_sentence(events: Callable[..., list[Event]]) -> None:
    text = "Two guards were killed on Monday when rebels ambushed their car near Wamba. The bishop condemned the killings."
    assert [p.name for e in events(text, published="2025-03-14") if e.type == "ACCUSE" for p in e.recipients] == ["rebels"]


def test_the_doer_may_be_named_by_another_account_of_the_event(events: Callable[..., list[Event]]) -> None:
    text = "A bomb killed three traders at a market in Kalo on Monday. The Red Front claimed the bombing. France condemned Monday's bombing."
    assert [p.name for e in events(text, published="2025-03-14") if e.modes == ("disapprove",) for p in e.recipients] == ["Red Front"]


def test_troops_who_kill_fighters_are_not_whom_a_condemned_attack_concerns(events: Callable[..., list[Event]]) -> None:
    text = "Gunmen killed five farmers in Oro on Monday. Troops later killed four militants nearby. The bishop condemned the attack."
    assert [p.name for e in events(text, published="2025-03-14") if e.modes == ("disapprove",) for p in e.recipients] == ["Gunmen"]


def test_praise_of_an_attack_is_for_whoever_did_it(events: Callable[..., list[Event]]) -> None:
    text = "A farmer stabbed two policemen in Sena on Monday. The Red Front praised the stabbing."
    assert [p.name for e in events(text, published="2025-03-14") if e.type == "SUPPORT" for p in e.recipients] == ["farmer"]
