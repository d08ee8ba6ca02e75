"""Violence that is only spoken of: whose words they are did not do it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

RAID = "Gunmen shot dead two guards in Gao on Monday. "


@pytest.mark.parametrize(
    "words",
    [
        "The governor called the attack cowardly.",
        "The senator declared the attack senseless.",
        "The government used the attack to justify a curfew.",
        "The attack was called cowardly by the bishop.",
        "The mayor placed the attack in the context of the vote.",
        "The opposition welcomed the attack.",
    ],
)
def test_who_speaks_of_an_attack_did_not_make_it(events: Callable[..., list[Event]], words: str) -> None:
    (told,) = [e for e in events(RAID + words) if e.type == "ASSAULT" and e.certain]
    assert [p.name for p in told.actors] == ["Gunmen"]
    assert [p.name for p in told.recipients] == ["two guards"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The junta launched the attack on the camp at Gao on Monday.", "junta"),
        ("The rebels carried out the raid on the depot in Gao on Monday.", "rebels"),
        ("The army made an attack on a camp in Gao on Monday.", "army"),
    ],
)
def test_who_carries_it_out_did(events: Callable[..., list[Event]], text: str, who: str) -> None:
    told = next(e for e in events(text) if e.type == "ASSAULT")
    assert [p.name for p in told.actors] == [who]


def test_a_place_suffers_its_worst_attack(events: Callable[..., list[Event]]) -> None:
    told = next(e for e in events("Gao witnessed the deadliest attack of the year on Monday.") if e.type == "ASSAULT")
    assert [p.name for p in told.recipients] == ["Gao"]
