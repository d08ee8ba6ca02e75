"""The scene: an act whose words name no place was where the act told right before it was."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

THERE = [
    "Militants attacked an army post in Omdurman on Monday. In the clash the gunmen killed four guards with rifles.",
    "Police fired tear gas at protesters in Omdurman on Monday. Officers also beat 12 students with batons.",
    "Gunmen attacked a patrol on Monday, police said. The gunmen had fired at the patrol near Omdurman, the officer said.",
    "Rebels bombed a school in Omdurman. They also burned 12 houses.",
]
NOWHERE = [
    "Militants attacked an army post in Omdurman on Monday. Elsewhere, gunmen killed four guards.",
    "Militants attacked an army post in Omdurman on Monday. In a separate attack, gunmen killed four guards.",
    "Militants killed four guards in Omdurman on Monday. On Tuesday gunmen killed two farmers.",
    "Militants killed four guards in Omdurman. In Nyala the shops were closed, and in Goma, too. Gunmen also shot two farmers.",
    "Militants killed four guards in Omdurman on Monday. Police later arrested six men.",
    "Militants killed four guards in Sudan on Monday, the Kenyan press wrote. Gunmen also shot two farmers.",
]


def _others(found: list[Event]) -> list[Event]:
    """The events none of whose own words name their place."""
    return [e for e in found if all(c.place is None for c in e.claims)]


@pytest.mark.parametrize("text", THERE)
def test_an_act_is_where_the_one_told_before_it_is(events: Callable[..., list[Event]], text: str) -> None:
    assert {e.place.name if e.place else None for e in events(text)} == {"Omdurman"}


@pytest.mark.parametrize("text", NOWHERE)
def test_another_day_another_matter_or_a_whole_country_lends_nothing(events: Callable[..., list[Event]], text: str) -> None:
    others = _others(events(text))
    assert others
    assert all(e.place is None for e in others)


def test_the_scene_says_what_it_rests_on(events: Callable[..., list[Event]]) -> None:
    found = events("Rebels bombed a school in Omdurman. The gunmen also abducted three teachers.")
    lent = next(e.place for e in _others(found))
    assert lent is not None
    assert lent.evidence.words == "Omdurman"
    assert "the act's own words name no place" in lent.reason


def test_the_attack_is_where_the_sentence_before_names_it(events: Callable[..., list[Event]]) -> None:
    text = (
        "The minister spoke of links to Monday's deadly bombing in the southwestern city of Quetta. The attack killed more than 70 people."
    )
    assert "Quetta" in {e.place.name for e in events(text) if e.place is not None}
