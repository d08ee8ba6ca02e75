"""Whoever is said to have done it and names his accuser for it does not vouch for the account."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.picture import Picture

Code = Callable[[str], Picture]


def _stances(code_text: Code, text: str) -> dict[str, str]:
    first = next(e for e in code_text(text).events if e.certain and e.type == "ASSAULT")
    return {s.name: s.stance for s in first.sources}


@pytest.mark.parametrize(
    ("text", "accuser", "accused"),
    [
        ("The RSF accused the army of shelling a market in El Fasher on Monday. The army said the shells were the RSF's.", "RSF", "army"),
        (
            "Kyiv accused Russian forces of shelling a hospital in Kherson on Monday. Moscow said Ukrainian troops had fired the shells.",
            "Kyiv", "Moscow",
        ),
        ("The M23 accused the army of bombing a camp in Mugunga on Friday. The army blamed the M23 for the attack.", "M23", "army"),
    ],
)  # fmt: skip
def test_the_accused_contests(code_text: Code, text: str, accuser: str, accused: str) -> None:
    assert _stances(code_text, text) == {accuser: "accuses", accused: "denies"}


def test_who_names_only_those_hurt_contests_nothing(code_text: Code) -> None:
    text = (
        "Residents said the army shelled a market in Kadugli on Monday. The army said it was a mistake and that residents had been warned."
    )
    assert _stances(code_text, text).get("army") != "denies"
