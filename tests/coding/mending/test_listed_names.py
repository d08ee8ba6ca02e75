"""Lists: each of those named is one, and what somebody is stands for nobody beside him."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("Gunmen killed Judge Carlos Elm, police chief Colonel Juan Paz and Senator Luis Dale in Cali on Friday.", "ASSAULT",
         {"Judge Carlos Elm", "police chief Colonel Juan Paz", "Senator Luis Dale"}),
        ("On Monday gunmen murdered Juan Elm, leader of the Radical Party and secretary of the union, in Lima.", "ASSAULT", {"Juan Elm"}),
        ("Police arrested Ana Ruiz, sister of the mayor, and party leader Juan Elm in Lima on Monday.", "COERCE", {"Ana Ruiz", "Juan Elm"}),
        ("Rebels killed Ana Ruiz, mayor of Tana, and her driver on Monday.", "ASSAULT", {"Ana Ruiz", "driver"}),
        ("The army detained Ana Ruiz, a lawyer and the founder of the front, in Gao on Monday.", "COERCE", {"Ana Ruiz"}),
        ("Gunmen killed Omar Diab, a guard and a driver in Kano.", "ASSAULT", {"Omar Diab", "driver"}),
        ("Unidentified men shot dead one, Ali Khan (35), and injured three others at Swat on Monday.", "ASSAULT",
         {"Ali Khan", "three others"}),
        ("The rebels destroyed the town hall, a petrol station and a bridge in Gao on Sunday.", "ASSAULT",
         {"town hall", "petrol station", "bridge"}),
    ],
)  # fmt: skip
def test_a_list_of_persons(event: Callable[..., Event], text: str, kind: str, names: set[str]) -> None:
    assert {p.name for p in event(text, kind).recipients} == names
