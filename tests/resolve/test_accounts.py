"""Voices of an attack whose words tell no act of their own: who blames, who gives the toll, who tells of those who did it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event
from casus.model.picture import Picture

Code = Callable[[str], Picture]
LEAD = "Gunmen on motorbikes shot dead two teachers near Baraka on Tuesday."


def _attack(code_text: Code, text: str) -> Event:
    return next(e for e in code_text(text).events if e.type == "ASSAULT" and e.certain)


def _voices(code_text: Code, text: str) -> list[str]:
    return [s.name for s in _attack(code_text, text).sources]


@pytest.mark.parametrize(
    ("then", "voice"),
    [
        ("The governor, Ama Diallo, told reporters that the attackers had followed their car.", "governor, Ama Diallo"),
        ("The army blamed the Red Dawn group for the shooting.", "army"),
        ("A local chief, Deng Akol, said they had come on foot.", "local chief, Deng Akol"),
        ("Residents said shots were heard until dawn.", "Residents"),
        ("Red Dawn said it had nothing to do with the shooting.", "Red Dawn"),
        ("The mayor put the death toll at three.", "mayor"),
        ("Local authorities attributed the shooting to the Red Dawn group.", "Local authorities"),
        ("General Ama Diallo linked the attack to a gang from Goma.", "General Ama Diallo"),
        ("The chief said the killings were senseless but the attackers had fled to Uvira.", "chief"),
        ("The doctors found that the shots had been fired from a roof.", "doctors"),
    ],
)
def test_who_speaks_of_an_attack_is_one_of_its_voices(code_text: Code, then: str, voice: str) -> None:
    assert voice in _voices(code_text, f"{LEAD} {then}")


@pytest.mark.parametrize(
    "then",
    [
        "The European Union condemned the attack and called on the authorities to find the killers.",
        "The prime minister said the attackers would be hunted down.",
        "Minister Ana Sol said the attack was cowardly.",
        "The bishop said the killings were a heinous crime.",
        "The prosecutor's office said it was investigating the attack.",
        "Officers found nine shell casings at the scene.",
        "The mayor called the shooting a cowardly crime.",
        "The finance minister says prices have fallen since January.",
        "A spokesman had no information about the incident.",
    ],
)
def test_who_judges_wishes_or_speaks_of_other_things_is_none(code_text: Code, then: str) -> None:
    assert not [s for s in _attack(code_text, f"{LEAD} {then}").sources if s.stance != "no-comment"]


def test_a_voice_besides_leaves_the_status_and_the_figures_alone(code_text: Code) -> None:
    event = _attack(code_text, f"{LEAD} The governor said the attackers had followed their car.")
    assert (event.status, event.killed.best if event.killed else None) == ("asserted", 2)


def test_an_attack_called_by_its_place_is_no_other(code_text: Code) -> None:
    text = f"{LEAD}\n\nA bomb wounded a guard in Tolo on Monday.\n\nThe army blamed rebels for the Baraka attack."
    events = {e.place.name: [s.name for s in e.sources] for e in code_text(text).events if e.type == "ASSAULT" and e.place and e.certain}
    assert events == {"Baraka": ["army"], "Tolo": []}


def test_who_denies_what_another_is_said_to_have_done_is_no_voice(code_text: Code) -> None:
    assert _voices(code_text, "Rwandan troops shot forty villagers in Masisi, the UN said. Burundi denied the claims.") == ["UN"]


@pytest.mark.parametrize(("then", "voices"), [("A trader said a van had blocked the road.", ["trader"]), ("The mayor said the town was calm.", [])])
def test_right_after_an_attack_who_tells_what_was_done_is_a_voice(code_text: Code, then: str, voices: list[str]) -> None:
    assert _voices(code_text, f"{LEAD} {then}") == voices


@pytest.mark.parametrize(
    ("kind", "text", "voices"),
    [
        ("COERCE", "Police arrested a journalist in Niamey on Monday. His lawyer confirmed the arrest.", ["His lawyer"]),
        ("COERCE", "Rebels seized the town of Bunagana on Monday. A rebel spokesman announced the capture.", ["rebel spokesman"]),
        ("ASSAULT", "Gunmen kidnapped a priest in Kaduna on Sunday. The diocese confirmed the kidnapping.", ["diocese"]),
        ("PROTEST", "Thousands of people marched in Lyon on Saturday. Police said 8,000 people attended the march.", ["Police"]),
        ("PROTEST", "Thousands marched through Tbilisi on Friday. Organisers said 100,000 people took part.", ["Organisers"]),
        ("PROTEST", "Teachers protested in Jos on Tuesday. The governor condemned the protest.", []),
        ("COERCE", "Police arrested six men in Jos on Tuesday. A union condemned the arrests.", []),
    ],
)
def test_who_speaks_of_a_deed_of_another_kind_is_its_voice(events: Callable[..., list[Event]], kind: str, text: str, voices: list[str]) -> None:
    (event,) = [e for e in events(text, published="2024-06-15") if e.type == kind and e.certain]
    assert [s.name for s in event.sources] == voices


def test_who_announces_arrests_is_no_voice_of_the_killing(events: Callable[..., list[Event]]) -> None:
    text = "Gunmen killed a trader in Jos on Monday. On Tuesday police arrested six men. The commissioner announced the arrests."
    assert {e.type: [s.name for s in e.sources] for e in events(text, published="2024-06-15") if e.certain} == {
        "ASSAULT": [], "COERCE": ["commissioner"],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("The M23 captured Kibumba on Thursday, residents told Reuters. The army declined to comment.", "army"),
        ("Police detained an opposition leader in Tunis on Monday, his party said. The interior ministry was not available for comment.", "interior ministry"),
    ],
)  # fmt: skip
def test_who_lost_a_town_or_answers_for_the_police_may_be_silent(events: Callable[..., list[Event]], text: str, silent: str) -> None:
    (event,) = [e for e in events(text, published="2024-06-15") if e.type == "COERCE" and e.certain]
    assert [s.name for s in event.sources if s.stance == "no-comment"] == [silent]
