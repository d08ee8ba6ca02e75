"""Likeness: rare words in common make two reports one story; common words do not."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from casus.ingest import report_from_text
from casus.ingest.likeness import likenesses, terms
from casus.model.text import Report


def told(text: str, day: int = 24) -> Report:
    return report_from_text(text, published=date(2024, 12, day))


ONE = "Gunmen killed the shopkeeper Idrissa Oumarou at the Wadata crossroads in Zinder on Monday."
SAME = "Idrissa Oumarou, a shopkeeper, died when gunmen opened fire at the Wadata crossroads, police in Zinder said."
OTHER = "The parliament in Lisbon voted on Monday for a budget that raises taxes on fuel and on tobacco."


def test_one_story_in_other_words() -> None:
    assert max(likenesses([told(ONE), told(SAME)]).values()) > 0.3


def test_two_stories_share_nothing_worth_keeping() -> None:
    assert likenesses([told(ONE), told(OTHER)]) == {}


def test_months_apart_is_not_compared() -> None:
    later = report_from_text(SAME, published=date(2025, 3, 1))
    assert likenesses([told(ONE), later]) == {}


def test_names_count_as_pairs_of_words() -> None:
    assert "idrissa oumarou" in terms(ONE)


@given(st.permutations([ONE, SAME, OTHER]))
@settings(max_examples=6)
def test_the_order_changes_nothing(texts: list[str]) -> None:
    assert likenesses([told(t) for t in texts]) == likenesses([told(t) for t in (ONE, SAME, OTHER)])
