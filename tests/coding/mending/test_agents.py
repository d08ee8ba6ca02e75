"""Who does a verb where the parse hangs a neighbour on it: one called upon, a place made for, the dead, who only reports, who has a wound."""

from __future__ import annotations

import pytest

from casus.ingest.report import report_from_text
from casus.pipeline import Tools, read_report


@pytest.fixture(scope="module")
def tools() -> Tools:
    return Tools.load()


@pytest.mark.parametrize(
    ("text", "kind", "doers"),
    [
        ("The dockers' union denounced the raid and called upon Trade Minister Karim Aziz to resign.", "REQUEST", {"dockers' union"}),
        ("On 3 May about 200 students set off for the parliament to call for the withdrawal of troops.", "REQUEST", {"about 200 students"}),
        ("Amman said that two soldiers lost their lives on Friday and complained to the Security Council.", "ACCUSE", {"Government of Jordan"}),
        ("Police said two men shot at a patrol near Bor on Friday and fled.", "ASSAULT", {"two men"}),
        ("Residents of the town reported shelling within the hour on Tuesday, killing three.", "ASSAULT", set()),
        ("The army reported shelling a rebel base near Sake on Tuesday.", "ASSAULT", {"army"}),
        ("A boy was killed by Israeli fire during a raid in Jenin on Monday.", "ASSAULT", {"Israel Defense Forces"}),
        ("Four men died from police fire in Lagos on Monday.", "ASSAULT", {"police"}),
        ("Two people were killed by fire in a Greek hotel on Monday.", "ASSAULT", set()),
        ("Miguel Soto, 25, had a single gunshot wound to the leg, police in Austin said on Monday.", "ASSAULT", set()),
    ],
)
def test_who_does_it(text: str, kind: str, doers: set[str], tools: Tools) -> None:
    claims = read_report(report_from_text(text, published="2024-06-15"), tools).claims
    assert {p.name for c in claims if c.type == kind for p in c.actors} == doers
