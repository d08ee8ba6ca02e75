"""A person called by name dies once in a report; kin, bodies of men and what is only planned are not he."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.picture import Picture

Told = Callable[..., Picture]


def assaults(picture: Picture) -> list[list[str]]:
    return [[c.act.words for c in e.claims] for e in picture.events if e.type == "ASSAULT" and e.certain]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen shot dead journalist Hassan al-Amri in Aden on Tuesday. His colleagues held a vigil in Sanaa. The killing of al-Amri shocked them.",
        "Police shot Adam Nowak dead in Lodz on Sunday. Crowds gathered. Shops stayed shut. Residents light candles after the police killing of Adam Nowak, "
        "in Lodz, Poland, March 11, 2025.",
    ],
)
def test_one_death_is_one_event(code_text: Told, text: str) -> None:
    assert len(assaults(code_text(text, published="2025-03-14"))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed Karim Haidari in Kunduz on Monday. His brother Walid Haidari was killed in Kunduz last year.",
        "Gunmen killed Karim Haidari in Kunduz on Monday. On Tuesday they killed three of Karim Haidari's guards in Imam Sahib.",
    ],
)
def test_two_deaths_are_two(code_text: Told, text: str) -> None:
    assert len(assaults(code_text(text, published="2025-03-14"))) == 2
