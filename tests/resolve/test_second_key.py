"""The second key: acts between parties that cannot do them are kept, not printed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event
from casus.model.picture import Picture


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("The senator attacked the judge over the ruling.", "ASSAULT"),
        ("The baker accused the plumber of greed.", "ACCUSE"),
        ("The singer met her producer in Lagos.", "CONSULT"),
        ("A motorist was fined in Leeds.", "SANCTION"),
        ("The law is an attack on society.", "ASSAULT"),
    ],
)
def test_private_life_is_not_printed(events: Callable[..., list[Event]], text: str, type: str) -> None:
    assert [e.type for e in events(text) if e.type == type] == []


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("Gunmen attacked a judge in Quetta.", "ASSAULT"),
        ("Residents accused the army of looting.", "ACCUSE"),
        ("The foreign ministers met in Doha.", "CONSULT"),
        ("Iran fined the opposition party.", "SANCTION"),
        ("Three activists were arrested in Minsk.", "COERCE"),
        ("The Syrian government attacked the town of Saraqib.", "ASSAULT"),
    ],
)
def test_public_life_is(events: Callable[..., list[Event]], text: str, type: str) -> None:
    assert type in [e.type for e in events(text)]


def test_what_fails_is_kept(code_text: Callable[..., Picture]) -> None:
    found = code_text("The baker accused the plumber of greed.").events
    assert [(e.type, e.certain) for e in found] == [("ACCUSE", False)]


def test_a_passive_that_cannot_do_it_leaves_the_main_clauses_subject(events: Callable[..., list[Event]]) -> None:
    text = "Islamabad has imposed trade curbs, migrants were expelled and introduce stricter visa requirements."
    restricted = [e for e in events(text) if e.type == "COERCE" and "restrict" in e.modes]
    assert [p.id for e in restricted for p in e.actors] == ["pak-gov"]
