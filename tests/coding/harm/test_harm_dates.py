"""A number in a date counts nobody."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

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


def test_what_was_done_this_week_was_done_by_the_day_of_telling(events: Callable[..., list[Event]]) -> None:
    """A Monday's "this week" runs no further than that Monday, for what is told as done."""
    (found,) = events("Police arrested 20 people this week in Tbilisi.", published="2024-10-07")
    assert found.date is not None
    assert (found.date.start, found.date.end, found.date.precision) == (date(2024, 10, 7), date(2024, 10, 7), "day")


def test_what_will_be_done_this_week_keeps_the_week(events: Callable[..., list[Event]]) -> None:
    (found,) = events("The government and the opposition will meet this week in Doha.", published="2024-10-07")
    assert found.date is not None
    assert found.date.end == date(2024, 10, 13)


def test_a_year_something_has_lasted_since_is_not_the_next_months_year(events: Callable[..., list[Event]]) -> None:
    text = "The war has raged since June 2023. In August, shelling killed 12 people in Nyala."
    (found,) = [e for e in events(text, published="2024-10-07") if e.killed]
    assert found.date is not None
    assert found.date.start == date(2024, 8, 1)


def test_a_month_before_a_count_opens_the_period(events: Callable[..., list[Event]]) -> None:
    (found,) = [e for e in events("Boko Haram has killed 120 people in Jos since January.", published="2024-10-07") if e.killed]
    assert found.aggregate
    assert found.date is not None
    assert (found.date.start, found.date.end) == (date(2024, 1, 1), None)
