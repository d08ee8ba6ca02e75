"""What in one report sets two acts apart: who struck back, the next one, one's own hand; and what does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Many = Callable[..., list[Event]]

TWO = {
    "the guards answered": "Two gunmen shot dead a clerk at a bank in Sirte on Monday. Soldiers returned fire and wounded one of the gunmen.",
    "the attackers were struck": "Militants attacked a post in Tank on Monday and killed two guards. Troops shot dead three of the attackers.",
    "other hands, other victims": "Bandits killed five farmers in Kontagora on Friday. Vigilantes killed five herders in a camp.",
    "hours later": "A mine blew up a lorry near Gao on Monday, killing two drivers. Hours later a jeep hit a mine on that road, wounding a nurse.",
    "earlier": "A trader was shot dead in Camden Street in Sirte on Friday. Earlier on Friday, Ali Sol, 20, was shot dead in the street where he lived.",
    "a second one": "A bomb exploded at a mill in Homs on Monday, killing four people. A second bomb went off at a bakery and killed two.",
    "by his own hand": "A soldier killed two comrades at a base near Gao on Sunday. He then shot himself dead.",
    "as news of its own": "Gunmen raided an inn in Merca on Friday and killed a cook. The raid follows a bombing last month that killed 16 dockers.",
    "one side, its soldiers and the public": "Militants attacked a military post in Tank on Monday and killed two guards. The army met elders. "
    "Rain fell on the town. The militants had targeted shopkeepers.",
    "one, and both": "A bomb at an inn in Goma on Sunday killed three people. In all, seven people died in the two bombs.",
}
ONE = {
    "the doers' own dead beside others": "Soldiers clashed with rebels near Pemba on Sunday. Eight rebels and two soldiers were killed in the battle.",
    "a death of wounds": "A mayor was shot in Cotabato on Monday. He died of his wounds on Wednesday.",
    "a toll that rose": "A car bomb in Jalula on Monday killed seven people. The death toll rose to 11 on Tuesday, a doctor said.",
    "two voices on the doer": "Gunfire killed eight villagers in Loikaw on Monday. Rebels blamed the army for the gunfire.",
    "a second victim": "A man was shot in a street in Durban on Monday. A second man was wounded.",
}


def attacks(events: Many, text: str) -> list[Event]:
    return [e for e in events(text, published="2024-12-26") if e.type == "ASSAULT"]


@pytest.mark.parametrize("why", TWO)
def test_two_acts_stay_two(events: Many, why: str) -> None:
    figures = [c.best for e in attacks(events, TWO[why]) for c in (e.killed, e.injured) if c is not None]
    assert all(len({c.sentence for c in e.claims if c.certain}) <= 1 for e in attacks(events, TWO[why]))
    assert len(figures) >= 1


@pytest.mark.parametrize("why", ONE)
def test_one_act_stays_one(events: Many, why: str) -> None:
    assert len(attacks(events, ONE[why])) == 1


def test_the_later_figure_of_a_rising_toll_stands(events: Many) -> None:
    (found,) = attacks(events, ONE["a toll that rose"])
    assert found.killed is not None
    assert found.killed.best == 11


def test_figures_of_two_doers_in_one_sentence_are_not_added(events: Many) -> None:
    found = attacks(events, "A bomb in Erbil killed four people on Monday, and one in Zakho killed two, police said.")
    assert 6 not in [e.killed.best for e in found if e.killed]


def test_a_part_of_the_dead_is_no_figure_of_its_own(events: Many) -> None:
    (found,) = attacks(events, "A bomb killed nine people in Loralai on Monday, police said. Two children were among the dead.")
    assert found.killed is not None
    assert found.killed.best == 9


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("On Thursday police shot dead a man in Oran.", 1), ("Gunmen robbed a bus and shot dead four traders in Anka.", 4),
        ("Police shot dead at least three people and wounded six in Goma.", 3), ("Armed men shot dead two in Bara.", 2),
    ],
)  # fmt: skip
def test_shot_dead_counts_the_dead(code_text: Callable[..., object], text: str, killed: int) -> None:
    found = [e for e in code_text(text).events if e.type == "ASSAULT"]  # type: ignore[attr-defined]
    assert [e.killed.best for e in found if e.killed] == [killed]


def test_what_an_act_was_done_for_is_no_part_of_it(events: Many) -> None:
    found = attacks(events, "The army killed ten fighters in Wana on Monday because they had attacked a convoy, the defence minister said.")
    assert [p.name for p in found[0].recipients] == ["ten fighters"]


def test_an_act_at_a_place_the_gazetteer_cannot_tell_is_not_the_one_before(events: Many) -> None:
    found = attacks(events, "In Lagos, Nigeria, gunmen killed four traders on Sunday. A union said a reporter was killed in Gaza.")
    assert [len(e.recipients) for e in found] == [1, 1]
