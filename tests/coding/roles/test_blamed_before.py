"""Whom somebody blames for an attack told before is its doer, suspected, and changes nothing of what is told on the report's own word."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Doers = list[tuple[str, bool]]


@pytest.mark.parametrize(
    ("text", "doers", "status"),
    [
        ("Gunmen killed four traders in Gao on Monday. Officials blamed the Lord's Resistance Army.", [("Lord's Resistance Army", True)], "asserted"),
        ("Nine tourists were killed by shelling in Zakho on Sunday. Iraq blamed Turkey.", [("Turkey", True)], "asserted"),
        ("Nine tourists were killed by shelling in Zakho on Sunday. Iraq blamed Turkey. Ankara denied responsibility.", [("Turkey", True)], "asserted"),
        ("Ten people died in an attack in Beni on Monday. The army said al-Shabaab was to blame.", [("al-Shabaab", False)], "attributed"),
        ("Ten people died in an attack in Beni on Monday. The army said al-Shabaab was behind it.", [("al-Shabaab", False)], "attributed"),
        ("A blast hit a mosque in Kunduz on Friday. Officials said four people died. Islamic State said it was behind the blast.",
         [("Islamic State", False)], "attributed"),
        # who struck is known, or more is said than who struck
        ("Rebels attacked a bus in Kasese on Sunday. The minister blamed Rwanda.", [("Rebels", False)], "asserted"),
        ("Soldiers shot a student in Kisumu on Sunday. The army blamed the rebels.", [("Soldiers", False)], "asserted"),
        ("Gunmen killed four traders in Gao on Monday. Residents blamed the government.", [("Gunmen", False)], "asserted"),
        ("Gunmen killed four traders in Gao on Monday. Residents blamed the army for failing to protect them.", [("Gunmen", False)], "asserted"),
    ],
)  # fmt: skip
def test_who_is_blamed_for_what_was_told(events: Callable[..., list[Event]], text: str, doers: Doers, status: str) -> None:
    found = [e for e in events(text, published="2024-06-15") if e.type == "ASSAULT" and e.certain]
    assert [([(p.name, p.suspected) for p in e.actors], e.status) for e in found] == [(doers, status)]
