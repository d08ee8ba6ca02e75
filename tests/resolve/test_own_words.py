"""Who speaks of itself: "it" and "they" in what somebody says are the one who says it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

SAID = [
    ("Colombian police said they had arrested three men on Monday.", "COERCE", "col-police"),
    ("Kenya opened the border. Ethiopia's army said it had shelled a camp near Moyale on Monday.", "ASSAULT", "eth-mil"),
    ("Mali's foreign ministry announced on Friday that it had expelled two French diplomats.", "SANCTION", "mli-mfa"),
]


@pytest.mark.parametrize(("text", "kind", "who"), SAID)
def test_who_says_so_is_meant(events: Callable[..., list[Event]], text: str, kind: str, who: str) -> None:
    assert [p.id for e in events(text, published="2024-03-10") if e.type == kind for p in e.actors] == [who]


def test_a_speaker_no_table_lists_stands_before_a_country_farther_off(events: Callable[..., list[Event]]) -> None:
    text = "Britain welcomed the talks. The ethics committee of the league said on Monday it had suspended Ana Ruiz, a Kenyan official."
    assert "gbr" not in {p.id for e in events(text) if e.type != "SUPPORT" for p in e.actors}


def test_one_human_being_is_not_they(events: Callable[..., list[Event]]) -> None:
    found = events("The baker said they had arrested three men in Nairobi on Monday.")
    assert not [p for e in found if e.type == "COERCE" for p in e.actors if "baker" in p.name]


def test_whoever_stands_between_is_meant_as_well(events: Callable[..., list[Event]]) -> None:
    found = events("Police said rebels shelled Goma on Monday before they attacked a convoy.")
    assert not [p for e in found for p in e.actors if p.kind == "police"]


def test_who_is_urged_is_meant_by_it(events: Callable[..., list[Event]]) -> None:
    found = events("The United States is urging Turkey to exercise restraint as it investigates a Kenyan company.", published="2024-03-10")
    assert [p.id for e in found if e.type == "ACCUSE" for p in e.actors] == ["tur"]


def test_several_who_speak_are_not_the_first_of_them(events: Callable[..., list[Event]]) -> None:
    found = events("Bulgaria, Serbia and Romania said they would close their borders on Monday.")
    assert not [p.id for e in found if e.type == "COERCE" for p in e.actors if p.id]
