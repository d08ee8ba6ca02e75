"""Two nations before one noun are two sides where they fight."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Events = Callable[..., list[Event]]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Armenian and Azerbaijani forces clashed near Vardenis on Monday.", 2),
        ("Fighting between Sudanese and South Sudanese soldiers in Abyei on Monday left nine dead.", 2),
        ("Russian and Syrian jets bombed a hospital in Idlib on Monday, killing 12.", 2),
        ("North and South Korean soldiers exchanged fire in Paju on Monday.", 1),
        ("Foreign and local fighters attacked a post near Gao on Monday.", 1),
    ],
)
def test_each_nation_is_a_side(events: Events, text: str, ids: int) -> None:
    [event] = [e for e in events(text) if e.type == "ASSAULT"]
    assert len({p.id or p.name for p in event.actors}) == ids


def test_people_of_two_nations_who_were_hurt_stay_together(events: Events) -> None:
    [event] = events("Israeli and Lebanese soldiers were killed near Metula on Monday.")
    assert [p.name for p in event.recipients] == ["Israeli and Lebanese soldiers"]


def test_a_group_is_no_place(events: Events) -> None:
    [event] = events("British forces struck Houthi depots near Sanaa on Monday.")
    assert event.place is not None and "Sanaa" in event.place.evidence.words
