"""Who adds to what was said: the speaker, not whoever is told of."""

from __future__ import annotations

from collections.abc import Callable

from casus.model.event import Event

Only = Callable[..., Event]
Many = Callable[..., list[Event]]


def test_who_adds_is_who_said(event: Only) -> None:
    text = "The police chief said rebels shot two traders in Gao on Monday, adding that soldiers arrested one man in Segou."
    assert [s.name for s in event(text, "COERCE").sources] == ["police chief"]


def test_who_adds_after_according_to_is_who_it_is_according_to(event: Only) -> None:
    text = "According to a police official, unknown men burned a shop in Gao, adding that soldiers arrested nine of them on Monday."
    assert [s.name for s in event(text, "COERCE").sources] == ["police official"]


def test_a_speaker_told_of_adds_for_himself(event: Only) -> None:
    text = "The court heard that Salak told police he was hungry, adding that soldiers had arrested nine men in Gao on Monday."
    assert [s.name for s in event(text, "COERCE").sources] == ["Salak"]


def test_words_in_the_first_person_without_marks_are_the_speaker_s(events: Many) -> None:
    text = (
        "Two rebels died in Gao on May 3, reports Daily Post. Major General Oren Chand said the army knew of them. "
        "There was an exchange of fire between the rebels and our search party in Segou."
    )
    assert "Major General Oren Chand" in {s.name for e in events(text) for s in e.sources}
