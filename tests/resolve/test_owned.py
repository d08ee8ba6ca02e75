"""What belongs to who is told of beside it is that actor's: "Norda, whose jets bombed", "the group's spokesman said his fighters"."""

from __future__ import annotations

import pytest

from casus.ingest.report import report_from_text
from casus.pipeline import Tools, read_report


@pytest.fixture(scope="module")
def tools() -> Tools:
    return Tools.load()


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Pakistan, whose jets bombed two villages in Khost on Monday, said nothing.", "Pakistan Armed Forces"),
        ("Hezbollah, whose fighters shelled a farm near Metula on Monday, said nothing.", "Hezbollah"),
        ("M23's spokesman said that his movement had not shelled the camp at Mugunga on Monday.", "March 23 Movement"),
        ("The spokesman of Hamas said his fighters killed two soldiers in Rafah on Monday.", "Hamas"),
        ("Omar Dad, spokesman of the Balochistan Liberation Army, said his group attacked a convoy in Turbat.", "Baloch Liberation Army"),
        ("Sudan's army spokesman said his forces bombed Nyala on Monday, killing nine rebels.", "Sudanese Armed Forces"),
        ("The commander, whose men killed six farmers in Dori on Monday, fled.", "men"),
        ("A teacher said his group was attacked by Hamas fighters in Rafah on Monday.", "Hamas"),
    ],
)
def test_whose_men_they_are(text: str, doer: str, tools: Tools) -> None:
    claims = read_report(report_from_text(text, published="2024-06-15"), tools).claims
    assert [p.name for c in claims if c.type == "ASSAULT" for p in c.actors] == [doer]


def test_police_speak_of_themselves_as_it(tools: Tools) -> None:
    text = "Peru's police said it had opened an inquiry into the killing of a protester in Puno on Monday."
    claims = read_report(report_from_text(text, published="2024-06-15"), tools).claims
    assert {p.name for c in claims if c.type == "ACCUSE" for p in c.actors} == {"Police of Peru"}
