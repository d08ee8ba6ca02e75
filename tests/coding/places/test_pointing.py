"""Words that point back to a place: "there", "in the village", "the city's station"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

POINTING = [
    ("Kenyan farmers marched all week. On Friday police shot two students in the capital.", "Nairobi"),
    ("Poltava, the largest city of the region, has been under fire. On Monday a missile slammed into a covered market there.", "Poltava"),
    ("The convoy left for the village of Kasumba on Monday. On Tuesday gunmen shot two traders in the village.", "Kasumba"),
    ("Shells had fallen on Beni all week. A strike on the town's railway station killed four people on Monday.", "Beni"),
    ("Fighting broke out in Duk County on Friday. Two drivers were killed in the same county on Sunday.", "Duk"),
    ("Shops reopened in Zaria tehsil. Rain fell. It was cold. The mayor spoke. A curfew was imposed in the tehsil on Monday.", "Zaria"),
    ("Gunmen killed nine diggers along the Siletta River on Monday. Rain fell. In May they attacked diggers in the same river.", "Siletta"),
    ("Settlers stormed the village of Orlava on Monday. A boy died in Nablus. Settlers had raided the same village in March.", "Orlava"),
    ("Gunmen shot a guard in Sake on Monday. Rain fell. It was cold. The mayor spoke. Wind rose. A court in the same town jailed two men.", "Sake"),
]
OPEN = [
    "Elders met in Koda district. Others came from Sarobi district. Two farmers were shot in the district.",
    "Soldiers entered Goma and Sake. Two men were shot in the town.",
    "Goma lies on a lake. The bomb that killed two soldiers was hidden in a district officer's car.",
    "There were two blasts. Gunmen killed four farmers.",
    "Traders in Jos and Kano closed their shops. Soldiers shot two youths in the same city.",
]


@pytest.mark.parametrize(("text", "place"), POINTING)
def test_it_is_the_place_pointed_to(events: Callable[..., list[Event]], text: str, place: str) -> None:
    last = max(events(text), key=lambda e: e.claims[0].sentence)
    assert last.place is not None
    assert last.place.name == place


@pytest.mark.parametrize("text", OPEN)
def test_several_towns_and_other_uses_point_to_none(events: Callable[..., list[Event]], text: str) -> None:
    assert max(events(text), key=lambda e: e.claims[0].sentence).place is None


def test_the_evidence_is_its_own_words(events: Callable[..., list[Event]]) -> None:
    found = next(e for e in events(POINTING[2][0]) if e.type == "ASSAULT")
    assert found.place is not None
    assert found.place.evidence.words == "the village"


def test_of_two_countries_no_capital_is_chosen(events: Callable[..., list[Event]]) -> None:
    text = "Kenya and Uganda signed a pact. Uganda and Kenya are neighbours. Four men were shot in the capital."
    found = next(e for e in events(text) if e.type == "ASSAULT")
    assert found.place is not None
    assert (found.place.id, found.place.name) == (None, "the capital")
