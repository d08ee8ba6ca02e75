"""Two weekdays told together, and the weekend, on a Saturday."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Events = Callable[..., list[Event]]


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        ("between Friday and Sunday", "2024-06-07", "2024-06-09"),
        ("on Saturday and Sunday", "2024-06-08", "2024-06-09"),
        ("on Monday and Tuesday", "2024-06-10", "2024-06-11"),
        ("over the weekend", "2024-06-08", "2024-06-09"),
        ("from Monday to Wednesday", "2024-06-10", "2024-06-12"),
    ],
)
def test_days_told_together_are_one_stretch(events: Events, when: str, first: str, last: str) -> None:
    [event] = events(f"Rebels killed nine farmers in Gao {when}.", published="2024-06-15")
    assert event.date is not None and (str(event.date.start), str(event.date.end)) == (first, last)
