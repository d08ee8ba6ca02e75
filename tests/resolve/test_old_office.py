"""What somebody did in an office that has ended is no news of the day."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Many = Callable[..., list[Event]]


@pytest.mark.parametrize(
    ("text", "layer"),
    [
        ("The return of the Taliban was hailed as a “blessing” by Pakistani Prime Minister Imran Khan.", "background"),
        ("The return of the Taliban was hailed as a “blessing” by former Prime Minister Imran Khan.", "news"),
        ("The return of the Taliban was hailed as a “blessing” by Pakistani Prime Minister Shehbaz Sharif.", "news"),
    ],
)
def test_an_act_in_an_office_that_ended(events: Many, text: str, layer: str) -> None:
    assert [e.layer for e in events(text, published="2024-12-26") if e.type == "SUPPORT"] == [layer]


def test_a_date_of_its_own_decides(events: Many) -> None:
    text = "On December 24, 2024 Pakistani Prime Minister Imran Khan accused India of a raid."
    assert [e.layer for e in events(text, published="2024-12-26") if e.type == "ACCUSE"] == ["news"]
