"""Whom a protest is against, where no "against" says so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event


@pytest.mark.parametrize(
    ("text", "against"),
    [
        ("Anti-government protests continued in Lima on Tuesday.", ["government"]),
        ("An anti-Israel demonstration was held in Amman on Friday.", ["Israel"]),
        ("Thousands of anti-government protesters marched in Bangkok on Sunday.", ["government"]),
        ("In Nairobi, hundreds marched on Monday to demand the resignation of President William Ruto.", ["William Ruto"]),
        ("Protesters took to the streets of Belgrade on Saturday to demand that the mayor step down.", ["mayor"]),
        ("Protesters calling for the president's removal blocked roads in La Paz on Monday.", ["president"]),
        ("Hundreds of teachers protested in Harare on Monday, calling on the police to leave.", ["Police of Zimbabwe"]),
        ("Farmers protested on Monday in Lyon over the government's tax plan.", ["government"]),
        ("Anti-Brexit campaigners marched in London on Saturday.", []),
        ("Women marched in Dhaka on Monday to demand justice for a student.", []),
        ("Villagers blocked a highway near Lucknow on Monday, demanding the arrest of the killers.", []),
        ("Miners marched in Lima on Monday, seeking better pay.", []),
    ],
)
def test_whom_a_protest_is_against(events: Callable[..., list[Event]], text: str, against: list[str]) -> None:
    (event,) = (e for e in events(text, published="2025-03-14") if e.type == "PROTEST")
    assert [p.name for p in event.recipients] == against
