"""Versions: who contradicts another's account of an attack is not swallowed by it, and denies no more than he denies."""

from __future__ import annotations

from collections.abc import Callable

from casus.model.event import Event
from casus.model.picture import Picture

Code = Callable[[str], Picture]


def _attacks(code_text: Code, text: str) -> list[Event]:
    return [e for e in code_text(text).events if e.certain and e.type == "ASSAULT"]


def _killed(events: list[Event]) -> list[int | None]:
    return [e.killed.best if e.killed is not None else None for e in events]


def test_an_accusers_count_of_other_dead_stands_beside_the_armys(code_text: Code) -> None:
    events = _attacks(
        code_text,
        "Mali's army said it killed 12 jihadists in a raid on Monday. A rights group said soldiers executed eight herders in the village.",
    )
    assert _killed(events) == [12, 8]
    assert [[s.name for s in e.sources] for e in events] == [["Mali's army"], ["rights group"]]


def test_whom_an_army_says_it_killed_stands_beside_whom_the_report_counts(code_text: Code) -> None:
    text = "Three traders died when troops fired at a market in Bunia on Monday. The army said it had come under attack and had killed six militiamen."
    assert _killed(_attacks(code_text, text)) == [3, 6]


def test_one_side_s_dead_by_another_noun_are_told_again(code_text: Code) -> None:
    assert len(_attacks(code_text, "Troops killed 12 militants in Gwoza on Monday. The army said its soldiers killed 15 rebels.")) == 1


def test_a_denial_is_of_the_others_account(code_text: Code) -> None:
    text = "The army said it shelled rebel trenches near Bor on Monday. Aid workers said shells killed five women in a camp. The army denied firing on the camp."
    events = _attacks(code_text, text)
    assert [e.status for e in events] == ["attributed", "denied"]
    assert _killed(events) == [None, 5]


def test_who_owns_to_the_strike_denies_a_detail_of_it(code_text: Code) -> None:
    text = (
        "The army said it killed 30 militants in an air strike in Zuru on Friday. "
        "Residents said the bombs hit a wedding, killing 19 civilians. The army denied hitting civilians."
    )
    (event,) = _attacks(code_text, text)
    assert event.status == "attributed"
    assert {v.value for c in event.contested for v in c.versions} == {30, 19}


def test_who_owns_to_nothing_denies_it_all(code_text: Code) -> None:
    text = (
        "Residents said the army bombed a market in Torit on Monday and killed nine traders. The army denied that it had bombed the market."
    )
    (event,) = _attacks(code_text, text)
    assert event.status == "denied"
