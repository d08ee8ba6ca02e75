"""An arrest told without a doer was made by the force that tells of it or acted right before; by nobody else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Many = Callable[[str], list[Event]]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Two men were arrested in Leeds on Monday, police said.", {"police"}),
        ("Soldiers raided a school in Pattani on Monday. Three teachers were detained.", {"Soldiers"}),
        ("Soldiers raided a school in Pattani on Monday. Three teachers had earlier been detained.", set()),
        ("A man was detained in Lagos on Monday, his family said.", set()),
        ("Rebels raided a school in Bria on Monday. Three teachers were arrested.", set()),
    ],
)
def test_who_made_an_arrest(events: Many, text: str, names: set[str]) -> None:
    assert {p.name for e in events(text) if "arrest" in e.modes for p in e.actors} == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Artillery of the rebels shelled a school in Goma on Monday, killing a girl.", {"rebels"}),
        ("Rockets of a new make hit a school in Goma on Monday, killing a girl.", set()),
        ("Explosive drones operated by the army struck a school in Goma on Monday, killing a girl.", {"army"}),
        ("Shells fired by government troops landed on a market in Omdurman on Monday, killing a trader.", {"government troops"}),
        ("A missile made by Iran hit a school in Haifa on Monday, killing a teacher.", set()),
    ],
)
def test_who_used_what_struck(events: Many, text: str, names: set[str]) -> None:
    assert {p.name for e in events(text) for p in e.actors} == names
