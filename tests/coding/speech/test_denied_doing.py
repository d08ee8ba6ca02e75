"""Who denies having done it does not deny that it was done."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Only = Callable[..., Event]

STRIKE = "Nine traders were killed in a strike on a market in Gao on Monday, medics said."


@pytest.mark.parametrize(
    "text",
    [
        "The army denied that it had carried out the strike on a market in Gao on Monday that killed nine traders.",
        "The army denied carrying out Monday's strike on a market in Gao.",
        "The army denied responsibility for the bomb attack that killed nine traders in Gao on Monday.",
    ],
)
def test_a_deed_whose_doing_is_denied_stands(event: Only, text: str) -> None:
    found = event(text, "ASSAULT")
    assert (found.status, found.actors) == ("asserted", ())
    assert [(s.name, s.stance) for s in found.sources] == [("army", "denies")]


def test_what_others_told_of_nobody_stands_when_somebody_denies_having_done_it(event: Only) -> None:
    found = event(f"{STRIKE} The army denied that it had carried out the strike.", "ASSAULT")
    assert (found.status, found.actors) == ("attributed", ())
    assert [(s.name, s.stance) for s in found.sources] == [("medics", "asserts"), ("army", "denies")]


def test_what_others_told_of_the_denier_is_denied(event: Only) -> None:
    text = "Rebels said the army bombed a market in Gao on Monday, killing nine traders. The army denied carrying out the strike."
    assert event(text, "ASSAULT").status == "denied"


def test_a_deed_told_only_in_its_denial_is_denied(event: Only) -> None:
    assert event("The rebels denied killing the mayor of Gao on Monday.", "ASSAULT").status == "denied"
