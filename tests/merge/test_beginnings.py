"""How the attack told before began is that attack."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Events = Callable[..., list[Event]]

LEAD = "Two rebels were killed in a gun battle between police and Maoists near Sitapur on Monday. "


@pytest.mark.parametrize(
    ("text", "many"),
    [
        (LEAD + "The police said the gun battle began when a patrol was attacked by armed Maoists.", 1),
        ("Gunmen killed nine farmers near Gwoza on Monday. The incident happened when gunmen stormed their village on motorcycles.", 1),
        ("Gunmen killed nine farmers near Gwoza on Monday. A clash broke out in Jos when police fired on protesters.", 2),
        ("Herders killed nine farmers near Gwoza on Monday. The clash in Jos on Friday began when soldiers fired on traders.", 2),
    ],
)
def test_how_it_began(events: Events, text: str, many: int) -> None:
    assert len([e for e in events(text, published="2024-06-15") if e.type == "ASSAULT"]) == many
