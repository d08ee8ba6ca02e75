"""The last of a list speak where nobody else does: "including children, residents and an aid group said"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event


@pytest.mark.parametrize(
    ("text", "voices"),
    [
        (
            "An air strike on a village in Sagaing killed at least 11 people including children, residents and a local resistance group said.",
            {"residents", "local resistance group"},
        ),
        ("Clashes in El Fasher killed 30 people including women, doctors and an aid group said on Monday.", {"doctors", "aid group"}),
        ("Rebels burned a school, a clinic and a church in Bria on Monday, residents said.", {"residents"}),
    ],
)
def test_who_speaks(event: Callable[..., Event], text: str, voices: set[str]) -> None:
    found = event(text, "ASSAULT")
    assert {s.name for s in found.sources} == voices
    assert not any("group" in p.name for p in found.recipients)
