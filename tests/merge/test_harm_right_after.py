"""Harm told in the sentence right after the only attack it can be of is that attack's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Many = Callable[..., list[Event]]
_BEFORE = (
    "The council met on Monday in Kalo to speak of roads. The mayor opened a new bridge on Tuesday. "
    "A delegation of teachers visited the ministry to ask for wages. The harvest was late this year, farmers said. "
)


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Rockets fell on the town of Arbo on Friday. A mother of five, Leyla Aksoy, was killed and nine civilians were injured.", 1, 9),
        ("Gunmen stormed a clinic in Arbo on Sunday and shot dead two nurses. A guard was shot in the thigh and survived.", 2, 1),
        ("Men in a van fired on a wedding in Arbo on Friday. Three guests died on arrival at the hospital; eight were wounded.", 3, 8),
    ],
)  # fmt: skip
def test_harm_right_after(events: Many, text: str, killed: int, injured: int) -> None:
    found = [e for e in events(_BEFORE + text, published="2025-03-16") if e.type == "ASSAULT" and e.certain]
    assert [(e.killed and e.killed.best, e.injured and e.injured.best) for e in found] == [(killed, injured)]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels shelled the power station of Arbo on Friday. The conflict has killed tens of thousands of people.",
        "Rebels shelled the power station of Arbo on Friday. Two people were killed in Kalo on Thursday.",
        "Rebels shelled the power station of Arbo on Friday. Elsewhere, two people were killed.",
    ],
)
def test_harm_of_another(events: Many, text: str) -> None:
    found = [e for e in events(_BEFORE + text, published="2025-03-16") if e.place is not None and e.place.name == "Arbo"]
    assert all(e.killed is None for e in found)
