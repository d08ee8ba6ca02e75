"""Figures where a name, a bracket, an age or money beside those counted is no further person, and where somebody hurt beside the dead is one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Many = Callable[..., list[Event]]


@pytest.mark.parametrize(
    ("text", "field", "count"),
    [
        ("Rebels on Friday shot dead one, Omar Gul (35), and wounded three others in Kalo.", "killed", 1),
        ("Two brothers, Ivo Brandt, 24, and Mario Brandt, 21, were shot to death in Kalo on Sunday.", "killed", 2),
        ("Gunmen assassinated judge Carlos Mora, police commander Luis Pena and senator Juan Rey in Kalo on Friday.", "killed", 3),
        ("Rebels killed brothers Marta and Juan Brandt and their mother Maria Brandt in Kalo on Friday.", "killed", 3),
        ("The bombing in Kalo on Monday resulted in the injury of six people and millions in losses.", "injured", 6),
        ("The arrest of the 23 pirates (12 Danes and 11 Poles) took place in Kalo on Saturday.", "captured", 23),
        ("A Sub Inspector (SI) of the Border Force was killed in a bomb blast in Kalo on Monday.", "killed", 1),
        ("A gunman opened fire at a party in Kalo on Saturday, leaving a 17-year-old dead and three other people wounded.", "killed", 1),
        ("Gunmen opened fire outside a bar in Kalo on Friday. The shots fatally struck Marcus Hale, 22.", "killed", 1),
        ("A soldier was martyred and another wounded when rebels infiltrated positions near Kalo on Tuesday.", "injured", 1),
        ("Three men were shot in Kalo on Sunday. Two of the men died. The third is in critical condition.", "injured", 1),
        ("One person is dead and another is in the hospital after a shooting in Kalo on Tuesday.", "injured", 1),
        ("A shell killed a cook in Kalo on Friday. His wife was in the hospital at the time of the attack.", "injured", None),
    ],
)  # fmt: skip
def test_counted_once(events: Many, text: str, field: str, count: int | None) -> None:
    found = [getattr(e, field) for e in events(text, published="2025-03-14")]
    assert [c.best for c in found if c is not None] == ([] if count is None else [count])


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("The driver of a tanker was killed and his assistant received injuries in an attack near Kalo on Friday.", 1, 1),
        ("Gunmen shot and killed journalist Omar Gul in Kalo on Friday. His cameraman, Ali Nasser, was seriously wounded.", 1, 1),
        ("A man shot three relatives in Kalo on Saturday, killing his brother. His mother and sister remain hospitalized.", 1, 2),
        ("A man was killed in a shooting in Kalo on Friday. The man was shot in the leg and bled to death, police said.", 1, None),
        ("A student died in a shooting in Kalo on Friday. The girl was taken to hospital with a gunshot wound and was pronounced dead.", 1, None),
        ("Three people were wounded in a shooting in Kalo on Friday. One of them later died.", 1, None),
        ("Twelve people were injured in an attack in Kalo on Friday. Two of the attackers were killed.", 2, 12),
    ],
)  # fmt: skip
def test_who_is_hurt_beside_the_dead(events: Many, text: str, killed: int, injured: int | None) -> None:
    found = events(text, published="2025-03-14")
    assert {e.killed.best for e in found if e.killed is not None} == {killed}
    assert {e.injured.best for e in found if e.injured is not None} == ({injured} if injured is not None else set())
