"""Who is let go by doctors was held by nobody; a court's day to come is no charge."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Events = Callable[..., list[Event]]


@pytest.mark.parametrize(
    "text",
    [
        "Ms Rojas was released after a medical examination in Quito on Monday.",
        "A bomb in Lima hurt six passers-by on Monday. They were treated at a clinic and released.",
        "Lee Grant was shot dead in Perth on Monday. Ray Hill is scheduled to be arraigned in Perth Superior Court on Tuesday.",
    ],
)
def test_none_of_it_is_printed(events: Events, text: str) -> None:
    assert not {e.type for e in events(text)} & {"RETREAT", "ACCUSE"}


def test_captives_let_go_after_a_check_are(events: Events) -> None:
    assert "RETREAT" in {e.type for e in events("The two detainees were released on Monday after a medical examination, the army said.")}
