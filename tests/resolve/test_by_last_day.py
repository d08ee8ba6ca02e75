"""What is only set in time by another day: the same night, days after an act, an hour by itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.claim import Claim
from casus.model.picture import Reading

_BEFORE = "A bomb killed four soldiers in Goma on Monday morning. The road was strewn with glass. Nobody said who had laid it."


def _last(text: str, read_text: Callable[..., Reading]) -> Claim:
    return max((c for c in read_text(text, published="2025-03-14").claims if not c.heading), key=lambda c: c.act.start)


def _day(text: str, read_text: Callable[..., Reading]) -> str | None:
    claim = _last(text, read_text)
    day = claim.day or claim.date
    return str(day.start) if day is not None and day.start is not None and day.precision == "day" else None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"{_BEFORE} Shops stayed shut. A crowd looked on. On the same night, soldiers burned ten houses in Sake.", "2025-03-10"),
        (f"{_BEFORE} Shops stayed shut. A crowd looked on. In the afternoon, some 200 residents marched on the town hall of Goma.", "2025-03-10"),
        (f"{_BEFORE} At 5 p.m., in Sake, gunmen shot dead two traders.", "2025-03-10"),
        (f"{_BEFORE} Two days after the bombing, soldiers burned ten houses in Sake.", "2025-03-12"),
        (f"{_BEFORE} On Tuesday a minister flew in. In the afternoon, some 200 residents marched on the town hall of Goma.", None),
        ("The mayor spoke on Monday. Residents are poor. At dawn, soldiers burned ten houses in Sake.", None),
    ],
)
def test_the_day_told_last(text: str, day: str | None, read_text: Callable[..., Reading]) -> None:
    assert _day(text, read_text) == day
