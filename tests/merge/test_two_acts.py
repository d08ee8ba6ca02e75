"""Two acts told close together stay two, and a toll told far from its act finds it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Events = Callable[..., list[Event]]

TWO = [
    "Police shot and injured a trader outside a court in Kisumu. In the early hours of Tuesday a boy was shot dead in Nakuru.",
    "Herders beat 11 farmers near Gao on Thursday. In the shootout with armed smugglers that followed, two men were killed.",
    "Armed youth attacked a cattle camp at Gao on Thursday. A revenge raid on a village near Mopti left three traders dead.",
]


@pytest.mark.parametrize("text", TWO)
def test_the_next_act_is_another(events: Events, text: str) -> None:
    assert len([e for e in events(text, published="2025-06-14") if e.type == "ASSAULT"]) == 2


def test_many_hurt_are_not_the_one_who_was_fired_at(acts: Events) -> None:
    text = "A car bomb went off at a checkpoint in Goma on Thursday. Soldiers fired on the driver. Twenty-two people were taken to hospital."
    told = acts(text, published="2025-06-14")
    assert [e.injured.best for e in told if e.injured] == [22]
    assert not [e for e in told if e.injured and any("fired on" in c.act.words for c in e.claims)]


def test_the_death_of_so_many_points_back_at_nothing(events: Events) -> None:
    text = "Rebels shot dead two traders in Gao on Thursday. The army acknowledged the death of six of its own soldiers in Mopti."
    assert all((e.killed.best if e.killed else 0) != 6 or len(e.claims) == 1 for e in events(text, published="2025-06-14"))


def test_a_heading_holds_no_two_acts_together(events: Events) -> None:
    title = "Bombs in Kandahar"
    text = f"{title}\n\nA bomb killed two traders in Kandahar on Monday.\n\nOn Tuesday a bomb killed four nurses in Kandahar."
    assert len([e for e in events(text, published="2025-06-14", title=title) if e.type == "ASSAULT"]) == 2


def test_the_doer_of_the_heading_did_what_is_told_without_a_day(events: Events) -> None:
    title = "Charity camp bombed by Ethiopian government"
    lead = "The government of Ethiopia bombed a charity camp in Mekele on Thursday, the charity says."
    between = "The camp lies in a valley.\n\nIt holds 24,000 people.\n\nMost came last year."
    text = f"{title}\n\n{lead}\n\n{between}\n\nAccording to a press release, Ethiopian Army planes dropped four bombs."
    assert len([e for e in events(text, published="2025-03-14", title=title) if e.type == "ASSAULT"]) == 1


def test_a_heading_that_names_both_sides_tells_what_names_them_again(events: Events) -> None:
    title = "Ethiopian warplanes hit Eritrea"
    lead = "Ethiopian warplanes hit a town in western Eritrea, killing nine people, after a row over a port."
    between = "The two are old rivals.\n\nThey once were one country.\n\nTrade between them has stopped."
    text = f"{title}\n\n{lead}\n\n{between}\n\nJust days later, there was an Ethiopian military strike on Eritrean territory."
    assert len([e for e in events(text, published="2025-03-14", title=title) if e.type == "ASSAULT"]) == 1
