"""What somebody calls something: who gives a thing its name did not do it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.claim import Claim
from casus.model.picture import Picture


@pytest.mark.parametrize(
    ("text", "noun", "doers"),
    [
        ("Nicolas Maduro condemned what he called a brutal crackdown on dockers in Callao on Monday.", "crackdown", set()),
        ("Evo Morales denounced what he described as a coup in Sucre on Monday.", "coup", set()),
        ("Iran condemned what it termed a terrorist attack on a bridge in Chabahar on Monday.", "attack", set()),
        ("The army carried out what residents called a massacre in Sake on Monday, killing 20 civilians.", "massacre", {"army"}),
        ("Miners staged what the union called a protest in Lusaka on Monday.", "stage", {"Miners"}),
    ],
)
def test_who_gives_the_name_is_not_the_doer(code_text: Callable[..., Picture], text: str, noun: str, doers: set[str]) -> None:
    told: list[Claim] = [c for e in code_text(text).events for c in e.claims if c.lemma == noun]
    assert told or not doers
    assert {p.name for c in told for p in c.actors} == doers
