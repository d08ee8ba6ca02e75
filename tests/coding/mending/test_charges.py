"""Who is accused and of what, who is held responsible, who is told to do something."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

ACCUSED = [
    ("Amnesty International accused the police of brutality on Tuesday.", "police"),
    ("The police accused the leaders of the union of violence on Monday.", "leaders of the union"),
    ("Farmers accused the governor of corruption on Monday.", "governor"),
    ("The army accused residents of Goma on Monday.", "residents of Goma"),
    ("The mayor held the police responsible for the killing of a nurse on Monday.", "police"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "whom"), ACCUSED)
def test_whom_it_is_laid_to_ends_before_what_is_laid_to_him(events: Callable[..., list[Event]], text: str, whom: str) -> None:
    assert [p.name for e in events(text, published="2025-03-10") if e.type == "ACCUSE" for p in e.recipients] == [whom]


def test_what_somebody_is_told_to_do_is_not_done(events: Callable[..., list[Event]]) -> None:
    found = events("Germany told Iran to release a dual national on Monday.", published="2025-03-10")
    assert [(e.type, [p.name for p in e.actors], [p.name for p in e.recipients]) for e in found] == [("REQUEST", ["Germany"], ["Iran"])]
    assert not events("The rebels told the mayor to resign on Monday.", published="2025-03-10")


def test_what_somebody_is_told_of_is_no_request(events: Callable[..., list[Event]]) -> None:
    text = "The defence minister told parliament on Monday that the army would withdraw."
    assert not [e for e in events(text, published="2025-03-10") if e.type == "REQUEST"]
