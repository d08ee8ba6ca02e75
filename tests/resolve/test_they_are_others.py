"""Who does something to a body or people named in the same clause is none of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event


@pytest.mark.parametrize(
    ("text", "type_", "doer"),
    [
        ("Soldiers opened fire on a crowd of students in Dhaka on Monday. They had thrown stones at the soldiers.", "PROTEST", "students"),
        ("Gunmen seized ten students in Kaduna after they had staged a demonstration.", "PROTEST", "ten students in Kaduna"),
        ("Gunmen seized ten students in Kaduna after they had stormed a school.", "ASSAULT", "Gunmen"),
        ("Police stopped a bus in Bor on Monday. They arrested two passengers.", "COERCE", "Police"),
    ],
)
def test_they(events: Callable[..., list[Event]], text: str, type_: str, doer: str) -> None:
    assert {p.name for e in events(text) if e.type == type_ for p in e.actors} == {doer}
