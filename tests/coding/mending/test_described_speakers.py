"""Who is told of in a clause of his own before "said" says it, and did not do it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Many = Callable[..., list[Event]]


@pytest.mark.parametrize(
    ("text", "doers", "sources"),
    [
        ("Bandits killed five farmers near Zaria on Monday, an official who declined to be named said.", ["Bandits"], ["official"]),
        ("Soldiers killed six villagers in Sena on Monday, an aid worker who asked not to be named told Reuters.", ["Soldiers"], ["aid worker"]),
        ("Soldiers killed six villagers in Sena on Monday, a man who fled the village told AFP.", ["Soldiers"], ["man"]),
        ("Gunmen killed a trader in Aden on Monday, a woman whose brother saw the attack said.", ["Gunmen"], ["woman"]),
        ("Bandits killed nine nurses in Kaura on Monday, the governor, who visited the town, said.", ["Bandits"], ["governor"]),
        ("An air strike killed four fishermen in Sena on Monday, two residents who asked not to be named said on Tuesday.", [], ["two residents"]),
        ("Militants killed three teachers in Sena on Monday, among them a man who fled and told pupils to run.", ["Militants"], []),
        ("Gunmen shot dead a writer in Quetta on Monday, a critic who was told to stop reports.", ["Gunmen"], []),
    ],
)  # fmt: skip
def test_who_is_described_before_said_says_it(events: Many, text: str, doers: list[str], sources: list[str]) -> None:
    found = [e for e in events(text, published="2024-06-15") if e.type == "ASSAULT" and e.certain]
    assert [[p.name for p in e.actors] for e in found] == [doers]
    assert [s.name for s in found[0].sources] == sources
    assert found[0].status == ("attributed" if sources else "asserted")
