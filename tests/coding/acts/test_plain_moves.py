"""Forces that come, cross, fly over and enter show themselves; so do policemen abroad; visitors and shells do not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Events = Callable[..., list[Event]]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Senegalese gendarmes arrived in Bangui on Tuesday.", "police"),
        ("Chinese warships sailed around Taiwan on Thursday.", "troops"),
        ("Two Turkish jets flew over Samos on Thursday.", "troops"),
        ("Chinese military aircraft crossed the median line of the Taiwan Strait on Tuesday.", "troops"),
        ("Wagner mercenaries arrived in Bamako on Thursday.", "troops"),
        ("Troops poured into Imphal on Thursday.", "troops"),
        ("The rebels entered Bukavu on Friday.", "troops"),
        ("Army tanks entered the outskirts of Sirte on Friday.", "troops"),
        ("Tribal fighters gathered outside Hodeida on Sunday.", "troops"),
        ("Germany stationed a brigade in Lithuania on Monday.", "troops"),
    ],
)
def test_a_move(events: Events, text: str, mode: str) -> None:
    (found,) = events(text)
    assert (found.type, found.modes) == ("MOBILIZE", (mode,))
    assert found.actors


def test_who_heads_for_a_capital_moves_on_no_government(events: Events) -> None:
    (found,) = events("An army column headed for Bangui on Saturday.")
    assert not found.recipients


@pytest.mark.parametrize(
    "text",
    [
        "A policeman arrived in court in Lagos on Monday.",
        "A soldier entered politics in Lagos on Monday.",
        "The rescue plane flew over the wreck near Lagos on Monday.",
        "Soldiers arrived in Geneva for talks on Monday.",
    ],
)
def test_no_move(events: Events, text: str) -> None:
    assert not [e for e in events(text) if e.type == "MOBILIZE"]
