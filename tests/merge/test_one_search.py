"""A search and what was taken there are one act; what was taken from people arrested is kept, not printed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Events = Callable[..., list[Event]]

ONE = [
    ("Soldiers searched 40 houses in Nablus on Monday and recovered a cache of arms.", {"seize"}),
    ("Marines boarded two boats off Bosaso on Monday and seized rifles.", {"seize"}),
    ("Police arrested nine smugglers near Tolu on Monday and seized 40 rifles.", {"arrest"}),
    ("Police arrested nine smugglers near Tolu on Monday, from whom 40 rifles were confiscated.", {"arrest"}),
]


@pytest.mark.parametrize(("text", "modes"), ONE)
def test_one_act_of_the_same_hands(events: Events, text: str, modes: set[str]) -> None:
    assert [set(e.modes) for e in events(text) if e.type == "COERCE"] == [modes]


TWO = [
    "Police arrested two students in Gao and seized a truck in Mopti.",
    "Police raided a mosque in Mombasa on Friday. On Monday forty worshippers were arrested in Lamu.",
]


@pytest.mark.parametrize("text", TWO)
def test_elsewhere_or_later_it_is_another(events: Events, text: str) -> None:
    assert len([e for e in events(text) if e.type == "COERCE"]) == 2
