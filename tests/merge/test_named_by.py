"""A doer whom only one side names is shown as named by it; what a report says itself needs no such note."""

from __future__ import annotations

from collections.abc import Callable

from casus.model.event import Event

Many = Callable[..., list[Event]]


def attack(events: Many, text: str) -> Event:
    return next(e for e in events(text) if e.type == "ASSAULT" and e.actors)


def test_a_doer_only_a_side_names(events: Many) -> None:
    text = "A market in Goma was shelled on Monday, killing 12 people. The M23 said the army had shelled the market."
    found = attack(events, text)
    assert [found.named_by(p) for p in found.actors] == [("M23",)]


def test_a_doer_the_report_names(events: Many) -> None:
    found = attack(events, "The army shelled a market in Goma on Monday. The shelling killed 12 people, medics said.")
    assert [found.named_by(p) for p in found.actors] == [()]


def test_an_event_told_only_with_its_doer_needs_no_note(events: Many) -> None:
    found = attack(events, "The M23 shelled a market in Goma on Monday, officials said.")
    assert [found.named_by(p) for p in found.actors] == [()]
