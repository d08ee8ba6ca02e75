"""Factuality: from surely not (-3) to surely so (3), by the rules and by the head."""

from __future__ import annotations

import pytest

from casus.coding.mood.factuality import by_head, by_rules
from casus.coding.speech.links import find_speeches
from casus.coding.syntax import Tree
from casus.pipeline import Tools

TOLD = "Soldiers shelled the village."
LESS = [
    "Soldiers did not shell the village.",
    "Soldiers may have shelled the village.",
    "Soldiers refused to shell the village.",
    "The army denied that soldiers shelled the village.",
]


def values(text: str, tools: Tools) -> tuple[float, float]:
    """What the rules and the head make of the shelling."""
    (sentence,) = tools.reader.read(text, [(0, len(text), False)])
    tree = Tree(sentence)
    token = next(i for i in range(len(tree)) if tree.lemma(i) == "shell")
    speeches = find_speeches(tree, tools.book.speech)
    return by_rules(tree, token, speeches, tools.book.modality), by_head(tree, token, speeches, tools.book.modality)


def test_what_is_told_plainly_is_sure(tools: Tools) -> None:
    rules, head = values(TOLD, tools)
    assert rules == 3
    assert head > 2


@pytest.mark.parametrize("text", LESS)
def test_what_is_denied_doubted_or_not_done_is_less_sure(tools: Tools, text: str) -> None:
    assert all(value < plain for value, plain in zip(values(text, tools), values(TOLD, tools), strict=True))


def test_values_keep_to_the_scale(tools: Tools) -> None:
    assert all(-3 <= value <= 3 for text in (TOLD, *LESS) for value in values(text, tools))
