"""On whose side somebody stands, told in the plain present without a day, is no act."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Events = Callable[..., list[Event]]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels shelled Taiz on Monday, killing five. Iran backs the rebels.",
        "Soldiers killed six traders in Omdurman on Monday. Egypt supports the army. Qatar backs some of the militias fighting it.",
        "A bomb killed three people in Homs on Monday. Russia supports Syria's government.",
        "A bomb killed three people in Bunia on Monday. The rebels, whom Rwanda is backing, denied it.",
        "A bomb killed three people in Aden on Monday. Saudi Arabia and Iran, which have backed opposing sides in the war, met later.",
    ],
)
def test_standing_support_is_not_printed(events: Events, text: str) -> None:
    assert not {e.type for e in events(text)} & {"SUPPORT", "AID"}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The United States backs the Iraqi government, the White House said on Monday.", "SUPPORT"),
        ("On Monday Russia supported Syria's government in the vote.", "SUPPORT"),
    ],
)
def test_what_is_said_or_done_on_a_day_is(events: Events, text: str, type_: str) -> None:
    assert type_ in {e.type for e in events(text)}
