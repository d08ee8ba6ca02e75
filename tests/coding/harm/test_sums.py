"""What is added up over a long time is a statistic; an act told beside it is one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Events = Callable[..., list[Event]]

SUMS = (
    "Monitors have documented 64 attacks by the rebels since the start of 2025, which killed 31 people.",
    "At least 210 prisoners have been executed in the kingdom this year, a rights group said.",
    "A tally by a think tank puts the number of people killed in the state in the past three years at 2,300.",
    "Police data show that 40 attacks were made on officers in the first four months of the year, in which 22 policemen were killed.",
    "From January to April 2025, the group counted 512 people killed in the capital.",
    "A tally by the Monitor, a local group, puts the number of persons killed in the state in the past five years at 4,117.",
    "An attack on a peacekeeper is an attack on this Council.",
    "The union counts 27 members murdered since 2018.",
    "The ten-year insurgency, which claimed 60,000 lives, ended in 2014.",
)
ACTS = (
    "The north has been tense since September 2023, when gunmen killed a police sergeant near Banjska.",
    "A bombing that killed nine in Gao on Monday is an attack on the peace process.",
    "Rebels killed 12 soldiers in Gao on Friday, the deadliest attack since January.",
    "The journalist has been in prison since 2019, when police arrested 30 members of his party.",
    "Since Monday the army has been shelling positions of the rebels north of Nasir, wounding three patients.",
    "Boko Haram has killed at least 81 people in Nigeria since April.",
)


@pytest.mark.parametrize("text", SUMS)
def test_a_sum_over_a_long_time_is_no_act(events: Events, text: str) -> None:
    assert [e.type for e in events(text, published="2025-06-14")] == []


@pytest.mark.parametrize("text", ACTS)
def test_an_act_beside_a_stretch_of_time_is_told(events: Events, text: str) -> None:
    assert len(events(text, published="2025-06-14")) == 1


def test_a_day_beside_what_was_counted_until_now_is_not_its_own(events: Events) -> None:
    texts = {
        "With the arrest of a courier on Monday, the police have detained more than 30 commanders since the start of the year.": True,
        "On Monday rebels killed 12 soldiers in Gao, the worst attack since the start of the year.": False,
    }
    for text, aggregate in texts.items():
        counted = [e for e in events(text, published="2025-06-14") if any((c.best or 0) > 1 for c in (e.captured, e.killed) if c)]
        assert [e.aggregate for e in counted] == [aggregate]
