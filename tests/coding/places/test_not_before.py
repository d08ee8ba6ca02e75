"""What a state did after something happened was not where that happened; a riot, an attack or an arrest may be."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Many = Callable[..., list[Event]]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kenya closed its border on Friday after gunmen killed nine people in Mandera.", "COERCE"),
        ("Serbia put its army on alert on Friday after protesters clashed with police in Zvecan.", "MOBILIZE"),
        ("President Ruto declared a state of emergency after gunmen killed six people in Garissa on Sunday.", "COERCE"),
    ],
)
def test_an_answer_is_not_given_where_it_answers_to(events: Many, text: str, kind: str) -> None:
    assert [e.place for e in events(text) if e.type == kind and e.certain] == [None]


def test_what_is_done_on_the_spot_keeps_its_place(events: Many) -> None:
    found = events("Nine people were killed on Monday after gunmen opened fire on a bar in Mandera.")
    assert {e.place.name for e in found if e.place is not None} == {"Mandera"}
