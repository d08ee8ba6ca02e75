from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.ingest.published import is_ambiguous, read_date


@pytest.mark.parametrize(
    "words",
    [
        "2024-12-26",
        "2024-12-26T10:30:00+05:30",
        "2024-12-26 10:30",
        "20241226",
        "2024/12/26",
        "December 26, 2024",
        "Dec 26, 2024 10:30 PM IST",
        "Dec. 26, 2024",
        "26 December 2024",
        "26th December, 2024",
        "26-Dec-2024",
        "Thursday, December 26, 2024",
        "Thu 26 Dec 2024",
        "26/12/2024",
        "12/26/2024",
        "26.12.2024",
        "December 26th, 2024 at 9:15 am",
        "2024-12-26T10:30:00Z",
        "26 DECEMBER 2024",
        "December 26, 2024, 10:30 (GMT)",
    ],
)
def test_one_reading(words: str) -> None:
    assert read_date(words) == date(2024, 12, 26)


@pytest.mark.parametrize(
    "words", ["03/04/2024", "December 2024", "26 December", "yesterday", "31 February 2024", "2024", "26/12/24", "", "1/13/2024x"]
)
def test_no_reading(words: str) -> None:
    assert read_date(words) is None


def test_two_readings() -> None:
    assert is_ambiguous("03/04/2024")
    assert not is_ambiguous("03/03/2024")
    assert not is_ambiguous("26/12/2024")
    assert read_date("03/03/2024") == date(2024, 3, 3)


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_iso_and_long_forms(day: date) -> None:
    assert read_date(day.isoformat()) == day
    assert read_date(f"{day:%B} {day.day}, {day.year}") == day
    assert read_date(f"{day.day} {day:%b} {day.year}") == day


@given(st.text(max_size=60))
def test_never_crashes(words: str) -> None:
    read_date(words)
