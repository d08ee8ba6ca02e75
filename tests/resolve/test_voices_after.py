"""Who speaks after a deed: still holds the town, struck something itself, says nobody was hurt, gives no comment, cannot confirm it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Many = Callable[..., list[Event]]
KILLED = "Soldiers killed 20 people in Moura on Friday, residents said."
TAKEN = "Rebels took the town of Sake on Friday, residents said."
HIT = "An air strike hit a house in Rafah on Sunday, killing six people, medics said."


@pytest.mark.parametrize(
    ("text", "status", "voice", "stance"),
    [
        (f"{TAKEN} The army said the town had not fallen.", "denied", "army", "denies"),
        (f"{TAKEN} The army said its troops were still in control of the town.", "denied", "army", "denies"),
        (f"{TAKEN} The governor said the town remained in government hands.", "denied", "governor", "denies"),
        (f"{KILLED} The army said no civilians were killed.", "attributed", "army", "denies"),
        (f"{KILLED} The army had no immediate comment.", "attributed", "army", "no-comment"),
        (f"{KILLED} Calls to the army spokesman went unanswered.", "attributed", "army spokesman", "no-comment"),
        (f"{HIT} The Israeli army said it had targeted a Hamas commander.", "attributed", "Israeli army", "asserts"),
        ("Two policemen were killed in Bannu on Friday. Officials confirmed the deaths.", "asserted", "Officials", "asserts"),
        ("Gunmen shot dead a guard in Pasni on Friday. The TTP accepted responsibility.", "attributed", "TTP", "asserts"),
        ("Survivors recounted seeing militiamen kill four women in Fataki on Friday.", "attributed", "Survivors", "asserts"),
        ("Israel bombed Homs on Friday, the Britain-based Syrian Observatory for Human Rights reported.", "attributed", "Observatory for Human Rights", "asserts"),
    ],
)
def test_who_speaks_after_it(events: Many, text: str, status: str, voice: str, stance: str) -> None:
    found = [e for e in events(text, published="2024-06-15") if e.certain and e.type in {"ASSAULT", "COERCE"}]
    assert [e.status for e in found] == [status]
    assert found[0].sources[-1].name.endswith(voice)
    assert found[0].sources[-1].stance in {stance, "admits" if voice == "TTP" else stance}


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("There was no independent confirmation.", "hedged"),
        ("There was no independent confirmation of the toll.", "attributed"),
        ("The governor said prices had not fallen.", "attributed"),
    ],
)
def test_what_nobody_could_confirm(events: Many, said: str, status: str) -> None:
    found = [e for e in events(f"{KILLED} {said}", published="2024-06-15") if e.certain and e.type == "ASSAULT"]
    assert [e.status for e in found] == [status]
