"""Ground whose holder stands in the words is a party of what strikes it; ground alone only says where."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Norian jets struck a rebel-held area near Gao on Monday.", ["rebel-held area"]),
        ("Norian jets struck an area near Gao on Monday.", []),
    ],
)
def test_held_ground(event: Callable[..., Event], text: str, recipients: list[str]) -> None:
    assert [p.name for p in event(text, "ASSAULT").recipients] == recipients
