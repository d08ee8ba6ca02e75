"""Unharmed: "nobody was hurt" in the sentence after an attack is the attack's zero, and only where it is said of anybody."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Only = Callable[..., Event]

ZERO = [
    ("Rebels lobbed a grenade at a trader's house in Imphal on Monday. No one was injured in the incident.", "injured"),
    ("Rebels ambushed a police patrol near Gao on Monday. However, there were no casualties.", "killed"),
    ("A bomb exploded at the house of a trader in Quetta on Monday. No casualty was reported in the explosion.", "injured"),
]
EMPTY = [
    "Rebels ambushed a police patrol near Gao on Monday. No other injuries were reported.",
    "Rebels fired rockets at the base near Gao on Monday. There were no reports of casualties.",
    "Rebels fired rockets at the base near Gao on Monday. The drill should ensure that nobody is hurt.",
    "Rebels fired rockets at the base near Gao on Monday. The minister said that nobody was hurt.",
]


@pytest.mark.parametrize(("text", "field"), ZERO, ids=[t for t, _ in ZERO])
def test_a_zero_said_right_after_the_attack(event: Only, text: str, field: str) -> None:
    count = getattr(event(text, "ASSAULT"), field)
    assert count is not None and (count.low, count.best, count.high) == (0, 0, 0)
    assert count.evidence.words.lower().startswith("no")


@pytest.mark.parametrize("text", EMPTY)
def test_what_is_not_said_of_everybody_stays_empty(event: Only, text: str) -> None:
    found = event(text, "ASSAULT")
    assert (found.killed, found.injured, found.killed_or_injured) == (None, None, None)


def test_a_figure_stands_against_no_zero(event: Only) -> None:
    found = event("A bomb in Quetta killed four people on Monday. There were no other casualties.", "ASSAULT")
    assert found.killed is not None and found.killed.best == 4 and found.killed_or_injured is None
