"""Acts that their words only name, and those they tell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from casus.model.picture import Reading
from casus.resolve.mentions import is_mention


@pytest.mark.parametrize(
    ("words", "named"), [("in the bombing", True), ("of the attack", True), ("of whom two were let go", False), ("killed nine in a raid", False)]
)
def test_a_preposition_names_an_act_but_where_it_opens_a_clause(words: str, named: bool, read_text: Callable[..., Reading]) -> None:
    claim = read_text("Gunmen killed four officers in Kesra on Monday.").claims[0]
    act = replace(claim.act, words=words, end=claim.act.start + len(words))
    assert is_mention(replace(claim, act=act, support=())) is named
