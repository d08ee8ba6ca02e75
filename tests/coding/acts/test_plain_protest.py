"""Protest in plain words: what people march against, at or for speaks against no protest; trades that strike hit nobody."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Events = Callable[..., list[Event]]


@pytest.mark.parametrize(
    ("text", "mode", "actor"),
    [
        ("Nuns marched in Lashio on Friday against military rule.", "demo", "Nuns"),
        ("Villagers marched to a military camp in Bukavu on Monday.", "demo", "Villagers"),
        ("A rally was held in Khartoum on Thursday in support of the army.", "demo", None),
        ("Protests erupted in Accra on Friday over the fall of the currency.", "demo", None),
        ("Hundreds took part in a rally in Yerevan on Sunday.", "demo", "Hundreds"),
        ("Growers on tractors drove into Madrid on Monday to protest against a fuel tax.", "demo", "Growers on tractors"),
        ("Thousands of Sikhs demonstrated in Delhi on Friday.", "demo", "Thousands of Sikhs"),
        ("Nurses across Ghana walked out on Tuesday.", "strike", "Nurses across Ghana"),
        ("Teachers struck over pay in Harare on Monday.", "strike", "Teachers"),
        ("Stallholders in Lome shuttered their shops on Monday.", "strike", "Stallholders"),
        ("Villagers cut the road to the mine near Cajamarca on Monday.", "obstruct", "Villagers"),
    ],
)
def test_a_protest(events: Events, text: str, mode: str, actor: str | None) -> None:
    (found,) = events(text)
    assert found.type == "PROTEST"
    assert found.modes == (mode,)
    assert [p.name for p in found.actors] == ([] if actor is None else [actor])


@pytest.mark.parametrize(
    "text",
    [
        "Stocks rallied against the dollar on Monday.",
        "The Swedish ambassador protested at the ministry in Baku on Monday.",
        "Farmers struck gold near Harare on Monday.",
        "A miner struck a wall in Harare on Monday.",
        "The prisoners walked out of the jail in Lima on Monday.",
        "Thieves struck in Jos on Monday.",
    ],
)
def test_none(events: Events, text: str) -> None:
    assert not [e for e in events(text) if e.type == "PROTEST"]


def test_rebels_who_strike_attack(events: Events) -> None:
    assert [e.type for e in events("Rebels struck in Harare on Monday.")] == ["ASSAULT"]


def test_what_rioters_burn_is_of_their_riot(events: Events) -> None:
    found = events("Inmates at the jail in Lima rioted on Monday, setting fire to a dormitory.")
    assert [(e.type, e.modes) for e in found] == [("PROTEST", ("riot",))]


def test_a_capital_brought_to_a_halt_is_no_government(events: Events) -> None:
    (found,) = events("Cab drivers brought Jakarta to a standstill on Tuesday.")
    assert not found.recipients
