"""What a picture's caption shows is an act; what it only speaks of is told elsewhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Read = Callable[..., list[Event]]


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("Riot policemen stand guard after police detention of candidate Ben Okello, in Kampala, Feb. 19, 2016.", "COERCE"),
        ("The mayor speaks at a news conference regarding the arrest of a suspect, in Izmir, Turkey, Feb. 19, 2016.", "COERCE"),
        ("Protesters march following the fatal police shooting of Carl Dunn, in Tulsa, Oklahoma, Feb. 19, 2016.", "ASSAULT"),
    ],
)
def test_what_a_caption_only_speaks_of_is_no_event(text: str, type: str, events: Read) -> None:
    assert type not in {e.type for e in events(text, published="2016-02-20")}


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Soldiers fire tear gas at protesters in Kampala, Uganda, Feb. 19, 2016.", "Soldiers"),
        ("Police fire tear gas to disperse students in Kampala, Feb. 19, 2016.", "Police"),
    ],
)
def test_what_a_caption_shows_is_one(text: str, doer: str, events: Read) -> None:
    (event,) = events(text, published="2016-02-20")
    assert (event.type, event.modes, [p.name for p in event.actors]) == ("ASSAULT", ("crowd-control",), [doer])
