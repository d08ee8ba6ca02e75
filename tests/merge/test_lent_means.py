"""An attack whose accounts leave its means open has those of the accounts held back since it may be what they tell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from casus.merge.group import Group
from casus.merge.lent_means import with_means_told_again
from casus.merge.one_occurrence import not_certain
from casus.model.picture import Picture

Code = Callable[[str], Picture]
TEXT = "Raiders attacked a camp near Gao on Monday, killing nine. The assailants opened fire without warning in Gao, a worker said."


def _modes(code_text: Code, text: str, *, held: bool) -> tuple[str, ...]:
    claims = sorted((c for e in code_text(text).events for c in e.claims if c.type == "ASSAULT"), key=lambda c: c.act.start)
    first = claims[0]
    last = not_certain(claims[-1], first) if held else replace(claims[-1], certain=False)
    return with_means_told_again([Group((first,), 1.0, ()), Group((last,), 1.0, ())])[0].claims[0].modes


def test_the_shots_told_again_are_those_of_the_attack(code_text: Code) -> None:
    assert _modes(code_text, TEXT, held=True) == ("firearms",)


def test_no_other_account_lends_its_means(code_text: Code) -> None:
    assert _modes(code_text, TEXT, held=False) == ()


def test_means_that_are_told_stand(code_text: Code) -> None:
    assert _modes(code_text, TEXT.replace("attacked", "shelled"), held=True) == ("heavy-weapons",)
