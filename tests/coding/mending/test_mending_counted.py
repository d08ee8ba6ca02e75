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


SECOND: list[tuple[str, int | None, int | None]] = [
    ("The principal of the school, identified as Ali Khan, and his nephew were killed and three others, including two girls and the driver "
     "were injured when militants opened fire on their car in Kharan on Monday.", 2, 3),
    ("A soldier died and two others suffered injuries when an Army patrolling jeep drove over a landmine in Khyber on Monday.", 1, 2),
    ("The gunmen killed a guard and injured one of the family dogs in Cali on Monday.", 1, None),
    ("The killing of an Indian prisoner by inmates in Lahore on Monday fueled anger.", 1, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "killed", "injured"), SECOND, ids=[c[0] for c in SECOND])
def test_a_second_clause_has_its_own_people(events: Callable[..., list[Event]], text: str, killed: int | None, injured: int | None) -> None:
    found = [e for e in events(text) if e.type == "ASSAULT"]
    counts = [[c.best for e in found if (c := getattr(e, field)) is not None] for field in ("killed", "injured")]
    assert counts == [[n] if n is not None else [] for n in (killed, injured)]


def test_a_name_before_people_says_which(event: Only) -> None:
    found = event("Five Communist Party of India Maoist CPI Maoist cadres were arrested by police near Parcheli on Monday.", "COERCE")
    assert found.captured is not None and found.captured.best == 5
