"""Mending: whatever the words, a mended sentence is still one tree; a loop in it would never end."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from casus.coding.mending import mend
from casus.coding.mending_harm import is_tree, mend_harm
from casus.pipeline import Tools

WORDS = "one of the boats with 50 crew has shown up and it is what is causing this problem killed wounded men , who said".split()


def is_mended_to_a_tree(text: str, tools: Tools) -> bool:
    sentences = tools.reader.read(text, [(0, len(text), False)])
    return all(is_tree(mend_harm(mend(s, tools.book.speech), tools.book.harm).tokens) for s in sentences)


def test_a_clause_that_would_hang_on_itself_is_left_as_read(tools: Tools) -> None:
    text = "Furthermore, one of the boats with 50 crew members has shown up in Honduras and it is what is causing this problem."
    assert is_mended_to_a_tree(text, tools)


@settings(max_examples=150)
@given(st.lists(st.sampled_from(WORDS), min_size=3, max_size=14))
def test_any_words_are_mended_to_a_tree(tools: Tools, words: list[str]) -> None:
    assert is_mended_to_a_tree(" ".join(words), tools)
