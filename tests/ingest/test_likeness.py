"""Likeness: rare words in common make two reports one story; common words do not."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from casus.ingest import report_from_text
from casus.ingest.likeness import likenesses, terms
from casus.ingest.stories import TOLD_TOGETHER
from casus.model.text import Report


def told(text: str, day: int = 24) -> Report:
    return report_from_text(text, published=date(2024, 12, day))


ONE = "Gunmen killed the shopkeeper Idrissa Oumarou at the Wadata crossroads in Zinder on Monday."
SAME = "Idrissa Oumarou, a shopkeeper, died when gunmen opened fire at the Wadata crossroads, police in Zinder said."
OTHER = "The parliament in Lisbon voted on Monday for a budget that raises taxes on fuel and on tobacco."


def test_one_story_in_other_words() -> None:
    assert max(likenesses([told(ONE), told(SAME)]).values()) > TOLD_TOGETHER


def test_two_stories_share_nothing_worth_keeping() -> None:
    assert all(value < TOLD_TOGETHER for value in likenesses([told(ONE), told(OTHER)]).values())


def test_the_longer_between_two_reports_the_less_alike() -> None:
    near, far = (likenesses([told(ONE), report_from_text(SAME, published=day)]) for day in (date(2024, 12, 25), date(2025, 3, 1)))
    assert max(near.values()) > 1.5 * max(far.values())


def test_one_report_is_not_alike_to_itself() -> None:
    assert likenesses([told(ONE), told(ONE)]) == {}


def test_a_possessive_is_its_word() -> None:
    assert terms("Zinder's crossroads") == ["zinder", "crossroads"]


@given(st.permutations([ONE, SAME, OTHER]))
@settings(max_examples=6)
def test_the_order_changes_nothing(texts: list[str]) -> None:
    assert likenesses([told(t) for t in texts]) == likenesses([told(t) for t in (ONE, SAME, OTHER)])
