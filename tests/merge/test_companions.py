"""Whoever was with the victim, told of right after him, fell in the same act; on another day or elsewhere he did not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Many = Callable[..., list[Event]]


def dead(events: Many, text: str) -> list[int | None]:
    return [e.killed.best if e.killed else None for e in events(text, published="2025-03-14") if e.type == "ASSAULT" and e.certain]


@pytest.mark.parametrize(
    "text",
    [
        "A judge was shot dead in Quetta on Monday. His driver was also killed.",
        "The mayor was gunned down outside a gym in Cotija on Monday. Her bodyguard was killed too.",
    ],
)
def test_a_companion_killed_too_is_one_more(events: Many, text: str) -> None:
    assert dead(events, text) == [2]


def test_companions_hurt_too_are_hurt_in_the_same_act(events: Many) -> None:
    assert dead(events, "A policeman was shot dead in Bannu on Monday. Two of his colleagues were also wounded.") == [1]


@pytest.mark.parametrize(
    "text",
    [
        "A teacher was shot dead in Narathiwat on Monday. On Tuesday his brother was also killed in Yala.",
        "A teacher was shot dead in Narathiwat on Monday. Rebels also killed his brother in Yala on Tuesday.",
    ],
)
def test_one_killed_elsewhere_is_another(events: Many, text: str) -> None:
    assert dead(events, text) == [1, 1]
