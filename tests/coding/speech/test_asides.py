"""Asides: what the writer tells of a named person amid another's words is the writer's."""

from __future__ import annotations

import pytest

from casus import code


def _status(text: str, kind: str) -> str:
    (found,) = [e for e in code(text) if e.type == kind]
    return found.status


@pytest.mark.parametrize(
    "text",
    [
        "A former judge said the police must explain the charge against opposition leader Ali Mwangi, who was arrested last week.",
        "Villagers said on Sunday they would march for Ali Mwangi, who was arrested in 2019.",
        "Villagers said on Sunday they would march for Ali Mwangi, a teacher who was arrested in 2019.",
    ],
)
def test_what_befell_somebody_named_at_its_own_time_is_the_writers(text: str) -> None:
    assert _status(text, "COERCE") == "asserted"


@pytest.mark.parametrize(
    "text",
    [
        "Villagers said they would march for the teacher, who was arrested.",
        "Villagers said they would march for Ali Mwangi, who was arrested by soldiers last week.",
        "Villagers said they knew the governor, Ali Mwangi, who arrested two farmers last week.",
        "“We shall march for Ali Mwangi, who was arrested last week,” villagers said.",
    ],
)
def test_everything_else_stays_with_who_speaks(text: str) -> None:
    assert _status(text, "COERCE") == "attributed"


def test_that_somebody_was_criticised_is_told_as_fact() -> None:
    assert _status("The minister Ana Sol was widely criticised for the raid on the camp.", "ACCUSE") == "asserted"
    assert _status("The minister Ana Sol has been accused of ordering the raid on the camp.", "ACCUSE") == "attributed"


def test_a_condition_of_anonymity_speaks_for_nobody() -> None:
    (found,) = code("The officer, on condition of anonymity said that armed men opened fire at a convoy near Awaran.")
    assert [s.name for s in found.sources] == ["officer"]
