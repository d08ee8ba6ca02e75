"""Told again further down: a taking that is confirmed, a lead whose fire is returned, one leader held as "one insurgent"."""

from __future__ import annotations

from collections.abc import Callable

from casus.model.event import Event

Many = Callable[..., list[Event]]


def takings(found: list[Event]) -> list[int | None]:
    return [e.captured.best if e.captured else None for e in found if e.certain and "arrest" in e.modes]


def test_a_confirmed_capture_is_the_one_told_before(events: Many) -> None:
    text = (
        "Troops detained three rebels in Gao on Monday. They seized two rifles. "
        "The army confirmed the capture of a rebel leader in Gao on Monday."
    )
    assert takings(events(text, published="2024-05-15")) == [3]


def test_a_confirmed_capture_elsewhere_is_another(events: Many) -> None:
    text = "Troops detained three rebels in Gao on Monday. The army confirmed the arrest of a rebel leader in Kidal on Sunday."
    assert takings(events(text, published="2024-05-15")) == [3, 1]


def test_the_dead_of_the_lead_are_those_of_the_fire_returned(events: Many) -> None:
    text = (
        "Afghan troops killed two insurgents during an operation in Helmand province on Monday. "
        "The coalition patrol came under fire and returned fire, killing two insurgents."
    )
    killed = [e for e in events(text, published="2024-05-15") if e.killed]
    assert [e.killed.best for e in killed if e.killed] == [2]


def test_one_leader_is_told_again_as_one_insurgent(events: Many) -> None:
    text = (
        "Afghan troops detained one suspected Taliban leader in Badghis province on Monday. "
        "After questioning at the scene, the troops detained one suspected insurgent."
    )
    assert takings(events(text, published="2024-05-15")) == [1]


def test_also_makes_it_another(events: Many) -> None:
    text = (
        "Afghan troops detained one suspected Taliban leader in Badghis province on Monday. "
        "The troops also detained one suspected insurgent."
    )
    assert sorted(takings(events(text, published="2024-05-15"))) == [1, 1]  # type: ignore[type-var]


def test_the_targeted_individual_is_the_one_whose_capture_was_confirmed(events: Many) -> None:
    text = (
        "The army confirmed the capture of an insurgent commander in Kandahar on Tuesday. Soldiers searched a compound. "
        "They killed one fighter before detaining the targeted individual along with four of his associates."
    )
    assert takings(events(text, published="2024-05-15")) == [5]
