"""Counted people keep their figure and their verb beside names in brackets, titles and second clauses."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Only = Callable[..., Event]

CASES: list[tuple[str, int | None, int | None]] = [
    # text, killed, injured
    ("Eighteen Free Mountain Party (FMP North) cadres were killed in a clash with police near Tala on Monday.", 18, None),
    ("Three Border Corps (BC) personnel were shot dead in the Sabzal area of Quetta on Monday.", 3, None),
    ("Police shot dead two Hill Front (HF) militants in Kandahar on Monday.", 2, None),
    ("Two Border Rifles (BR) personnel and a civilian were killed while five other BR personnel and two civilians sustained injuries in a "
     "bomb blast in Imphal.", 3, 7),
    ("Ninety soldiers were killed in the attack on Gao, 12 of them officers.", 90, None),
    ("The rebels denounced the killing of their army chief Rost Marak, and three others by police commandos in Cali.", 4, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "killed", "injured"), CASES, ids=[c[0] for c in CASES])
def test_the_figure_is_that_of_the_people(event: Only, text: str, killed: int | None, injured: int | None) -> None:
    found = event(text, "ASSAULT")
    assert (found.killed and found.killed.best, found.injured and found.injured.best) == (killed, injured)
