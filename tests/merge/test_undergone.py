"""What befell one person, told again of him within a report, is one act; another sex, another hand, another time is another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.claim import Claim
from casus.model.picture import Picture

Told = Callable[..., Picture]


def groups(picture: Picture, type: str) -> list[list[Claim]]:
    return [list(e.claims) for e in picture.events if e.type == type]


@pytest.mark.parametrize(
    ("type", "text"),
    [
        ("COERCE", "Police arrested a farmer in Gulu on Monday. Neighbours gathered at the station after his arrest."),
        ("COERCE", "A farmer was arrested in Gulu on Monday. The market stayed shut. He was arrested at a roadblock, neighbours said."),
        ("SANCTION", "A court convicted a former mayor of fraud. Villagers cheered. He was convicted on all counts."),
    ],
)
def test_told_again_of_him(code_text: Told, type: str, text: str) -> None:
    assert len(groups(code_text(text), type)) == 1


@pytest.mark.parametrize(
    ("type", "text"),
    [
        ("COERCE", "Police arrested a woman in Gulu on Monday. The market stayed shut. He was arrested at a roadblock, neighbours said."),
        ("COERCE", "Police arrested a farmer in Gulu on Monday. He was also arrested at a rally in 2011, neighbours said."),
        (
            "COERCE",
            "Police arrested 12 farmers in Gulu on Monday. The market stayed shut. He was arrested at a roadblock, neighbours said.",
        ),
    ],
)
def test_another_person_or_time(code_text: Told, type: str, text: str) -> None:
    assert len(groups(code_text(text), type)) == 2
