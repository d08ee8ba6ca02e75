"""Who takes an attack told before upon itself is a doer of it, in whatever words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Gunmen killed a guard near Pasni on Friday. The Balochistan Liberation Front claimed responsibility of the attack.", "Balochistan Liberation Front"),
        ("Gunmen killed a councillor in Quetta on Friday. Lashkar-e-Jhangvi took responsibility for the killing.", "Lashkar-e-Jhangvi"),
        ("Gunmen killed four guards in Pasni on Friday. Responsibility was claimed by Lashkar-e-Jhangvi.", "Lashkar-e-Jhangvi"),
        ("A bomb went off in Imphal on Monday, injuring a clerk. The Red Front owned up to the blast.", "Red Front"),
        ("Gunmen killed four guards in Pasni on Friday. Responsibility was not claimed by Lashkar-e-Jhangvi.", "Gunmen"),
    ],
)  # fmt: skip
def test_who_claims_it_did_it(events: Callable[..., list[Event]], text: str, doer: str) -> None:
    assert {p.name for e in events(text) if e.type == "ASSAULT" for p in e.actors} == {doer}
