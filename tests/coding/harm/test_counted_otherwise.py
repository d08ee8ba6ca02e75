"""Figures of people who are counted by other words: in custody, by age alone, in all, together with others, in a series of acts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Many = Callable[..., list[Event]]


@pytest.mark.parametrize(
    ("text", "kind", "field", "count"),
    [
        ("Eleven people are in custody in Kalo on charges of treason.", "COERCE", "captured", 11),
        ("The police said they had 12 people in custody after the riot in Kalo on Monday.", "COERCE", "captured", 12),
        ("Police in Kalo detained a 33-year-old mechanic on Monday.", "COERCE", "captured", 1),
        ("Police in Kalo seized a 33-year-old boat on Monday.", "COERCE", "captured", None),
        ("Police detained Omar Saleh, a midwife, together with three of her neighbours in Kalo on Monday.", "COERCE", "captured", 4),
        ("Most of the victims, 19 in all, were burned alive in Kalo on Monday.", "ASSAULT", "killed", 19),
        ("Israel launched a series of air strikes on Gaza on Monday in which 40 people died.", "ASSAULT", "killed", 40),
    ],
)  # fmt: skip
def test_how_many(events: Many, text: str, kind: str, field: str, count: int | None) -> None:
    found = [getattr(e, field) for e in events(text, published="2025-03-14") if e.type == kind]
    assert {c.best if c is not None else None for c in found} == {count}


def test_a_series_of_acts_is_done_by_whoever_launched_it(events: Many) -> None:
    found = events("Rebels carried out a string of attacks on villages in Ituri on Monday.", published="2025-03-14")
    assert [(e.type, [p.name for p in e.actors], [p.name for p in e.recipients]) for e in found] == [
        ("ASSAULT", ["Rebels"], ["villages in Ituri"])
    ]


def test_air_strikes_in_a_series_stop_no_work(events: Many) -> None:
    found = events("Israel launched a series of air strikes on Gaza on Monday in which 40 people died.", published="2025-03-14")
    assert [(e.type, e.modes) for e in found] == [("ASSAULT", ("aerial",))]


def test_a_bomb_that_exploded_is_the_means_of_it(events: Many) -> None:
    found = events("A bomb exploded outside a church in Gao on Monday, injuring two nuns.", published="2025-03-14")
    assert [e.type for e in found if e.certain] == ["ASSAULT"]
