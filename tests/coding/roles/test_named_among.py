"""Who is called by name among several is a recipient beside them; a speaker or the owner of a guard is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event


@pytest.mark.parametrize(
    ("type_", "text", "recipients"),
    [
        ("ASSAULT", "Two traders, Ali Khan and Omar Diab, were shot dead in Kano.", ["Two traders", "Ali Khan", "Omar Diab"]),
        ("COERCE", "Police arrested four men, among them Omar Diab, in Kano on Monday.", ["four men", "Omar Diab"]),
        ("SANCTION", "A court sentenced four traders to death in May, including the cleric Omar Diab.", ["four traders", "Omar Diab"]),
        ("RETREAT", "Rebels freed three engineers, Juan Paz, Luis Rey and Omar Diab, on Monday.", ["three engineers", "Juan Paz", "Luis Rey", "Omar Diab"]),
        ("ASSAULT", "The blasts in Gao killed two people and wounded 20 others, including journalist Ana Ruiz of Radio Sol.", ["two people", "20 others, including journalist Ana Ruiz of Radio Sol", "Ana Ruiz"]),
        ("ASSAULT", "Fifteen civilians, including three children, were killed by the army in Gao.", ["Fifteen civilians, including three children"]),
        ("ASSAULT", "Rebels killed several mayors, said Ana Ruiz, the prefect of Gao.", ["mayors"]),
        ("ASSAULT", "Gunmen murdered brothers Omar and Karim Diab and their mother Sara Diab in Campina.", ["Omar", "Karim Diab", "Sara Diab"]),
    ],
)  # fmt: skip
def test_named_among_several(events: Callable[..., list[Event]], type_: str, text: str, recipients: list[str]) -> None:
    (event,) = (e for e in events(text, published="2025-03-14") if e.type == type_)
    assert [p.name for p in event.recipients] == recipients
