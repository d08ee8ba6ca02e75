"""Doers in lists, and those who did it together or likewise: each of them, and nobody who only says who another is."""

from __future__ import annotations

import pytest

from casus.ingest.report import report_from_text
from casus.pipeline import Tools, read_report

LISTED = [
    ("ECOWAS, the African Union and France condemned the coup in Niamey on Monday.", {"Economic Community of West African States", "African Union", "France"}),
    ("Norway's prime minister, the European Union and Ankara condemned the raid on Jenin on Monday.", {"Government of Norway", "European Union", "Government of Turkey"}),
    ("The raid was condemned by the Lutheran bishops, by Human Rights Watch and by the German ambassador.", {"Lutheran bishops", "Human Rights Watch", "Government of Germany"}),
    ("Turkish and Russian bombing of Idlib on Tuesday killed seven people.", {"Turkish Armed Forces", "Russian Armed Forces"}),
    ("Algeria condemned the strike on Homs, and so did Tunisia and Libya.", {"Algeria", "Tunisia", "Libya"}),
    ("The Arab League condemned the bombing in Damascus, as did Jordan.", {"League of Arab States", "Jordan"}),
    ("The United States joined Britain in accusing Russia on Monday of poisoning the activist.", {"United States", "United Kingdom"}),
    ("Police, together with soldiers, arrested 14 people in Mombasa on Sunday.", {"Police", "soldiers"}),
    ("An inquiry into the killing was launched by the Kenyan police alongside the navy.", {"Police of Kenya", "Kenya Defence Forces"}),
    ("Ana Ruiz, the party's founder and leader, condemned the raid on Jenin.", {"Ana Ruiz"}),
    ("John Okoth, an inspector with the Kenyan police, and Mary Wanjiru are investigating the killing of a senator in Nairobi.", {"John Okoth", "Mary Wanjiru"}),
    ("Police arrested the editor along with two reporters in Mombasa on Sunday.", {"Police"}),
    ("Gunmen killed a guard together with his son in Lagos on Sunday.", {"Gunmen"}),
]  # fmt: skip


@pytest.fixture(scope="module")
def tools() -> Tools:
    return Tools.load()


@pytest.mark.parametrize(("text", "doers"), LISTED)
def test_each_of_a_list_did_it(text: str, doers: set[str], tools: Tools) -> None:
    claims = [c for c in read_report(report_from_text(text, published="2024-06-15"), tools).claims if c.actors]
    assert {p.name for p in claims[0].actors} == doers


def test_officials_of_several_countries_are_a_record_each(tools: Tools) -> None:
    report = report_from_text("The presidents of Kenya and Uganda condemned the raid on Goma on Monday.", published="2024-06-15")
    parties = next(c for c in read_report(report, tools).claims if c.actors).actors
    assert [(p.id, p.name) for p in parties] == [("ken", "Kenya"), ("uga", "Uganda")]


def test_a_league_of_states_is_no_league_of_sport(tools: Tools) -> None:
    report = report_from_text("The Arab League condemned the bombing in Damascus on Monday.", published="2024-06-15")
    assert any(c.certain for c in read_report(report, tools).claims)
