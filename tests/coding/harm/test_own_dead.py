"""Attackers who died in their attack are not counted where others who died in it are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.picture import Picture

Code = Callable[[str], Picture]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Four attackers were killed in an assault on a base in Gao on Monday that left eight soldiers dead.", 8),
        ("Suicide bombers struck a mosque in Kano on Monday; three bombers died and 22 worshippers were killed.", 22),
        ("The group said four of its men died and it killed 21 soldiers in the attack on the camp at Boni on Monday.", 21),
        ("The militia said six of its fighters were killed and that it killed 12 soldiers in an ambush in Sake on Sunday.", 12),
        ("Two attackers and six guards were killed in an attack on a bank in Herat on Monday.", 8),
        ("Three attackers were killed in an assault on a base in Gao on Monday.", 3),
    ],
)
def test_own_dead(code_text: Code, text: str, killed: int) -> None:
    (event,) = [e for e in code_text(text).events if e.certain]
    assert event.killed is not None
    assert event.killed.best == killed
