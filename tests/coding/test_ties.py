"""Ties: how two actors stand to each other, from when to when, and how that turned."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from casus.model.picture import Picture

Draw = Callable[..., Picture]


def ties(picture: Picture) -> list[tuple[str, str, str, str]]:
    return [(r.subject.id or "", r.sign, r.kind, r.object.id or "") for r in picture.relations]


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Jamaat-ul-Ahrar split from the Tehrik-i-Taliban Pakistan in August 2014.", ("jamaat-ul-ahrar", "-", "successor", "ttp")),
        ("Jamaat-ul-Ahrar broke away from the Tehrik-i-Taliban Pakistan.", ("jamaat-ul-ahrar", "-", "successor", "ttp")),
        ("Iran is the main patron of the Houthis.", ("irn", "+", "patron", "houthis")),
        ("The Quds Force is part of the IRGC.", ("irn-irgc-qf", "+", "part-of", "irn-irgc")),
        ("The Quds Force, part of the IRGC, struck Erbil on Monday.", ("irn-irgc-qf", "+", "part-of", "irn-irgc")),
    ],
)
def test_a_standing_tie_is_read_with_its_sign(code_text: Draw, text: str, tie: tuple[str, str, str, str]) -> None:
    assert tie in ties(code_text(text))


@pytest.mark.parametrize(
    "text",
    [
        "Pakistan supported the Afghan Taliban until 2021 and turned against it in December 2024.",
        "Pakistan supported the Afghan Taliban until 2021 but is now hostile to it, analysts say.",
    ],
)
def test_a_tie_that_turned_has_two_signs_and_each_its_own_time(code_text: Draw, text: str) -> None:
    drawn = code_text(text)
    assert [t[1:3] for t in ties(drawn)] == [("-", "hostile"), ("+", "patron")]
    periods = {r.sign: r.period for r in drawn.relations}
    assert periods["+"] is not None and (periods["+"].start, periods["+"].end) == (None, date(2021, 12, 31))
    assert periods["-"] is None or periods["-"].end != date(2021, 12, 31)
    assert all(e.layer != "news" for e in drawn.events if e.type == "AID")


def test_what_somebody_is_has_no_day(code_text: Draw) -> None:
    (tie,) = [r for r in code_text("The Quds Force, part of the IRGC, struck Erbil on Monday.").relations if r.kind == "part-of"]
    assert tie.period is None
