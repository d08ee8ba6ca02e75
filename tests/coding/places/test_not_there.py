"""The court's town, the hospital's and somebody's home are not where it happened; of two places told, each is of its act."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.picture import Reading


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("A court in Dhaka sentenced four men to death for killing a blogger in 2015.", "ASSAULT", None),
        ("A Lagos court jailed three men over the killing of a trader.", "ASSAULT", None),
        ("A Lagos court jailed three men over the killing of a trader.", "SANCTION", "Lagos"),
        ("A court in Goma sentenced a colonel to ten years for the murder of a nurse in Beni.", "SANCTION", "Goma"),
        ("Police arrested four men over an attack on a concert hall in Tamale.", "COERCE", None),
        ("Police detained four men in connection with an attack on a mill in Tamale.", "COERCE", None),
        ("Canada imposed sanctions on two commanders over killings in Goma.", "SANCTION", None),
        ("Canada imposed sanctions on two commanders over killings in Goma.", "ASSAULT", "Goma"),
        ("Two soldiers hurt in an ambush were being treated at a hospital in Goma.", "ASSAULT", None),
        ("The army shelled a hospital in Goma.", "ASSAULT", "Goma"),
        ("Gunmen killed a teacher from Quetta on Sunday.", "ASSAULT", None),
        ("Ten farmers were abducted from Goma on Sunday.", "ASSAULT", "Goma"),
        ("Detectives arrested Ada Taylor, 21, of Sacramento, on Saturday.", "COERCE", None),
        ("Three soldiers and two policemen were killed in Goma.", "ASSAULT", "Goma"),
    ],
)
def test_places_of_something_else(text: str, kind: str, place: str | None, read_text: Callable[..., Reading]) -> None:
    claims = [c for c in read_text(text, published="2024-06-15").claims if c.type == kind]
    assert claims
    assert {c.place and c.place.name for c in claims} == {place}


def test_each_act_is_on_its_side_of_and(read_text: Callable[..., Reading]) -> None:
    text = "Guards fired on a crowd in Homs on Friday, killing six, and in Hama on Saturday, killing two."
    told = [(c.place and c.place.name, str(c.date and c.date.start)) for c in read_text(text, published="2024-06-15").claims]
    assert told == [("Homs", "2024-06-14"), ("Hama", "2024-06-15")]
