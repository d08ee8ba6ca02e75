"""Roles: who did it and to whom, in active, passive and nominal wording, and through light verbs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

CASES: list[tuple[str, str, str, str]] = [
    # text, type, words of the first actor contain, words of some recipient contain
    ("Myanmar's military bombed a monastery in Sagaing.", "ASSAULT", "military", "monastery"),
    ("A monastery in Sagaing was bombed by Myanmar's military.", "ASSAULT", "military", "monastery"),
    ("The Rapid Support Forces shelled a hospital in El Fasher.", "ASSAULT", "Rapid Support Forces", "hospital"),
    ("A hospital in El Fasher was shelled by the Rapid Support Forces.", "ASSAULT", "Rapid Support Forces", "hospital"),
    ("The Rapid Support Forces' shelling of the camp killed 14 people.", "ASSAULT", "Rapid Support Forces", "camp"),
    ("The shelling of the camp by the Rapid Support Forces killed 14 people.", "ASSAULT", "Rapid Support Forces", "camp"),
    ("The bombing of a clinic in Idlib by the Syrian army killed nine patients.", "ASSAULT", "Syrian army", "clinic"),
    ("M23 rebels carried out an attack on a convoy near Goma.", "ASSAULT", "M23", "convoy"),
    ("The garrison in Menaka came under attack from jihadist fighters.", "ASSAULT", "jihadist", "garrison"),
    ("Ukrainian forces launched a drone attack against an oil depot in Bryansk.", "ASSAULT", "Ukrainian forces", "oil depot"),
    ("Insurgents staged an attack on a police station in Pattani.", "ASSAULT", "Insurgents", "police station"),
    ("ELN guerrillas ambushed an army patrol in Arauca.", "ASSAULT", "ELN", "army patrol"),
    ("Gunmen opened fire on worshippers at a church in Ouagadougou.", "ASSAULT", "Gunmen", "worshippers"),
    ("The army fired rockets at a village in Kayin state.", "ASSAULT", "army", "village"),
    ("Rebels shot down a passenger jet near Goma on Monday.", "ASSAULT", "Rebels", "passenger jet"),
    ("A woman shot dead in Cali was attacked by gunmen on a motorcycle.", "ASSAULT", "gunmen", "woman"),
    ("Rangers shot three men dead in Karachi on Monday.", "ASSAULT", "Rangers", "three men"),
    ("Boko Haram abducted 30 farmers in Borno.", "ASSAULT", "Boko Haram", "farmers"),
    ("Three teachers were kidnapped by separatists in Bamenda.", "ASSAULT", "separatists", "teachers"),
    ("The army deported 200 Burundian refugees.", "COERCE", "army", "refugees"),
    ("Police arrested 14 students in Managua.", "COERCE", "Police", "students"),
    ("The army seized the town of Myawaddy from the rebels.", "COERCE", "army", "rebels"),
    ("Iran supplied the Houthis with missiles.", "AID", "Iran", "Houthis"),
    ("Poland gave Ukraine 14 tanks.", "AID", "Poland", "Ukraine"),
    ("The UN accused Rwanda of arming M23 rebels.", "ACCUSE", "UN", "Rwanda"),
    ("Rwanda was accused by the UN of arming M23 rebels.", "ACCUSE", "UN", "Rwanda"),
    ("Amnesty accused the army of killing 12 people in Goma.", "ASSAULT", "army", "people"),
    ("Residents blamed the army for carrying out an attack on the market.", "ASSAULT", "army", "market"),
    ("Army aircraft dropped eight barrel bombs on the market in Saraqib.", "ASSAULT", "Army aircraft", "market"),
    ("Ethiopia's government urged the TPLF to disarm.", "REQUEST", "government", "TPLF"),
    ("Colombia's president met ELN negotiators in Caracas.", "CONSULT", "president", "ELN"),
    ("France withdrew its troops from Niger.", "RETREAT", "France", "Niger"),
    ("Ukraine's shelling of Donetsk continued on Monday.", "ASSAULT", "Ukraine", "Donetsk"),
    ("Insurgents staged an ambush on a police patrol in Pattani.", "ASSAULT", "Insurgents", "police patrol"),
    ("The garrison came under fire from rebels near Gao.", "ASSAULT", "rebels", "garrison"),
    ("The army shelled a market in Omdurman, witnesses said.", "ASSAULT", "army", "market"),
    ("Police fired tear gas at protesters in Nairobi.", "ASSAULT", "Police", "protesters"),
    ("M23 rebels carried out an attack on Goma's airport.", "ASSAULT", "M23", "airport"),
    ("The bombing of a clinic in Idlib by Russian jets killed nine patients.", "ASSAULT", "Russian", "clinic"),
    ("The group is believed to have abducted 20 students in Kaduna.", "ASSAULT", "group", "students"),
    ("Commandos rescued 23 hostages in Basilan.", "AID", "Commandos", "hostages"),
    ("The militia looted homes in Nyala.", "ASSAULT", "militia", "homes"),
    ("Soldiers beat protesters in Lomé.", "ASSAULT", "Soldiers", "protesters"),
    ("Villagers stormed a UN base in Beni.", "ASSAULT", "Villagers", "UN base"),
    ("The EU imposed sanctions on Belarus.", "SANCTION", "EU", "Belarus"),
    ("The Houthis threatened Saudi Arabia with missile strikes.", "THREATEN", "Houthis", "Saudi Arabia"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "actor", "recipient"), CASES, ids=[c[0] for c in CASES])
def test_actor_and_recipient(event: Callable[..., Event], text: str, kind: str, actor: str, recipient: str) -> None:
    found = event(text, kind)
    assert found.actors
    assert actor in found.actors[0].evidence.words
    assert any(recipient in p.evidence.words for p in found.recipients)
    assert not any(recipient in p.evidence.words for p in found.actors)


@pytest.mark.parametrize(
    "text",
    [
        "A market in Omdurman was shelled on Monday.",
        "Three soldiers were killed in an ambush near Gao.",
        "A bomb killed nine people in Mogadishu.",
        "The school in Loikaw was hit by an air strike.",
        "The mayor of Culiacán was murdered on Friday.",
    ],
)
def test_an_agentless_passive_has_no_actor(event: Callable[..., Event], text: str) -> None:
    assert event(text, "ASSAULT").actors == ()


@pytest.mark.parametrize(
    ("text", "a", "b"),
    [
        ("Al-Shabaab fighters and government troops clashed in Galmudug.", "Al-Shabaab", "government troops"),
        ("Government troops clashed with Al-Shabaab fighters in Galmudug.", "Al-Shabaab", "Government troops"),
        ("Colombia's ELN and the FARC dissidents fought in Catatumbo, killing 80 people.", "ELN", "FARC dissidents"),
    ],
)
def test_in_two_sided_fighting_both_sides_act(event: Callable[..., Event], text: str, a: str, b: str) -> None:
    words = {p.evidence.words for p in event(text, "ASSAULT").actors}
    assert any(a in w for w in words)
    assert any(b in w for w in words)


def test_joined_actors_are_two_parties(event: Callable[..., Event]) -> None:
    found = event("The EU and Canada imposed sanctions on Belarus.", "SANCTION")
    assert [p.id for p in found.actors] == ["eu", "can"]


def test_a_town_before_an_act_says_where_not_who(event: Callable[..., Event]) -> None:
    assert event("A Kabul car bombing killed five people.", "ASSAULT").actors == ()


def test_a_weapon_is_not_an_actor(event: Callable[..., Event]) -> None:
    assert event("A roadside bomb killed four soldiers in Gao.", "ASSAULT").actors == ()


def test_a_demonym_before_an_air_strike_is_the_states_forces(event: Callable[..., Event]) -> None:
    assert [p.id for p in event("Pakistani air strikes killed 46 people in Khost.", "ASSAULT").actors] == ["pak-mil"]


def test_unnamed_gunmen_stay_as_the_text_says_it(event: Callable[..., Event]) -> None:
    (gunmen,) = event("Unidentified gunmen killed a judge in Kandahar.", "ASSAULT").actors
    assert (gunmen.id, gunmen.kind, gunmen.evidence.words) == (None, "unnamed-armed", "Unidentified gunmen")


def test_suspected_travels_with_the_actor(event: Callable[..., Event]) -> None:
    (actor,) = event("Suspected separatists shot dead three soldiers in Pattani.", "ASSAULT").actors
    assert actor.suspected


def test_lives_lost_are_people(event: Callable[..., Event]) -> None:
    assert [p.name for p in event("A mine blast near Kandahar claimed the lives of nine nomads.", "ASSAULT").recipients] == ["nine nomads"]


def test_who_resigns_is_not_who_announces_it(event: Callable[..., Event]) -> None:
    assert [p.id for p in event("Donald Trump announced John Bolton's resignation on Monday.", "RETREAT").actors] == ["john-bolton"]


def test_nobody_approves_himself(event: Callable[..., Event]) -> None:
    assert event("General Ali Dale approved the attacks on the U.S. Embassy in Baghdad last week.", "SUPPORT").recipients == ()


def test_killed_last_week_is_what_befell_them(event: Callable[..., Event]) -> None:
    found = event("Prayers were held in Goma for three of the five soldiers killed last week.", "ASSAULT")
    assert (found.actors, [p.name for p in found.recipients]) == ((), ["five soldiers"])


def test_a_list_after_a_titled_name_is_whole(event: Callable[..., Event]) -> None:
    found = event("Lawmaker Juan Dale, Luis Elm and Ana Ruiz were arrested by police in Caracas on Monday.", "COERCE")
    assert len(found.recipients) == 3


def test_an_ally_by_name_is_meant(event: Callable[..., Event]) -> None:
    assert [p.id for p in event("Kenya criticised Syria's chief ally, Russia, on Monday.", "ACCUSE").recipients] == ["rus"]


def test_a_coalitions_warplanes_act(event: Callable[..., Event]) -> None:
    found = event("Coalition warplanes carried out three airstrikes on rebel positions near Goma.", "ASSAULT")
    assert [p.name for p in found.actors] == ["Coalition warplanes"]


def test_who_after_a_by_phrase_is_the_doer(events: Callable[..., list[Event]]) -> None:
    text = "Officials confirmed the abduction of nine farmers by Boko Haram, who also killed two soldiers in Borno on Monday."
    assert {p.id for e in events(text) if e.type == "ASSAULT" for p in e.actors} == {"boko-haram"}


def test_a_police_raid_is_the_polices(event: Callable[..., Event]) -> None:
    assert [p.name for p in event("Journalists watched a police raid on a house in Goma on Monday.", "COERCE").actors] == ["police"]


@pytest.mark.parametrize("said", ["“I saw four dead bodies lying in the street,” a trader said.", "Residents witnessed the attack on the market."])
def test_who_looks_on_suffers_nothing(events: Callable[..., list[Event]], said: str) -> None:
    parties = {p.name.lower() for e in events(f"Rebels attacked a market in Gao on Tuesday. {said}") for p in (*e.actors, *e.recipients)}
    assert not parties & {"i", "trader", "a trader", "residents"}
