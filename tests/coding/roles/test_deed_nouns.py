"""Whose deed an act noun tells where "of" may name either side, whose offer is turned down, to whom what is promised is given."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Many = Callable[..., list[Event]]


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("An attack by guerrillas against the barracks in Gao was repelled, killing two soldiers.", ["guerrillas"], ["barracks", "two soldiers"]),
        ("The attack of the guerrillas on the barracks killed two soldiers.", ["guerrillas"], ["barracks", "two soldiers"]),
        ("The assault of the army against the rebels continued in Gao.", ["army"], ["rebels"]),
        ("The bombing of rebels on Monday killed four.", [], ["rebels"]),
        ("A drone dropped grenades on an army outpost in Lerma on Monday.", [], ["army outpost"]),
    ],
)
def test_whose_attack(events: Many, text: str, actors: list[str], recipients: list[str]) -> None:
    (event,) = (e for e in events(text, published="2025-03-14") if e.type == "ASSAULT")
    assert ([p.name for p in event.actors], [p.name for p in event.recipients]) == (actors, recipients)


@pytest.mark.parametrize(
    ("type_", "text", "recipients"),
    [
        ("REJECT", "The ELN rejected the government's peace offer on Monday.", ["Government of Colombia"]),
        ("REJECT", "Hamas rejected Israel's latest ceasefire proposal.", ["Israel"]),
        ("AGREE", "France and Togo offered to donate medicine to Mali.", ["Mali"]),
        ("AGREE", "Germany promised to send shells to Ukraine.", ["Ukraine"]),
    ],
)
def test_whose_offer_and_to_whom(events: Many, type_: str, text: str, recipients: list[str]) -> None:
    (event,) = (e for e in events(text, published="2025-03-14") if e.type == type_)
    assert [p.name for p in event.recipients] == recipients


def test_both_names_of_one_person(events: Many) -> None:
    (event,) = events("Rebel leader Dawood Sheikh alias Chotu was killed by the army in Kulgam.")
    assert [p.name for p in event.recipients] == ["Dawood Sheikh"]
