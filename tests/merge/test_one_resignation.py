"""A person called by name resigns once, wherever a report comes back to it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Events = Callable[..., list[Event]]


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("President Nixon resigned over the scandal. The source was secret. The editor did not learn his name until Nixon resigned.", 1),
        ("Minister Ana Ruiz resigned on Monday. The crowd cheered. Her deputy Juan Paz resigned on Tuesday.", 2),
        ("Minister Ana Ruiz resigned on 3 May. The crowd cheered. She came back. It rained. Ana Ruiz resigned again on 12 June.", 2),
    ],
)
def test_resigns_once(events: Events, text: str, many: int) -> None:
    assert len([e for e in events(text, published="2024-06-15") if e.type == "RETREAT"]) == many
