"""Turns: a tie that was one sign and is now the other; two signs at one time are no turn."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.brief.turns import turns
from casus.model.picture import Picture

Code = Callable[..., Picture]


def told(picture: Picture) -> list[str]:
    return [f"{t.one} and {t.other}: {t.words}" for t in turns(picture.relations)]


def test_support_once_and_hostility_now_is_a_turn(code_text: Code) -> None:
    (turn,) = told(code_text("In 1998, Uganda armed the M23 movement. On Tuesday Uganda bombed M23 positions."))
    assert "+" in turn.split("→")[0]
    assert "1998" in turn.split("→")[0]
    assert "− in" in turn.split("→")[1]
    assert turn.endswith("per one report")


@pytest.mark.parametrize(
    "text",
    [
        "On Tuesday Uganda bombed M23 positions. On Wednesday Uganda shelled M23 positions.",
        "On Tuesday Ethiopia praised Eritrea. Ethiopia condemned Eritrea on Tuesday.",
        "Hamas and Hezbollah are separate groups. Hamas praised Hezbollah on Monday.",
        "The army shelled a village on Monday.",
    ],
)
def test_no_turn(code_text: Code, text: str) -> None:
    assert told(code_text(text)) == []
