"""Words that tell no act of their type here: parades, dangers, feasts, phrases without a verb, what would have been."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Events = Callable[..., list[Event]]


@pytest.mark.parametrize(
    "text",
    [
        "Paramilitary policemen march in Goma before the congress, May 3, 2024.",
        "The criticism was stoked by the threat of further attacks by the Islamic State in Goma.",
        "France was celebrating its 70th Independence Day in Paris on Monday.",
        "The president said in Goma on Monday the raid could have been prevented if police had resorted to methods, including torture, against him.",
        "Government's crackdown in Egypt.",
        "Congress has until September 17 to approve or reject the agreement with Iran.",
        "A group of 100 people marched in London on Saturday to pay tribute to the victims.",
        "The Afghan government, for its part, called the Taliban warning “propaganda”.",
        "Turkey will remain under attack for the rest of the year, analyst Omar Sabri warned Turkey on Monday.",
    ],
)
def test_no_act_is_told(events: Events, text: str) -> None:
    assert not [e for e in events(text) if e.certain]


def test_who_will_be_among_them_plans_it(events: Events) -> None:
    told = events("Minister Smith will be among officials briefing French lawmakers in Paris on Monday.")
    assert {e.status for e in told} == {"planned"}


def test_who_denies_and_accuses_has_accused(events: Events) -> None:
    told = events("France said Mali had bombed a town in Gao on Monday. Mali denied the allegations and accused France of lying.")
    assert [e.status for e in told if e.type == "ACCUSE"] == ["asserted"]
