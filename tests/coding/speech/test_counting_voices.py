"""Who gives a figure of the dead in other words than "said"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.picture import Picture

Code = Callable[[str], Picture]


@pytest.mark.parametrize(
    ("then", "voice"),
    [
        ("A local club put the injured at forty.", "local club"),
        ("The mayor's office speaks of more than three dead.", "mayor's office"),
        ("Three security sources said the target was a judge.", "Three security sources"),
        ("Five deaths were recorded by Doctors Without Borders.", "Doctors Without Borders"),
        ('"It threw me against a wall," recounted a nurse.', "nurse"),
        ("Sources in the prosecutor's office attributed the mine to a gang.", "Sources in the prosecutor's office"),
    ],
)
def test_who_gives_it_is_a_voice(code_text: Code, then: str, voice: str) -> None:
    events = code_text(f"Gunmen killed farmers at Dogo on Sunday. {then}").events
    assert voice in [s.name for e in events if e.type == "ASSAULT" and e.certain for s in e.sources]


def test_what_is_boasted_of_is_no_fact(code_text: Code) -> None:
    told = [c for e in code_text('The group\'s radio boasted of seven "spies" killed.').events for c in e.claims]
    assert told
    assert all(c.status == "attributed" for c in told)


def test_the_data_of_a_ministry_are_its_words(code_text: Code) -> None:
    told = [c for e in code_text("By the latest data of the health ministry, nine people were shot dead.").events for c in e.claims]
    assert told
    assert all(c.status == "attributed" for c in told)
