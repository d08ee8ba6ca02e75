"""The course of a report: what lies between two acts, and which act before shares the most with a later one."""

from __future__ import annotations

from collections.abc import Callable

from casus.merge.course import Course
from casus.model.claim import Claim
from casus.model.picture import Reading

TEXT = (
    "Gunmen killed two bakers in Tolva on Monday. A mine killed a miner near Gao on Tuesday. Soldiers shot a herder in Bento on Friday. "
    "The governor of Tolva condemned the killing of the bakers."
)


def course_of(read_text: Callable[..., Reading], text: str = TEXT) -> Course:
    return Course(_acts(read_text, text))


def _acts(read_text: Callable[..., Reading], text: str) -> list[Claim]:
    return [c for c in read_text(text, "2025-06-14").claims if c.type == "ASSAULT"]


def test_acts_come_in_the_order_told(read_text: Callable[..., Reading]) -> None:
    starts = [t.claim.act.start for t in course_of(read_text).told]
    assert starts == sorted(starts) and len(starts) >= 4


def test_what_lies_between(read_text: Callable[..., Reading]) -> None:
    course = course_of(read_text)
    last = len(course.told) - 1
    assert course.between(0, 1).all == 0
    assert course.between(0, last).all == last - 1
    assert course.between(0, last).full <= course.between(0, last).all


def test_the_killing_of_the_bakers_shares_most_with_that_of_bakers(read_text: Callable[..., Reading]) -> None:
    course = course_of(read_text)
    last = len(course.told) - 1
    assert "bakers" in course.told[last].claim.act.words
    assert course.shares(0, last)["words"] == "most"
    assert course.shares(1, last)["words"] == "nothing"


def test_a_rare_word_weighs_more(read_text: Callable[..., Reading]) -> None:
    course = course_of(read_text)
    assert course.weight(frozenset({"miner"})) > course.weight(frozenset({"bakers"})) > 0
