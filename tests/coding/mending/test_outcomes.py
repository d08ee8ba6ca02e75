"""What an act did to people is told of the act, not of those who only were there."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Many = Callable[..., list[Event]]


@pytest.mark.parametrize(
    ("text", "doers", "killed", "injured"),
    [
        ("Rebels shelled the hamlet of Sena on Monday, to which families had fled, wounding three people.", {"Rebels"}, None, 3),
        ("Three mortar shells landed in Kalo on Monday, killing four boys who were fetching water and injuring six other people.", set(), 4, 6),
        ("Militants stormed a dormitory in Kalo on Monday as students slept, killing eleven people.", {"Militants"}, 11, None),
        ("Gunmen attacked a mosque where dozens of worshippers were praying on Friday, killing five and wounding twelve.", {"Gunmen"}, 5, 12),
    ],
)  # fmt: skip
def test_those_who_were_there_did_nothing(events: Many, text: str, doers: set[str], killed: int | None, injured: int | None) -> None:
    found = [e for e in events(text, published="2025-03-14") if e.type == "ASSAULT" and e.certain]
    assert [{p.name for p in e.actors} for e in found] == [doers]
    assert (found[0].killed and found[0].killed.best, found[0].injured and found[0].injured.best) == (killed, injured)
