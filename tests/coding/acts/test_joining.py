"""Acts of one sentence that are one: a verb and the noun that completes it; what somebody is accused of is another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event
from casus.model.picture import Picture

Coded = Callable[..., Picture]


@pytest.mark.parametrize(
    "text",
    [
        "The Military Advocate General has ordered an inquiry into the shooting.",
        "Prosecutors in Quito have opened a war crimes investigation.",
        "The Federal Police launched a probe into the killings on Monday.",
        "The union lodged a complaint against the minister.",
    ],
)
def test_the_noun_is_no_second_act(code_text: Coded, text: str) -> None:
    assert [c.type for c in code_text(text).readings[0].claims] == ["ACCUSE"]


def test_what_somebody_is_accused_of_is(code_text: Coded) -> None:
    assert [c.type for c in code_text("The army attributed the ambush to the rebels.").readings[0].claims] == ["ACCUSE", "ASSAULT"]


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("The UN envoy travelled to Kandahar on Monday and held talks with the governor there.", 1),
        ("The United States called the seizure illegal and lodged a diplomatic protest with China on Monday.", 1),
        ("Turkey criticised Greece on Monday and accused Cyprus of arming smugglers.", 2),
        ("Egypt urged Hamas to free hostages and asked Israel to halt its raids on Monday.", 2),
        ("Iran rejected the demands of the United States on Monday and refused to hold talks with it.", 2),
    ],
)
def test_words_of_one_to_nobody_else_in_one_breath(events: Callable[[str], list[Event]], text: str, many: int) -> None:
    assert len(events(text)) == many
