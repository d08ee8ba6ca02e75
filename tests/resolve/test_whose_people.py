"""Kin, aides and allies of somebody known are not that person; who is only linked to a group is not the group."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.picture import Picture


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Police arrested the brother of Alexei Navalny in Moscow on Monday.", None),
        ("The wife of Kizza Besigye was arrested in Kampala on Monday.", None),
        ("Police detained two aides of Imran Khan in Lahore on Monday.", None),
        ("Soldiers detained three members of opposition leader Maria Corina Machado's team in Caracas on Monday.", None),
        ("Police raided homes of allies of former president Jair Bolsonaro on Monday.", None),
        ("Police arrested former prime minister of Pakistan Imran Khan on Monday.", "imran-khan"),
        ("Police arrested opposition leader Kizza Besigye in Kampala on Monday.", "kizza-besigye"),
    ],
)
def test_whose_people(code_text: Callable[..., Picture], text: str, name: str | None) -> None:
    told = {p.id for e in code_text(text).events if e.type == "COERCE" for p in e.recipients}
    assert told and (name in told if name else not any(told))


@pytest.mark.parametrize("of", ["Fighters from an al-Qaida-linked group", "Men from a Taliban-backed militia"])
def test_who_is_linked_to_a_group_is_not_the_group(code_text: Callable[..., Picture], of: str) -> None:
    told = [p for e in code_text(f"{of} attacked a village in Mali on Monday, killing 20 civilians.").events for p in e.actors]
    assert told and all(p.id is None for p in told)
