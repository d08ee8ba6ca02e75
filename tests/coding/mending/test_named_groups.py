"""Who a group is, who it was not, and what killed where an attack on a building is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Many = Callable[..., list[Event]]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("A jihadist group, JNIM, claimed the attack that killed 11 soldiers near Dori on Sunday.", ["Jama'at Nusrat al-Islam wal-Muslimin"]),
        ("A little-known group, the Free Jungle Army, killed two policemen in Sentani on Sunday.", ["Free Jungle Army"]),
        ("It was the Islamic State, not the Taliban, that bombed the mosque in Kabul on Friday, the spokesman said.", ["Islamic State"]),
        ("Soldiers, not rebels, burned the village of Tabou on Friday, residents said.", ["Soldiers"]),
        ("The mosque in Kabul was bombed by the Islamic State and not by the Taliban, the spokesman said.", ["Islamic State"]),
        ("Soldiers rather than rebels burned the village of Tabou on Friday.", ["Soldiers"]),
        ("Soldiers and rebels burned the village of Tabou on Friday.", ["Soldiers", "rebels"]),
        ("Al-Shabaab claimed responsibility for Sunday's attack on a hotel in Mogadishu that killed seven people.", ["al-Shabaab"]),
        ("ELN rebels claimed responsibility for an ambush in Arauca on Sunday in which five soldiers died.", ["National Liberation Army (Colombia)"]),
        ("Hamas claims killing of soldier in Jenin", ["Hamas"]),
        ("Okello confessed to killing four traders in Gulu on 3 March.", ["Okello"]),
        ("The suspect confessed to the murder of a priest in Gulu on 3 March.", ["suspect"]),
    ],
)  # fmt: skip
def test_who_did_it(events: Many, text: str, doers: list[str]) -> None:
    found = [e for e in events(text, published="2024-06-15") if e.type == "ASSAULT" and e.certain]
    assert [[p.name for p in e.actors] for e in found] == [doers]


@pytest.mark.parametrize("text", ["The commander is committed to withdrawing troops from Sake.", "The rebels are close to capturing Sake."])
def test_what_somebody_is_only_set_on_is_not_done(events: Many, text: str) -> None:
    assert not [e for e in events(text) if e.certain]


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("Per a UN report, soldiers killed 13 villagers in Nondin in February.", "UN report"),
        ("Per the health ministry, soldiers killed 13 villagers in Nondin in February.", "health ministry"),
        ("The suspect confessed to the murder of a priest in Gulu on 3 March.", "suspect"),
    ],
)
def test_by_whose_word(events: Many, text: str, voice: str) -> None:
    (event,) = [e for e in events(text, published="2024-06-15") if e.certain]
    assert (event.status, [s.name for s in event.sources]) == ("attributed", [voice])
