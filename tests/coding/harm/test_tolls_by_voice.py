"""Tolls that two voices give in one sentence stand beside each other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.picture import Picture

Code = Callable[[str], Picture]


@pytest.mark.parametrize(
    ("text", "versions"),
    [
        (
            "Rebels raided a market in Kaya on Monday, killing 12 traders. Police said nine people died but residents said 17 had died.",
            {12, 9, 17},
        ),
        (
            "Militants attacked a train near Sibi on Monday. The army put the death toll at 11, while a minister said 25 people had died.",
            {11, 25},
        ),
    ],
)
def test_each_voice_has_its_toll(code_text: Code, text: str, versions: set[int]) -> None:
    (event,) = [e for e in code_text(text).events if e.certain]
    (contest,) = [c for c in event.contested if c.field == "killed"]
    assert {v.value for v in contest.versions} == versions
