"""What was done hours after another act has its day."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.claim import Claim
from casus.model.picture import Reading


def _last(text: str, read_text: Callable[..., Reading]) -> Claim:
    return max((c for c in read_text(text).claims if not c.heading), key=lambda c: c.act.start)


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen shot dead a farmer in Orla on Monday. A few hours later, unidentified men burned down five houses in Sake.",
        "A bomb killed four soldiers in Goma on Monday. The road was strewn with glass. Hours after the blast, women blocked the road to Sake.",
    ],
)
def test_hours_later_is_the_same_day(text: str, read_text: Callable[..., Reading]) -> None:
    day = _last(text, read_text).day
    assert day is not None
    assert day.evidence is not None
    assert "Monday" in day.evidence.words


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen shot dead a farmer in Orla late on Monday night. Hours later, unidentified men burned down five houses in Sake.",
        "A bomb killed four soldiers in Goma on Monday. Hours after the vote, women blocked the road to Sake.",
    ],
)
def test_after_a_night_or_something_else_it_is_not(text: str, read_text: Callable[..., Reading]) -> None:
    claim = _last(text, read_text)
    assert claim.day is None
    assert claim.date is None or claim.date.precision != "day"
