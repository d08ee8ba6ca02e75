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
    ("text", "type", "status", "day"),
    [
        ("The Maoists have called a bandh in Bijapur on March 15.", "PROTEST", "planned", date(2026, 3, 15)),
        ("The Morena party meant to hold a march in Xalapa on Wednesday.", "PROTEST", "planned", date(2026, 3, 18)),
        ("The foreign minister flies to Berlin on Monday.", "CONSULT", "planned", date(2026, 3, 16)),
        ("The Maoists called a bandh in Bijapur on March 10.", "PROTEST", "asserted", date(2026, 3, 10)),
        ("The Morena party held a march in Xalapa on Wednesday.", "PROTEST", "asserted", date(2026, 3, 11)),
        ("The foreign minister flew to Berlin on Monday.", "CONSULT", "asserted", date(2026, 3, 9)),
    ],
)
def test_what_is_to_come_is_planned_and_what_was_held_was_held(event: Only, text: str, type: str, status: str, day: date) -> None:
    found = event(text, type, published=DAY)
    assert found.date is not None
    assert (found.status, found.date.start) == (status, day)
