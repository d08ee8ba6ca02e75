"""Datelines parted by a hyphen: cut off before reading; nothing else is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.ingest.datelines import dateline
from casus.model.event import Event
from casus.model.text import Block


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("BOGOTA - Colombian police arrested 12 people.", "Colombian police arrested 12 people."),
        ("JOS, Nigeria, Feb 3 - Gunmen killed at least 19 people.", "Gunmen killed at least 19 people."),
        ("KABUL (AP) -- A bomb killed two guards.", "A bomb killed two guards."),
        ("PORT-AU-PRINCE, Haiti - Gangs burned a school.", "Gangs burned a school."),
        ("KYIV — Drones hit a depot.", "Drones hit a depot."),
        ("KYIV, Nov 21 (Agency) - Russia fired a missile.", "Russia fired a missile."),
        ("(Nairobi, December 12, 2024) – An airstrike killed ten.", "An airstrike killed ten."),
        ("(Beirut) – Strikes hit a bridge.", "(Beirut) – Strikes hit a bridge."),
        ("Port Sudan, 3 March 2024 — Shells hit a school.", "Shells hit a school."),
        ("Goma, DR Congo — Rebels entered the town.", "Rebels entered the town."),
        ("Kabul (AFP) — A bomb killed two guards.", "A bomb killed two guards."),
        ("PHNOM PENH — -Gunmen shot an activist.", "Gunmen shot an activist."),
        ("KABUL –Gunmen shot an activist.", "Gunmen shot an activist."),
        ("BAGHDAD (AP) _ Gunmen shot an activist.", "Gunmen shot an activist."),
        ("Abu Hamza – A commander – was killed.", "Abu Hamza – A commander – was killed."),
        ("The raid on May 5 — The worst yet — failed.", "The raid on May 5 — The worst yet — failed."),
        ("KARACHI: Two guards were shot on Monday.", "Two guards were shot on Monday."),
        ("PATNA, May 2 (Agency): Two guards were shot.", "Two guards were shot."),
        ("Police: Two guards were shot.", "Police: Two guards were shot."),
        ("UN - led talks failed.", "UN - led talks failed."),
        ("Hamas - A group in Gaza - denied it.", "Hamas - A group in Gaza - denied it."),
        ("SAN SALVADOR - FOUR GUARDS DIED.", "SAN SALVADOR - FOUR GUARDS DIED."),
    ],
)
def test_what_is_left_of_a_paragraph(text: str, rest: str) -> None:
    assert text[dateline(text, Block(0, len(text), "paragraph")) :] == rest


def test_who_speaks_is_not_the_dateline(events: Callable[..., list[Event]]) -> None:
    (event,) = events("A heading over it\n\nBOGOTA - Colombian police said on Friday they had arrested 12 people over the bombing in Cali.")
    assert [s.name for s in event.sources] == ["Colombian police"]
