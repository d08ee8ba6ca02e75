"""One day told in a paragraph holds for what it goes on to tell of the same scene."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.picture import Reading


def days(reading: Reading, word: str) -> set[str]:
    found = (c.date if c.date is not None and c.date.evidence is not None else c.day for c in reading.claims if word in c.act.words)
    return {str(d.start) for d in found if d is not None}


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("On Saturday, villagers marched on the town hall in Goma. Tyres were burned; police fired tear gas.", "gas", {"2024-12-21"}),
        ("On Saturday, hundreds of villagers marched in Goma. Tyres were burned; police fired tear gas and arrested six.", "arrested", {"2024-12-21"}),
        ("The mayor arrived on Saturday in Goma. Two men died in an exchange of fire.", "exchange", set()),
        ("In May, rebels ambushed a convoy near Goma. Seven guards were shot dead.", "shot", {"2024-05-01"}),
        ("On Saturday, rebels attacked a village near Goma. Police arrested a suspect.", "arrested", set()),
        ("On Saturday, villagers marched in Goma. Police have fired tear gas.", "gas", set()),
        ("On Saturday, villagers marched in Goma.\n\nPolice fired tear gas at students.", "gas", set()),
        ("On Saturday, villagers marched in Goma. Earlier, police fired tear gas at students.", "gas", set()),
        ("On Saturday, villagers marched in Goma. In Bukavu, police fired tear gas at students.", "gas", set()),
    ],
)  # fmt: skip
def test_the_day_of_a_scene(text: str, word: str, day: set[str], read_text: Callable[..., Reading]) -> None:
    reading = read_text(text)
    assert any(word in c.act.words for c in reading.claims)
    assert days(reading, word) == day


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("The foreign ministry condemned the raid in a statement on Sunday. It urged both sides to hold fire.", True),
        ("The president accused the rebels of treason on Sunday. He has called on the army to act.", False),
        ("The president accused the rebels of treason on Sunday. The mayor of Goma called on the army to act.", False),
    ],
)
def test_what_the_same_speaker_goes_on_to_say(text: str, dated: bool, read_text: Callable[..., Reading]) -> None:
    claim = max((c for c in read_text(text).claims if c.type == "REQUEST"), key=lambda c: c.act.start)
    assert (claim.day is not None) is dated
