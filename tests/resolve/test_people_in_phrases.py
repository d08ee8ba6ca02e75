"""People named in phrases about somebody else, and names that are only part of another person's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Trump loyalist Stephen Dale urged Iran on Monday to release the hostages.", {"donald-trump", "usa-mil"}),
        ("Ali Karim Sassou Nguesso accused the Angolan army on Monday of shelling a village.", {"denis-sassou-nguesso"}),
        ("Iran denounced the Trump legal team on Monday.", {"usa-gov", "donald-trump"}),
    ],
)
def test_somebody_else_is_not_the_one_named(events: Callable[..., list[Event]], text: str, wrong: set[str]) -> None:
    assert not wrong & {p.id for e in events(text, published="2019-06-30") for p in (*e.actors, *e.recipients)}


def test_a_name_in_full_is_still_known(event: Callable[..., Event]) -> None:
    found = event("Denis Sassou Nguesso accused the Angolan army of shelling a village.", "ACCUSE", published="2019-06-30")
    assert [p.id for p in found.actors] == ["denis-sassou-nguesso"]
