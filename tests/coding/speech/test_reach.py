"""A reserve or a charge touches what is doubted, not every act in its clause."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Events = Callable[..., list[Event]]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Two officers were found guilty on Monday of raping a tourist in Gao.", "ASSAULT"),
        ("Seven men were injured in what police believe to be a gang-related shooting in Gao on Monday.", "ASSAULT"),
        ("Police in Gao issued warrants on Monday for 36 people believed to have been involved in the assassination of General Keita.", "ASSAULT"),
        ("Police in Gao issued warrants on Monday for 36 people believed to have been involved in the assassination of General Keita.", "COERCE"),
        ("The ouster of Keita is widely believed to have prompted Russia's annexation of Crimea in 2014.", "COERCE"),
        ("Lawmakers accuse the party of having links with the PKK, whose camps near Erbil were bombed by Turkey on Monday.", "ASSAULT"),
        ("Omar Keita was murdered in Gao on Monday. Mali initially denied all claims that Keita was slain.", "ASSAULT"),
    ],
)
def test_what_is_told_as_fact_stays_so(events: Events, text: str, kind: str) -> None:
    assert [e.status for e in events(text) if e.type == kind] == ["asserted"]


def test_what_is_doubted_stays_hedged(events: Events) -> None:
    found = events("Rebels are believed to have attacked a convoy near Gao on Monday.")
    assert [e.status for e in found] == ["hedged"]


def test_a_later_reserve_doubts_a_detail(events: Events) -> None:
    text = "Gunmen attacked a market in Gao on Monday, police said. Twelve people were reportedly killed in the attack on the market."
    assert [e.status for e in events(text)] in (["asserted"], ["attributed"])
