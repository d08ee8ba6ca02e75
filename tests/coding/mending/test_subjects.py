"""Whose subject a noun is: who did it and whom it befell keep their places."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

ACTIVE = [
    (
        "Yemen's Houthi movement detained at least nine United Nations clerks on Sunday after storming offices in the capital, an envoy said.",
        "COERCE",
        "houthis",
    ),
    ("The United Nations peacekeeping force, UNIFIL, said an Israeli Merkava tank fired on its troops near Sarda on Monday.", "ASSAULT", "isr-mil"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "who"), ACTIVE)
def test_the_subject_of_an_active_verb_is_the_doer(events: Callable[..., list[Event]], text: str, kind: str, who: str) -> None:
    assert {p.id for e in events(text, published="2025-03-10") if e.type == kind for p in e.actors} == {who}


def test_what_flies_is_not_whom_it_hit(events: Callable[..., list[Event]]) -> None:
    found = events("Soldiers fired tear shells and rubber bullets at a crowd in Dhaka on Monday.", published="2025-03-10")
    assert not [p for e in found for p in e.recipients if "bullet" in p.name or "shell" in p.name]


def test_has_goes_with_the_one_not_with_the_many(events: Callable[..., list[Event]]) -> None:
    text = "The company left after insurgents raided the port, killing 40 people, and has been accused by two lawyers of neglect in Maputo."
    assert not [p for e in events(text, published="2025-03-10") if e.type == "ACCUSE" for p in e.recipients if "insurgent" in p.name]


def test_who_speaks_after_a_semicolon_did_not_do_it(events: Callable[..., list[Event]]) -> None:
    text = "Radio reported that the army killed 30 fighters in clashes in Mali; Ana Ruiz, a rebel spokeswoman, said they had killed 60 soldiers."
    assert not [p for e in events(text, published="2025-03-10") for p in e.actors if "Ruiz" in p.name]
