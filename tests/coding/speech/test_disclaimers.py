"""Disclaimers: denials of a part in what was told before, without a word of denying."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

TOLD = "Police said the BLA bombed a bus in Quetta, killing nine. "
DENIED = [
    "The BLA said it had nothing to do with the attack.",
    "The BLA said it was not involved.",
    "The BLA said it had played no part in it.",
    "The BLA said it did not have any role in the bombing.",
    "The BLA said it was not behind the attack.",
    "“It was not us,” a BLA spokesman said.",
    "“We had no hand in this,” a BLA spokesman said.",
    "The BLA insisted that it did no such thing.",
    "The BLA called the accusation “a fabrication”.",
]
NOT_DENIED = [
    "The BLA said it had no comment.",
    "The BLA said it was not aware of the reports.",
    "The BLA said nobody had the right to judge it.",
    "The governor said he was not involved in the talks.",
]


@pytest.mark.parametrize("said", DENIED)
def test_having_no_part_in_it_is_denying_it(event: Callable[..., Event], said: str) -> None:
    found = event(TOLD + said, "ASSAULT")
    assert found.status == "denied"
    assert [s.stance for s in found.sources] == ["asserts", "denies"]


@pytest.mark.parametrize("said", NOT_DENIED)
def test_what_disclaims_nothing_denies_nothing(event: Callable[..., Event], said: str) -> None:
    assert event(TOLD + said, "ASSAULT").status == "attributed"


def test_the_force_is_whom_the_sentence_before_accuses(event: Callable[..., Event]) -> None:
    text = "Activists accused the paramilitaries of killing forty people in Singa. A spokesman for the force called the accusation a lie."
    found = event(text, "ASSAULT")
    assert (found.status, [s.name for s in found.sources if s.stance == "denies"]) == ("denied", ["spokesman for the force"])
