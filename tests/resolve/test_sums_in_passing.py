"""What many acts did over months, told by the way in a report of single acts, is kept and not printed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Events = Callable[..., list[Event]]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen shot dead a judge in Mosul on Monday, police said. The city has suffered a string of bombings this year.",
        "A bomb killed three people in Lyon on Friday. Last year France suffered a wave of attacks.",
        "Police arrested a reporter in Minsk on Monday. Last year there were 2,300 political arrests in Belarus, a rights group said.",
        "Rebels ambushed a convoy near Gao on Monday, killing six soldiers. The army has repeatedly bombed villages in the area since 2021.",
    ],
)
def test_a_sum_beside_a_single_act_is_not_printed(events: Events, text: str) -> None:
    assert [e.aggregate for e in events(text, published="2024-06-15")] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya suffered a spate of grenade attacks in the north of the country last year.",
        "Kenya suffered a spate of grenade attacks last year. A man was shot dead in Garissa on Monday.",
        "A mortar shell killed a boy in Donetsk on Monday. In the past week troops have repeatedly shelled the town, killing 12.",
    ],
)
def test_what_a_report_opens_with_and_what_is_of_a_week_are(events: Events, text: str) -> None:
    assert any(e.aggregate for e in events(text, published="2024-06-15"))
