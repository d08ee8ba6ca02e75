"""To whom an act is done, where a clause or a noun under its verb says so, or only a figure."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event


@pytest.mark.parametrize(
    ("type_", "text", "recipients"),
    [
        ("COERCE", "Hundreds were detained in Minsk on Sunday.", ["Hundreds"]),
        ("COERCE", "Police in Nairobi arrested 14 on Tuesday.", ["14 people"]),
        ("COERCE", "In May the government made sweeping arrests of lawyers and journalists in Harare.", ["lawyers", "journalists"]),
        ("REQUEST", "The opposition on Monday demanded the resignation of Prime Minister Ali Haidar.", ["Prime Minister Ali Haidar"]),
        ("REJECT", "The ministry refused to allow the refugees to cross into Kenya on Monday.", ["refugees"]),
        ("AGREE", "The president vowed on Monday that his country would support Ukraine.", ["Ukraine"]),
        ("AGREE", "Rebel leader Abu Salim pledged on Monday that his group would not target the Druze.", ["Druze"]),
        ("ASSAULT", "Iraqi forces launched an offensive on Monday to retake the city of Hawija from Islamic State.", ["Islamic State"]),
        ("RETREAT", "The minister announced the resignation of the governor on Monday.", []),
    ],
)
def test_whom_a_clause_tells(events: Callable[..., list[Event]], type_: str, text: str, recipients: list[str]) -> None:
    (event,) = (e for e in events(text, published="2025-03-14") if e.type == type_)
    assert [p.name for p in event.recipients] == recipients
