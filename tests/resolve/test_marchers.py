"""A protest of nobody is that of the protesters told of beside it; who was held is let go by who held them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event
from casus.model.picture import Picture

Many = Callable[[str], list[Event]]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("After weeks of protests in Lima, the president resigned on Monday. The demonstrators cheered.", {"demonstrators"}),
        ("Mass protests in Lima forced out the president in 2020.", set()),
        ("Teachers marched through Lima on Monday. Other protesters stayed at home.", {"Teachers"}),
    ],
)
def test_who_protests(events: Many, text: str, names: set[str]) -> None:
    assert {p.name for e in events(text) if e.type == "PROTEST" for p in e.actors} == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Soldiers arrested Paul Okot in Kampala on Monday. Okot was released on Tuesday.", {"Soldiers"}),
        ("Rebels abducted four drivers near Kidal in May. The drivers were freed on Monday.", {"Rebels"}),
        ("Police arrested four students on Monday. Two women were released on Tuesday.", set()),
    ],
)
def test_who_let_them_go(events: Many, text: str, names: set[str]) -> None:
    assert {p.name for e in events(text) if e.type == "RETREAT" for p in e.actors} == names


def test_words_in_capitals_are_taken_as_they_are_written(code_text: Callable[[str], Picture]) -> None:
    text = "DEMONSTRATORS FILLED THE SQUARE IN LIMA AFTER A WEEK OF PROTESTS. POLICE FIRED TEAR GAS AT THE DEMONSTRATORS ON MONDAY."
    assert code_text(text) is not None
