"""What is told as before something that has a date: "in March, a month after rebels shot a judge"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.picture import Reading


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The government suspended the talks in February, after rebels shot dead a judge in Sake.", ("2024-02-01", "2024-02-29")),
        ("In January 2024, rebels shelled Goma, and the army, after expelling a diplomat, hit back two days later.", ("2024-01-01", "2024-01-31")),
        ("The alert was raised in May, a month after gunmen shot dead a judge in Sake.", ("2024-04-01", "2024-04-30")),
        ("The alert was raised on Tuesday, two days after gunmen shot dead a judge in Sake.", ("2024-12-22", "2024-12-22")),
        ("The alert was raised on Tuesday, after gunmen shot dead a judge in Sake.", None),
        ("A man was jailed in February after he shot dead a judge in Sake.", None),
    ],
)  # fmt: skip
def test_what_came_before(text: str, when: tuple[str, str] | None, read_text: Callable[..., Reading]) -> None:
    (claim,) = [c for c in read_text(text).claims if c.lemma in {"shoot", "expel"}]
    assert claim.date is not None
    assert (None if claim.date.start is None else (str(claim.date.start), str(claim.date.end))) == when


@pytest.mark.parametrize(
    ("text", "day"),
    [("By Tuesday morning, police had arrested 14 people in Goma.", "2024-12-24"), ("By Tuesday, police had arrested 14 people in Goma.", "None")],
)
def test_what_was_done_by_a_part_of_a_day_is_of_that_day(text: str, day: str, read_text: Callable[..., Reading]) -> None:
    (claim,) = read_text(text).claims
    assert claim.date is not None
    assert str(claim.date.start) == day
