"""Of a fight both sides are doers, also the one that the words name only as its dead."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Told = Callable[..., list[Event]]


def doers(events: list[Event]) -> set[str]:
    return {p.name for e in events if e.type == "ASSAULT" for p in e.actors}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Two guerrillas were killed in a gun battle with the army in Cauca on Sunday.", {"army", "Two guerrillas"}),
        ("Nine militants were killed in an encounter with security forces in Bijapur on Sunday.", {"security forces", "Nine militants"}),
        ("Rebels battled government troops in Kindu on Sunday.", {"Rebels", "government troops"}),
        ("Two suspects were killed in an encounter with police in Karachi on Friday.", {"police", "Two suspects"}),
        ("Three protesters died in clashes with police in Lima on Monday.", {"police", "Three protesters"}),
        ("Forty members of a village patrol died in a clash with rebels in Vichos on Monday.", {"rebels", "Forty members of a village patrol"}),
        ("A girl was hurt in clashes between police and activists in Chittagong on Monday.", {"police", "activists"}),
    ],
)
def test_both_fought(events: Told, text: str, sides: set[str]) -> None:
    assert doers(events(text)) == sides


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("A passer-by was killed in a gun battle with police in Lyon on Friday.", {"police"}),
        ("A soldier was wounded in a gun battle with smugglers near Sebha on Friday.", {"smugglers"}),
        ("Gunmen shot dead four soldiers in Gao on Friday.", {"Gunmen"}),
        ("Three people died in clashes between farmers and gendarmes in Douala on Sunday.", {"farmers", "gendarmes"}),
        ("A constable, Ravi Kumar, was killed in an encounter with rebels in Sukma on Monday.", {"rebels"}),
        ("Ali, a trader, sustained a bullet injury during a gunfight in Kutum on Monday.", set()),
        (
            "Two militants were killed and two policemen injured in an encounter in Pulwama on Monday. "
            "Militants opened fire on security forces during a search.",
            {"Militants", "security forces"},
        ),
    ],
)
def test_whom_it_only_befell(events: Told, text: str, sides: set[str]) -> None:
    assert doers(events(text)) == sides
