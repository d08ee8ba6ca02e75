"""Short clauses that a reader takes for one phrase: the noun before the verb does it, the name behind it undergoes it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Sudan's army retook the state broadcaster in Omdurman on Tuesday.", "Sudanese Armed Forces"),
        ("Joint forces of the army and local hunters retook Mubi on Thursday.", "Joint forces of the army"),
        ("The junta retook Lashio on Monday.", "junta"),
    ],
)
def test_the_noun_before_the_verb_does_it(event: Callable[..., Event], text: str, actor: str) -> None:
    assert event(text, "COERCE").actors[0].name == actor


def test_a_body_before_the_verb_is_no_part_of_its_object(event: Callable[..., Event]) -> None:
    assert [p.name for p in event("The Houthis massed fighters around Marib on Sunday.", "MOBILIZE").actors] == ["Houthis"]
