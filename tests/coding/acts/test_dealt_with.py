"""Talks that are broken off, and the plan of a meeting told itself, are no second act."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Events = Callable[..., list[Event]]

TOLD = [
    ("President Ana Ruiz broke off the talks her government had been holding with the ELN on Monday.", ["SANCTION"]),
    ("The army answered by suspending its participation in indirect talks with the Rapid Support Forces in Geneva.", ["SANCTION"]),
    ("Merkel was planning to visit Putin in Moscow on Friday.", ["CONSULT"]),
    ("Chad broke off relations with Sudan and held talks with Libya on Friday.", ["SANCTION", "CONSULT"]),
]


@pytest.mark.parametrize(("text", "types"), TOLD)
def test_what_another_act_deals_with_is_none(events: Events, text: str, types: list[str]) -> None:
    assert [e.type for e in events(text)] == types
