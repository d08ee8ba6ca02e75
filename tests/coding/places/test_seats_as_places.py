"""Seats of government as spots: where something happens at them, and who they are where they act."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.picture import Reading


@pytest.mark.parametrize(
    ("text", "name", "within"),
    [
        ("Hundreds of people protested in front of the White House on Monday.", "White House", "Washington"),
        ("Hundreds of people protested outside the Kremlin on Monday.", "Kremlin", "Moscow"),
        ("The prime minister met union leaders at Downing Street on Monday.", "Downing Street", "London"),
        ("Protesters marched on Capitol Hill in Washington on Monday.", "Capitol Hill", "Washington"),
        ("Six people were shot in White House, Tennessee, on Monday.", "White House", "Tennessee"),
    ],
)
def test_a_seat_is_a_spot_in_its_city(text: str, name: str, within: str, read_text: Callable[..., Reading]) -> None:
    (claim,) = read_text(text).claims
    assert claim.place is not None
    assert claim.place.name == name
    assert within in claim.place.within


def test_a_seat_that_acts_is_no_place(read_text: Callable[..., Reading]) -> None:
    (claim,) = read_text("The White House condemned the attack in Goma.").claims
    assert claim.place is None
    assert claim.actors[0].country == "USA"
