"""What is called, scheduled or meant for a day to come is planned, and its day lies ahead."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from casus.model.event import Event

Only = Callable[..., Event]
DAY = "2026-03-12"
"""A Thursday."""


@pytest.mark.parametrize(
    ("text", "type", "day"),
    [
        ("The Maoists have called a bandh in Bijapur on March 15.", "PROTEST", date(2026, 3, 15)),
        ("The Morena party meant to hold a march in Xalapa on Wednesday.", "PROTEST", date(2026, 3, 18)),
        ("The foreign minister flies to Berlin on Monday.", "CONSULT", date(2026, 3, 16)),
    ],
)
def test_it_is_planned_for_that_day(event: Only, text: str, type: str, day: date) -> None:
    found = event(text, type, published=DAY)
    assert found.date is not None
    assert (found.status, found.date.start) == ("planned", day)


@pytest.mark.parametrize(
    ("text", "type", "day"),
    [
        ("The Maoists called a bandh in Bijapur on March 10.", "PROTEST", date(2026, 3, 10)),
        ("The Morena party held a march in Xalapa on Wednesday.", "PROTEST", date(2026, 3, 11)),
        ("The foreign minister flew to Berlin on Monday.", "CONSULT", date(2026, 3, 9)),
    ],
)
def test_what_was_held_was_held(event: Only, text: str, type: str, day: date) -> None:
    found = event(text, type, published=DAY)
    assert found.date is not None
    assert (found.status, found.date.start) == ("asserted", day)
