"""Mending: whatever the words, a mended sentence is still one tree; a loop in it would never end."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casus.coding.mending import mend
from casus.coding.mending_harm import is_tree, mend_harm
from casus.model.event import Event
from casus.pipeline import Tools

WORDS = "one of the boats with 50 crew has shown up and it is what is causing this problem killed wounded men , who said".split()


def is_mended_to_a_tree(text: str, tools: Tools) -> bool:
    sentences = tools.reader.read(text, [(0, len(text), False)])
    return all(is_tree(mend_harm(mend(s, tools.book.speech), tools.book.harm).tokens) for s in sentences)


def test_a_clause_that_would_hang_on_itself_is_left_as_read(tools: Tools) -> None:
    text = "Furthermore, one of the boats with 50 crew members has shown up in Honduras and it is what is causing this problem."
    assert is_mended_to_a_tree(text, tools)


@settings(max_examples=150)
@given(st.lists(st.sampled_from(WORDS), min_size=3, max_size=14))
def test_any_words_are_mended_to_a_tree(tools: Tools, words: list[str]) -> None:
    assert is_mended_to_a_tree(" ".join(words), tools)


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        (
            "A shop was burned by bandits who invaded Tungar Magaji and two neighbouring villages in Maru.",
            ["bandits"],
            ["Tungar Magaji", "shop", "two neighbouring villages in Maru"],
        ),
        ("Fighters believed to belong to the group hacked nine farmers to death near Oicha.", ["Fighters"], ["nine farmers"]),
        ("At least 5 farmers killed and 11 injured when a shell landed in Zaina camp.", [], ["At least 5 farmers", "Zaina camp"]),
        ("Police used water cannon and tear gas on Friday to disperse the crowd.", ["Police"], None),
    ],
)
def test_who_does_it_and_to_whom_after_mending(
    event: Callable[..., Event], text: str, actors: list[str], recipients: list[str] | None
) -> None:
    found = event(text, "ASSAULT")
    assert [p.name for p in found.actors] == actors
    assert "tear" not in {p.name for p in found.recipients}
    assert recipients is None or sorted(p.name for p in found.recipients) == recipients


@pytest.mark.parametrize("text", ["Air defences shot down 12 drones over Kursk.", "The air force said it had downed 80 of 135 drones launched overnight."])
def test_weapons_stopped_on_their_way_are_no_attack(events: Callable[..., list[Event]], text: str) -> None:
    assert not events(text)


def test_a_total_over_a_country_is_no_part_of_one_attack(events: Callable[..., list[Event]]) -> None:
    text = "Russian attacks across Ukraine killed six people over the past day. In Kherson, drones hit a clinic, killing two people."
    assert [(e.aggregate, e.killed and e.killed.best) for e in events(text)] == [(True, 6), (False, 2)]


def test_until_a_year_dates_nothing(event: Callable[..., Event]) -> None:
    found = event("The ruling party suspended talks with the European Union until 2028.", "SANCTION")
    assert found.date is None or found.date.evidence is None


def test_what_a_considered_country_has_lived_through_is_no_opinion(event: Callable[..., Event]) -> None:
    text = "The city is considered one of the safest in a country where soldiers killed 40 people in May."
    assert event(text, "ASSAULT").status == "asserted"
