"""What shows that two acts of one kind in one report are one: not that they are of one kind."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event
from casus.model.picture import Picture

Many = Callable[..., list[Event]]

APART = {
    "two shootings of one army": "Norian troops shot a farmer in Tel Abad. The council met on Sunday. Prices rose. "
    "In Homs, Norian troops opened fire on mourners.",
    "two reproaches of one man": "Barack Obama criticised Donald Trump's tax plan. Markets fell. The debate went on for hours. Voters were tired. "
    "Barack Obama criticised the army of Mali.",
    "one denied, one claimed by the same voice": "The minister denied that Norian troops had attacked traders in Bento. "
    "The minister said 100 rebels had been killed.",
    "two towns": "Striking teachers marched in Sukkur. Shops were closed. Buses did not run. Nurses marched in Mirpur.",
}
TOGETHER = {
    "the same town and means": "A car bomb killed nine people in Homs on Monday. Rain fell. The car bomb in Homs tore the roof off a bakery.",
    "a figure above one": "Rebels killed 14 miners near Goma. The road was closed. A priest spoke. Rebels shot the 14 miners at dawn, he said.",
    "who did it, near": "Militants raided a bank in Gao on Monday. The militants fired rifles at the guards.",
}


def attacks(events: list[Event]) -> list[Event]:
    return [e for e in events if e.type in {"ASSAULT", "PROTEST", "ACCUSE"}]


@pytest.mark.parametrize("why", APART)
def test_two_acts_of_one_kind_stay_two(code_text: Callable[..., Picture], why: str) -> None:
    assert len(attacks(list(code_text(APART[why], published="2024-12-26").events))) == 2


@pytest.mark.parametrize("why", TOGETHER)
def test_an_act_told_again_is_one(events: Many, why: str) -> None:
    assert len(attacks(events(TOGETHER[why], published="2024-12-26"))) == 1
