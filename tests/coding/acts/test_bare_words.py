"""Acts of words told without whom they go to: what somebody calls it, a promise, an inquiry."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Many = Callable[..., list[Event]]


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ('The Kenyan government on Monday called the killing of the two drivers "barbarous".', "ACCUSE"),
        ("The Kenyan government on Monday called the killings war crimes.", "ACCUSE"),
        ('Kenya on Monday described the raid as "heinous".', "ACCUSE"),
        ('Kenya on Monday called the verdict "an outrage".', "ACCUSE"),
        ('Kenya condemned "in the strongest terms this cowardly ambush" on Monday.', "ACCUSE"),
        ("Kenya condemned the raid on the Nile post on Monday and called on the Security Council to act.", "REQUEST"),
        ("The National Investigation Agency of India took over the case on Monday.", "ACCUSE"),
        ("The Kenyan interior ministry formed a team on Monday to examine the case.", "ACCUSE"),
        ("The governor of Basra promised on Monday that a barge would be moored at Abu Flus.", "AGREE"),
        ("Kenya on Monday also denounced it.", "ACCUSE"),
        ('Al-Shabaab warned on Monday that "others will follow".', "THREATEN"),
        ("JNIM declared a blockade on Kayes on Monday.", "COERCE"),
        ("From Geneva the UN human rights office demanded an independent investigation on Monday.", "REQUEST"),
        ("Kenya's foreign ministry, on the other hand, demanded the resignation of the mayor on Monday.", "REQUEST"),
        ("Six Kenyan drivers were freed on Monday, the union said.", "RETREAT"),
        ("The dockers of Mombasa have been on strike since Monday.", "PROTEST"),
        ("The internet has been cut in most of Bahia since Monday.", "COERCE"),
        ("The Kenyan army sealed the entrances to the village of Dera on Monday.", "COERCE"),
        ("The World Food Programme handed out parcels to 200 families in Dera on Monday.", "AID"),
        ("Dozens of pensioners gathered outside parliament in Nairobi on Monday to demand higher payments.", "PROTEST"),
        ("Kenya's foreign minister promised on Monday to put more guards on the border.", "AGREE"),
    ],
)
def test_it_is_printed(events: Many, text: str, type: str) -> None:
    assert type in {e.type for e in events(text)}


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("The governor of Basra promised on Monday to fight on.", "AGREE"),
        ("Al-Shabaab warned on Monday of a flood.", "THREATEN"),
        ("The Kenyan ministry warned drivers on Monday that the bridge would be closed by rain.", "THREATEN"),
        ("The army freed funds for new boots on Monday.", "RETREAT"),
        ("The band released a single on Monday.", "RETREAT"),
        ("The airline promised better meals on Monday.", "AGREE"),
        ("The Kenyan army said on Monday that it was looking into the reports.", "ACCUSE"),
        ("The Kenyan government on Monday called off the strike on the port.", "ACCUSE"),
        ("The Kenyan government on Monday called the plan a good one.", "ACCUSE"),
    ],
)
def test_it_is_not(events: Many, text: str, type: str) -> None:
    assert type not in {e.type for e in events(text)}
