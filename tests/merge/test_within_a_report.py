"""Merging inside one report: an occurrence told several times is one event; two occurrences stay two."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Many = Callable[..., list[Event]]


def assaults(events: Many, text: str, **given: str) -> list[Event]:
    return [e for e in events(text, **given) if e.type == "ASSAULT"]


ONE = [
    "Rebels shelled the market in Omdurman on Monday. The shelling killed 46 people.",
    "Pakistani jets bombed a camp in Khost. The air strikes killed 46 people, officials said.",
    "Gunmen attacked a church in Ouagadougou on Sunday. Fourteen people were killed in the attack.",
    "A car bomb exploded in Mogadishu on Saturday. The blast killed nine people. The death toll later rose to 12.",
    "Israel bombed a school in Rafah. At least 30 people were killed in the Israeli strike, medics said.",
]


@pytest.mark.parametrize("text", ONE)
def test_one_attack_told_twice_is_one_event(events: Many, text: str) -> None:
    found = assaults(events, text)
    assert len(found) == 1
    assert found[0].killed is not None


TWO = [
    "Fighters attacked the town of Bunia on Monday. Fighters attacked the town of Beni on Monday.",
    "The army shelled Omdurman on Monday, killing 10 people. On Tuesday the army shelled Omdurman, killing seven.",
    "Israel bombed a school in Rafah. Hezbollah shelled a village in Galilee.",
    "Rebels killed 16 soldiers at a checkpoint in Chad. In another attack, 30 villagers were killed in Niger.",
    "Gunmen killed a judge in Quetta. Gunmen killed a teacher in Peshawar.",
    "On Tuesday the army bombed a village in Shan state. In 2017, soldiers killed thousands of Rohingya in Rakhine state.",
]


OF_ANOTHER = [
    "Omar Sabri stabbed several people in a hall in London with a knife. Police shot him dead. Two of Sabri's victims died.",
    "A man grabbed a knife and began to stab people in a shop in Leeds. Officers shot him dead.",
]


@pytest.mark.parametrize("text", OF_ANOTHER)
def test_whom_the_police_shot_is_not_among_his_victims(acts: Many, text: str) -> None:
    by_police = [e for e in assaults(acts, text) if any(p.kind == "police" or "fficer" in p.name for p in e.actors)]
    assert [len(e.claims) for e in by_police] == [1]


def test_the_victim_known_to_all_is_not_of_the_sentence_before(events: Many) -> None:
    text = "Gunmen shot two protesters in Lagos on Monday. The march was held over the shooting of Tunde Bello."
    assert not any("Bello" in c.act.words and len(e.claims) > 1 for e in assaults(events, text) for c in e.claims)


@pytest.mark.parametrize("text", TWO)
def test_two_attacks_are_two_events(events: Many, text: str) -> None:
    assert len(assaults(events, text)) == 2


def test_figures_of_two_attacks_are_never_added(events: Many) -> None:
    text = "Rebels killed 16 soldiers at a checkpoint in Chad. In another attack, 30 villagers were killed in Niger."
    values = {c.best for e in events(text) for c in (e.killed,) if c}
    assert values == {16, 30}


def test_the_heading_repeats_and_never_adds(events: Many) -> None:
    found = assaults(events, "Rebels killed 40 soldiers in an ambush near Kidal on Friday.", title="Rebels kill 40 soldiers in Kidal")
    assert len(found) == 1
    assert {c.heading for c in found[0].claims} == {True, False}


def test_the_body_outweighs_the_heading(events: Many) -> None:
    found = assaults(
        events, "Rebels reportedly killed 40 soldiers in an ambush near Kidal on Friday.", title="Rebels kill 40 soldiers in Kidal"
    )
    assert [e.status for e in found] == ["hedged"]


def test_what_only_a_heading_tells_is_not_printed(events: Many) -> None:
    assert events("Officials spoke on Tuesday about the weather.", title="Rebels kill 10 in Goma") == []


def test_every_merge_says_why(events: Many) -> None:
    (found,) = assaults(events, ONE[0])
    assert len(found.claims) > 1
    assert found.merge.because
    assert 0 < found.merge.score <= 1


def test_an_act_told_once_says_so(events: Many) -> None:
    (found,) = assaults(events, "Rebels shelled the market in Omdurman on Monday.")
    assert (found.merge.score, found.merge.because) == (1.0, ("told once",))


def test_a_total_is_not_merged_with_one_attack(events: Many) -> None:
    text = "A bombing in Cali killed nine people on Monday. Hamas has killed 400 people in the city since 2021."
    found = assaults(events, text)
    assert sorted((e.killed.best or 0, e.aggregate) for e in found if e.killed) == [(9, False), (400, True)]


def test_two_reproaches_of_one_body_in_one_breath_are_one(events: Many) -> None:
    text = "Iran condemned the Israeli strike. Iran called the Israeli strike barbaric."
    assert len([e for e in events(text) if e.type == "ACCUSE"]) == 1
    assert not any(p.id == "irn" for e in events(text) if e.type == "ASSAULT" for p in e.actors)


def test_different_acts_of_policy_stay_apart(events: Many) -> None:
    text = "The EU imposed sanctions on Belarus. Poland expelled two Belarusian diplomats."
    assert len([e for e in events(text) if e.type == "SANCTION"]) == 2


def test_the_headline_is_of_the_act_the_report_opens_with(events: Many) -> None:
    text = "Officials spoke late. A trader, Luis Arango, was shot dead in Cali on Sunday, police said."
    assert len(assaults(events, text, title="Trader shot dead in Cali")) == 1


def test_one_person_arrested_is_arrested_once(events: Many) -> None:
    text = (
        "Police arrested Vincent Adeyemi on Tuesday. The town was calm. Shops were open. Schools stayed shut. Buses ran. "
        "Traders came back. Vincent Adeyemi was arrested over a fire."
    )
    assert len([e for e in events(text) if e.type == "COERCE"]) == 1


def test_two_persons_arrested_are_two_arrests(events: Many) -> None:
    text = "Vincent Adeyemi was arrested in Jos. Jamal Williams was arrested in Kano."
    assert len([e for e in events(text) if e.type == "COERCE"]) == 2
