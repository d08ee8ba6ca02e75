"""An occurrence that nothing ties to the world is kept, not printed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.picture import Picture


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("The army burned a village.", False),
        ("Somebody shot a guard.", False),
        ("The army burned a village on Monday.", True),
        ("The army burned a village near Gao.", True),
        ("The army burned a village, killing nine people.", True),
        ("The army burned a village, a medic said.", True),
        ("Rebels shot Judge Idris Keita.", True),
    ],
)
def test_a_day_a_place_a_name_a_figure_or_a_voice(code_text: Callable[..., Picture], text: str, printed: bool) -> None:
    assert {e.certain for e in code_text(text).events if e.type == "ASSAULT"} == {printed}


def test_an_act_told_beside_it_lends_its_anchor(code_text: Callable[..., Picture]) -> None:
    found = code_text("Gunmen attacked a bus near Gao. They shot a driver.").events
    assert {e.certain for e in found if e.type == "ASSAULT"} == {True}
