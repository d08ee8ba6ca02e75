"""Plain acts of those who bear arms, rule or protest, in ordinary words, and what such words tell besides."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Events = Callable[..., list[Event]]


@pytest.mark.parametrize(
    ("text", "type", "mode", "actor"),
    [
        ("Soldiers blocked the gate of a mosque in Basra on Monday.", "COERCE", "restrict", "Soldiers"),
        ("The Taliban closed two bookshops and a salon in Ghazni on Monday.", "COERCE", "restrict", "Taliban"),
        ("Rebels took over a hospital in Bor on Monday.", "COERCE", "seize", "Rebels"),
        ("Soldiers seized 30 rifles from a barn in Manipur on Monday.", "COERCE", "seize", "Soldiers"),
        ("Agents of the security service searched a mosque in Ganja on Monday.", "COERCE", None, "Agents"),
        ("The army cut off water to Daraya on Monday.", "COERCE", "withhold", "army"),
        ("The militia forced herders to leave their huts in Ituri on Monday.", "COERCE", "deport", "militia"),
        ("Gunmen drove farmers out of their homes in Plateau on Monday.", "SANCTION", "expel", "Gunmen"),
        ("Riot police surrounded a campus in Lahore on Monday.", "MOBILIZE", "police", "Riot police"),
        ("Police put up roadblocks in Gweru on Monday.", "MOBILIZE", None, "Police"),
        ("Striking miners shut down a refinery in Santa Cruz on Monday.", "PROTEST", "obstruct", "miners"),
        ("Traders shut their stalls in protest in Chaman on Monday.", "PROTEST", "strike", "Traders"),
        ("Officers detained a maths teacher on a tram in Minsk on Monday.", "COERCE", "arrest", "Officers"),
        ("Soldiers arrested a tennis coach in Bamako on Monday.", "COERCE", "arrest", "Soldiers"),
        ("The junta jailed a film director in Yangon on Monday.", "COERCE", "arrest", "junta"),
        ("Gunmen killed a football coach in Cali on Monday.", "ASSAULT", "firearms", "Gunmen"),
        ("The army set up a checkpoint near a hospital in Bunia on Monday.", "MOBILIZE", "troops", "army"),
        ("The secret police took away a poet in Osh on Monday.", "COERCE", "arrest", "secret police"),
        ("Soldiers took nine youths from a village near Bamenda on Monday.", "COERCE", "arrest", "Soldiers"),
        ("Gabon sent back 300 Syrians on Monday.", "COERCE", "deport", "Gabon"),
        ("Militiamen forced the miners to pay for water in Rutshuru on Monday.", "COERCE", None, "Militiamen"),
        ("Soldiers turned back an aid convoy near Axum on Monday.", "COERCE", "restrict", "Soldiers"),
        ("Tribesmen seized a dam near Marib on Monday.", "COERCE", "seize", "Tribesmen"),
        ("Armenia returned two villages to Azerbaijan on Monday.", "RETREAT", "withdraw", "Armenia"),
        ("Two monks were freed by their captors in Jos on Monday.", "RETREAT", "release", "captors"),
    ],
)
def test_a_plain_act_is_printed(events: Events, text: str, type: str, mode: str | None, actor: str) -> None:
    found = next(e for e in events(text, published="2024-06-15") if e.type == type)
    assert found.certain
    assert mode is None or mode in found.modes
    assert any(actor in p.name for p in found.actors)


@pytest.mark.parametrize(
    "text",
    [
        "A storm forced herders to leave their huts in Ituri on Monday.",
        "The company took over a hospital in Leeds on Monday.",
        "The owner shut down the refinery in Leeds on Monday.",
        "Police blocked off a street in Leeds after a gas leak on Monday.",
        "In the film soldiers arrest a tennis coach in Bamako.",
        "The referee arrested the slide of the team in Leeds on Monday.",
        "Police took the sick boy from the school to a hospital in Leeds on Monday.",
        "Soldiers pushed back the rebels near Bor on Monday.",
        "The council returned two villages to their old splendour on Monday.",
        "Police in Leeds searched a flat for a missing girl on Monday.",
    ],
)
def test_everyday_doings_are_no_events(events: Events, text: str) -> None:
    assert [e.type for e in events(text, published="2024-06-15") if e.certain] == []


@pytest.mark.parametrize("taken", ["an oil tanker", "a freighter", "the state broadcaster", "two tankers"])
def test_ships_and_stations_are_nobody_captured(events: Events, taken: str) -> None:
    [event] = events(f"Mutinous soldiers seized {taken} in Conakry on Monday.", published="2024-06-15")
    assert event.type == "COERCE" and event.captured is None
