"""Rival counts of one crowd, whatever each voice takes the dead for, are versions of one toll and one party."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations

from casus.model.picture import Reading
from casus.pipeline import Tools, draw

TOLD = (
    ("An air strike on a village near Kutum killed 46 people on Monday, a village elder said.", "2024-06-04"),
    ("Army jets struck a village near Kutum on Monday, killing about 20 militants, an army spokesman said.", "2024-06-04"),
    ("At least 12 civilians were killed in an air strike on a village near Kutum on Monday, a rights group said.", "2024-06-05"),
)


def test_rival_counts_are_one_crowd_and_three_versions(read_text: Callable[..., Reading], tools: Tools) -> None:
    for order in permutations(TOLD):
        (event,) = [e for e in draw([read_text(*t) for t in order], tools).events if e.certain]
        assert [p.name for p in event.recipients] == ["46 people"]
        (contest,) = event.contested
        assert {(v.value, event.sources[v.source].name) for v in contest.versions if v.source is not None} == {
            (46, "village elder"), (20, "army spokesman"), (12, "rights group"),
        }  # fmt: skip


def test_own_dead_stay_beside_them(read_text: Callable[..., Reading], tools: Tools) -> None:
    told = ("A bomb killed nine people at a market in Gwoza on Monday, residents said.", "2024-06-04")
    army = ("The army said two soldiers were killed by a bomb at a market in Gwoza on Monday.", "2024-06-04")
    (event,) = [e for e in draw([read_text(*told), read_text(*army)], tools).events if e.certain]
    assert {"nine people", "two soldiers"} <= {p.name for p in event.recipients}
