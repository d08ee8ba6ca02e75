"""What did not take place, what is not true, and who is told so by whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Many = Callable[..., list[Event]]
TOLD = "Residents of Kalo said the army shelled the town on Monday. "


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("The army said no such attack took place.", "denied"),
        ("The army said the attack did not take place.", "denied"),
        ("The army said there was no shelling.", "denied"),
        ("The army said the talks did not take place.", "attributed"),
        ("The army said there was no time.", "attributed"),
    ],
)
def test_what_did_not_take_place_is_denied(events: Many, said: str, status: str) -> None:
    found = [e for e in events(TOLD + said, published="2024-06-15") if e.type == "ASSAULT" and e.certain]
    assert [e.status for e in found] == [status]


@pytest.mark.parametrize(
    ("text", "status", "sources"),
    [
        ("It is not true that police arrested the mayor in Kampala on Monday, the ministry said.", "denied", [("ministry", "denies")]),
        ("It is false that soldiers killed nine herders in Kaga on Monday, a spokesman said.", "denied", [("spokesman", "denies")]),
        ("It is true that police arrested the mayor in Kampala on Monday, the ministry said.", "attributed", [("ministry", "asserts")]),
        ("Gunmen killed five farmers near Zaria on Monday, per police.", "attributed", [("police", "asserts")]),
        ("Gunmen killed five farmers near Zaria on Monday, residents told Reuters.", "attributed", [("residents", "asserts")]),
    ],
)
def test_who_says_so_and_how(events: Many, text: str, status: str, sources: list[tuple[str, str]]) -> None:
    found = [e for e in events(text, published="2024-06-15") if e.certain]
    assert [(e.status, [(s.name, s.stance) for s in e.sources]) for e in found] == [(status, sources)]
