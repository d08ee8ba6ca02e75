"""A number in a date counts nobody."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event


@pytest.mark.parametrize(
    "text",
    [
        "The killings on 5 April 2018 in Goma shocked the town.",
        "Rebels attacked Goma on 12 May, officials said.",
        "The 14 March bombing of a mosque in Kano was the first.",
    ],
)
def test_no_toll_is_read_out_of_a_date(events: Callable[..., list[Event]], text: str) -> None:
    assert all(e.killed is None and e.injured is None for e in events(text, published="2018-06-01"))


def test_a_toll_beside_a_date_stays(events: Callable[..., list[Event]]) -> None:
    (found,) = [e for e in events("Rebels killed 14 people in Goma on 5 April 2018.", published="2018-06-01") if e.type == "ASSAULT"]
    assert found.killed is not None
    assert found.killed.best == 14
