"""What points back by a name finds the act of that name; harm told as known finds those it befell."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Events = Callable[..., list[Event]]

SOLDIERS = (
    "Rebels shot dead six soldiers near Bento on Monday. A nurse was hurt in Tabora on Tuesday when police fired tear gas at students. "
    "The minister regretted the deaths of the soldiers."
)
TWO = {
    "what came after the attack": "Militants stormed a police post near Bannu on Monday, killing four officers. "
    "The army said five militants were killed in the follow-up operation.",
    "once more": "Rebels killed three miners in Bunia on Monday. On Tuesday the rebels struck again, killing two herders.",
    "a demonstrator": "A grenade killed two rebels near Goma on Tuesday. Students marched to the governor's office. "
    "One demonstrator was killed, a doctor said.",
}
ONE = {
    "gas and rubber bullets": "Police fired tear gas at nurses in Kisumu on Monday and used rubber bullets.",
    "fighters taken in the ambush": "Militants ambushed a convoy near Kidal on Monday. They took five soldiers prisoner.",
}


def attacks(found: list[Event]) -> list[Event]:
    return [e for e in found if e.type == "ASSAULT"]


@pytest.mark.parametrize("why", TWO)
def test_another_act_stays_another(acts: Events, why: str) -> None:
    assert len(acts(TWO[why], published="2025-03-14")) == 2


@pytest.mark.parametrize("why", ONE)
def test_one_act_in_two_clauses(events: Events, why: str) -> None:
    assert len(attacks(events(ONE[why], published="2025-03-14"))) == 1


def test_deaths_told_as_known_are_of_those_who_died(events: Events) -> None:
    killed = next(e for e in attacks(events(SOLDIERS, published="2025-03-14")) if e.killed)
    assert any("deaths of the soldiers" in c.act.words for c in killed.claims)


def test_the_murder_of_somebody_named_is_his(events: Events) -> None:
    text = (
        "Gunmen shot dead Omar Sabri at his shop in Gao on Monday. The shop was closed. Prices rose. Rain fell. Buses did not run. "
        "Schools were open. Trade was slow. On Thursday a mine killed two herders near Mopti. Traders condemned the murder of Sabri."
    )
    told = [e for e in attacks(events(text, published="2025-03-14")) if any("murder of Sabri" in c.act.words for c in e.claims)]
    assert all(e.place is None or e.place.name != "Mopti" for e in told)
