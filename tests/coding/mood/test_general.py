"""General statements and conditions tell what is usual or imagined, not what happened."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Events = Callable[..., list[Event]]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels often attack convoys on mountain roads.",
        "Armies bomb bridges.",
        "Smugglers often held migrants hostage on the coast.",
        "Pirates kidnap sailors because it pays.",
        "Had the general ordered an attack on the town, hundreds would have died.",
        "Should rebels attack the town, the mayor will leave.",
        "The Warriors beat the Rockets 112-98 in Houston.",
        "Lieutenant Raid Ali paints.",
        "It stormed the gates of his sleep.",
    ],
)
def test_nothing_happened(events: Events, text: str) -> None:
    assert events(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked a convoy near Kati.",
        "Rebels attack a convoy near Gao.",
        "The army bombs rebel camps near Kati.",
        "Between 10-15 soldiers were killed by rebels.",
    ],
)
def test_something_did(events: Events, text: str) -> None:
    assert [e.type for e in events(text)] == ["ASSAULT"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("While the minister was in Paris, protesters burned tyres in Dakar.", "Dakar"),
        ("The runner, whose village was bombed, won the race in Rome.", None),
    ],
)
def test_places_of_unrelated_clauses(events: Events, text: str, place: str | None) -> None:
    assert [e.place.name if e.place else None for e in events(text)] in ([place], [] if place is None else [place])
