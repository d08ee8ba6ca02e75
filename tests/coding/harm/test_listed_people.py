"""Figures of people listed one by one: by whatever noun, by their countries, in a list the parse tears, and lists that say who a whole is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Many = Callable[..., list[Event]]


@pytest.mark.parametrize(
    ("text", "kind", "field", "count"),
    [
        ("A bomber struck a gate of the barracks in Kalo on Monday and killed a sentry and a water seller.", "ASSAULT", "killed", 2),
        ("Rebels ambushed a lorry at Kalo on Monday, killing a driver and his mate.", "ASSAULT", "killed", 2),
        ("Gunmen killed a midwife and an usher in Kalo on Monday.", "ASSAULT", "killed", 2),
        ("The shelling of Kalo on Monday killed a nun, a verger and an altar boy.", "ASSAULT", "killed", 3),
        ("Gunmen killed a woman and her cow in a raid on Kalo on Monday.", "ASSAULT", "killed", 1),
        ("The raid on Kalo on Monday killed a farmer and a way of life.", "ASSAULT", "killed", 1),
        ("A bomb killed a Briton and two Poles in Kalo on Monday.", "ASSAULT", "killed", 3),
        ("Police arrested 25 Eritreans, 12 Ethiopians and an Albanian in Kalo on Monday.", "COERCE", "captured", 38),
        ("Six Danes, four Irish citizens, a Canadian and a Spaniard were arrested in Kalo on Monday.", "COERCE", "captured", 12),
        ("Six people, four Poles and two Danes, were killed in a raid on Kalo on Monday.", "ASSAULT", "killed", 6),
        ("Rebels shelled Kalo on Monday. A cook and her aunt, who were walking by, were hurt by splinters.", "ASSAULT", "injured", 2),
    ],
)  # fmt: skip
def test_how_many(events: Many, text: str, kind: str, field: str, count: int | None) -> None:
    found = [getattr(e, field) for e in events(text, published="2025-03-14") if e.type == kind]
    assert {c.best if c is not None else None for c in found} == {count}
