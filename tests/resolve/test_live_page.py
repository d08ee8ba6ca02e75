"""Pages kept by the hour: their entries are of the day on which the page was kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.picture import Reading

PAGE = "18:05 - The Medical Union of Kenya has condemned the killing of two nurses.\n\n{second} - Guards fired tear gas at students in Goma.\n\n{last} - Rebels shot a judge in Sake{day}. Two clerks were killed."


def days(reading: Reading, word: str) -> set[str]:
    found = (c.date if c.date is not None and c.date.evidence is not None else c.day for c in reading.claims if word in c.act.words)
    return {str(d.start) for d in found if d is not None}


def test_entries_by_the_hour_are_of_the_day_of_publication(read_text: Callable[..., Reading]) -> None:
    found = read_text(PAGE.format(second="17:20", last="16:00", day=" on Monday"))
    assert (days(found, "condemned"), days(found, "gas"), days(found, "judge")) == ({"2024-12-26"}, {"2024-12-26"}, {"2024-12-23"})
    assert days(found, "killed") <= {"2024-12-23"}


@pytest.mark.parametrize(("second", "last"), [("17:20", "23:50"), ("Goma", "Sake")])
def test_over_midnight_or_without_hours_nothing_is_lent(second: str, last: str, read_text: Callable[..., Reading]) -> None:
    assert days(read_text(PAGE.format(second=second, last=last, day="")), "condemned") == set()
