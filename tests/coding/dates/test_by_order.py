"""Weekdays that only the order of what is told places: done before it was told, or before somebody was held for it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.picture import Reading


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Police said on Wednesday that gunmen shot a trader in Lyon on Friday.", "2024-06-07"),
        ("Police arrested two men on Tuesday over Thursday's shooting of a guard in Lyon.", "2024-06-06"),
        ("A mayor was shot in Lyon on Thursday night, a doctor said on Tuesday.", "2024-06-06"),
        ("The army said on Wednesday that rebels killed ten men in Sake on Monday.", "2024-06-10"),
        ("A bomb killed two in Lyon on Friday, police said on Saturday.", "2024-06-14"),
    ],
)
def test_what_is_told_was_done_before(text: str, start: str, read_text: Callable[..., Reading]) -> None:
    claims = [c for c in read_text(text, published="2024-06-15").claims if c.type == "ASSAULT"]
    assert {str(c.date and c.date.start) for c in claims} == {start}


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Officials visited Sake on Tuesday, where rebels killed nine last month.", "2024-05-01"),
        ("Rebels took Sake in May 2018, where they shot ten men.", "2018-05-01"),
        ("Troops on Monday detained two men over a raid in Goma.", "None"),
        ("In October 2011 police arrested two brothers in connection with a shooting in Lyon.", "None"),
    ],
)
def test_a_day_of_its_own_comes_before_that_of_the_clause_around(text: str, start: str, read_text: Callable[..., Reading]) -> None:
    claims = [c for c in read_text(text, published="2024-06-15").claims if c.type == "ASSAULT"]
    assert {str(c.date and c.date.start) for c in claims} == {start}
