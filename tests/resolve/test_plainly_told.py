"""In a short text the head does not take away an attack told with its day, its place and whom it killed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event


@pytest.mark.parametrize(
    "text",
    [
        "Seven labourers were gunned down in Gwadar on Thursday, police said. Prime Minister Shehbaz Sharif condemned the attack.",
        "The mayor was gunned down outside a gym in Cotija on Monday. Her bodyguard was killed too.",
        "Two teachers were shot dead in Narathiwat on Monday. Thailand's prime minister called it a crime against the nation.",
    ],
)
def test_a_plain_attack_of_a_short_text_is_certain(events: Callable[..., list[Event]], text: str) -> None:
    (found,) = [e for e in events(text, published="2024-06-15") if e.type == "ASSAULT" and e.certain]
    assert found.killed is not None
    assert found.date is not None
    assert found.date.precision == "day"
