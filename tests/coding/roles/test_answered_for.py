"""What somebody takes responsibility for in a clause, and what is told of others beside oneself."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Many = Callable[..., list[Event]]


@pytest.mark.parametrize(
    ("text", "doers", "status"),
    [
        ("Baloch separatists claimed responsibility for killing seven labourers in Gwadar on Monday.", ["Baloch separatists"], "attributed"),
        ("The TTP took responsibility for bombing a police station in Bannu on Monday.", ["Tehrik-i-Taliban Pakistan"], "attributed"),
        ("The TTP denied responsibility for bombing a police station in Bannu on Monday.", ["Tehrik-i-Taliban Pakistan"], "denied"),
        ("Al-Shabaab claimed responsibility for a car bomb that killed eight people in Mogadishu on Monday.", ["al-Shabaab"], "attributed"),
        ("No group claimed responsibility for a car bomb that killed eight people in Mogadishu on Monday.", [], "asserted"),
    ],
)
def test_who_answers_for_what_a_clause_tells(events: Many, text: str, doers: list[str], status: str) -> None:
    found = [e for e in events(text, published="2024-06-15") if e.type == "ASSAULT" and e.certain]
    assert [([p.name for p in e.actors], e.status) for e in found] == [(doers, status)]


def test_guarding_is_no_act(events: Many) -> None:
    assert not [e for e in events("Police took responsibility for guarding the court in Bannu on Monday.") if e.certain]


@pytest.mark.parametrize(
    "said", ["a nurse told AFP. “We received six bodies,” he said.", "residents said. Doctors said they received six bodies."]
)
def test_who_receives_bodies_is_not_harmed(events: Many, said: str) -> None:
    found = [e for e in events(f"Soldiers fired on villagers in Sena on Monday, {said}", published="2024-06-15") if e.certain]
    assert [[p.name for p in e.recipients] for e in found] == [["villagers"]]


@pytest.mark.parametrize(
    ("text", "killed", "injured", "status"),
    [
        ("A bomb killed between 10 and 15 people in Kano on Monday.", (10, 15), None, "asserted"),
        ("A suicide bomber killed himself and six worshippers at a mosque in Kano on Monday.", (6, 6), None, "asserted"),
        ("An air strike hit a house in Rafah on Monday. Seven bodies were taken to the hospital, medics said.", (7, 7), None, "attributed"),
        ("An air strike hit a house in Rafah on Monday. Seven people were taken to the hospital, medics said.", None, (7, 7), "attributed"),
        ("The mayor is feared to have been killed by gang members in Tijuana on Monday.", (1, 1), None, "hedged"),
    ],
)
def test_figures_and_reserves(
    events: Many, text: str, killed: tuple[int, int] | None, injured: tuple[int, int] | None, status: str
) -> None:
    found = [e for e in events(text, published="2024-06-15") if e.type == "ASSAULT" and e.certain]
    assert [(e.killed and (e.killed.low, e.killed.high), e.injured and (e.injured.low, e.injured.high), e.status) for e in found] == [
        (killed, injured, status)
    ]
