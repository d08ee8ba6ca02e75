"""A day before a colon is when, and nobody who speaks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.picture import Reading


@pytest.mark.parametrize(
    ("text", "start", "voices"),
    [
        ("Monday: gunmen shot two guards in Kano.", "2024-06-10", set()),
        ("Tuesday night: soldiers killed two men in Kano.", "2024-06-11", set()),
        ("Police: gunmen shot two guards in Kano on Monday.", "2024-06-10", {"Police"}),
    ],
)
def test_a_day_labels_its_sentence(text: str, start: str, voices: set[str], read_text: Callable[..., Reading]) -> None:
    (claim,) = (c for c in read_text(text, published="2024-06-15").claims if c.type == "ASSAULT")
    assert str(claim.date and claim.date.start) == start
    assert {s.name for s in claim.sources} == voices
