"""What is said before its "he said" ends at a semicolon; what is said after it goes on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Only = Callable[..., Event]
Many = Callable[..., list[Event]]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Blogger Ana Sol was bundled into a car by four men, her brother said; the Law Society accuses the police of holding her.", "ACCUSE"),
        ("The first flight left at dawn, the Interior Ministry announced; Pro Asyl condemned the deportation as a breach of law.", "ACCUSE"),
        ("At Sake the rebels put to death 31 villagers, by the UN's tally; they called the inquiry a farce.", "ACCUSE"),
    ],
)
def test_what_stands_behind_the_semicolon_is_the_writers(event: Only, text: str, kind: str) -> None:
    assert event(text, kind).status == "asserted"


def test_what_stands_before_it_is_still_said(event: Only) -> None:
    text = "At Sake the rebels put to death 31 villagers, by the UN's tally; they called the inquiry a farce."
    assert event(text, "ASSAULT").status == "attributed"


@pytest.mark.parametrize(
    "text",
    [
        "Police said two men were shot in Gao; three others were arrested in Segou.",
        "Two men were shot in Gao, police said; that soldiers arrested three others in Segou was known.",
        "“Two men were shot in Gao; soldiers arrested three others in Segou,” police said.",
    ],
)
def test_what_follows_the_saying_or_a_that_or_stands_in_a_quotation_goes_on(event: Only, text: str) -> None:
    assert event(text, "COERCE").status == "attributed"
