"""Arrests, bans and dismissals in plain words, whatever stands beside them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Events = Callable[..., list[Event]]


@pytest.mark.parametrize(
    ("text", "kind", "mode", "recipient"),
    [
        ("Soldiers detained a surgeon at a hospital in Goma on Saturday.", "COERCE", "arrest", "surgeon"),
        ("Security forces seized the opposition candidate at his home in Dodoma on Monday.", "COERCE", "arrest", "opposition candidate"),
        ("Policemen dragged two women out of a church in Leon on Sunday.", "COERCE", "arrest", "two women"),
        ("A court in Tunis banned the leader of the union from travel on Thursday.", "COERCE", "restrict", "leader of the union"),
        ("Malaysia sent home 300 Burmese migrants on Tuesday.", "COERCE", "deport", "300 Burmese migrants"),
        ("The president sacked the army chief on Monday.", "SANCTION", "convict", "army chief"),
        ("The king removed his defence minister on Sunday.", "SANCTION", "convict", "defence minister"),
    ],
)
def test_an_act(events: Events, text: str, kind: str, mode: str, recipient: str) -> None:
    (found,) = events(text)
    assert (found.type, found.modes) == (kind, (mode,))
    assert [p.name for p in found.recipients] == [recipient]


def test_who_is_detained_in_hospital_is_kept_there(events: Events) -> None:
    assert not events("A woman was detained in hospital in Leeds on Monday.")


def test_whom_guerrillas_seize_no_state_arrests(events: Events) -> None:
    assert not [e for e in events("Guerrillas seized the mayor in Tirapata on Monday.") if e.type == "COERCE"]
