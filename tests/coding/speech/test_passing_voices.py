"""Voices told in passing or by an odd place in the sentence, reminders that are nobody's word, acts done by saying so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event
from casus.model.picture import Picture

Code = Callable[[str], Picture]
Only = Callable[..., Event]


def _voices(found: Event) -> list[str]:
    return [s.name for s in found.sources]


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("Soldiers burned nine huts in Sake, and three men were taken into custody, our colleagues tell us.", "our colleagues"),
        ("Rebels shot dead two nurses in Gao on Monday, a local charity, the Sahel Centre for Truth, reported.", "Sahel Centre for Truth"),
        ("Nine people were killed when a jet bombed a market in Gao on Monday, traders told the agency, in one of the worst raids "
         "since fighting between the army and the rebels began there.", "traders"),
        ("Six officers were hurt in the attack, the region\'s commander, Colonel Oren Salak, said.", "region\'s commander, Colonel Oren Salak"),
    ],
)  # fmt: skip
def test_who_says_so_wherever_the_saying_stands(code_text: Code, text: str, voice: str) -> None:
    told = [e for e in code_text(text).events if e.certain and e.type in {"ASSAULT", "COERCE"}]
    assert all(e.status == "attributed" and voice in _voices(e) for e in told)
    assert told


@pytest.mark.parametrize(
    "text",
    [
        "It is worth recalling that in May rebels shot dead two teachers in Sake.",
        "It is to be recalled that on May 3 rebels shot dead two teachers in Sake.",
    ],
)
def test_a_reminder_is_the_writers_own_word(event: Only, text: str) -> None:
    found = event(text, "ASSAULT")
    assert (found.status, _voices(found)) == ("asserted", [])


def test_what_is_denied_in_a_statement_is_denied(event: Only) -> None:
    found = event("The Red Dawn militia denied in a statement that its fighters had shelled Sake.", "ASSAULT")
    assert found.status == "denied"
    assert _voices(found) == ["Red Dawn militia"]


def test_who_calls_an_act_by_a_name_is_a_voice_of_it(event: Only) -> None:
    found = event("Two gunmen shot dead a judge in Gao on Tuesday, in what her family called a targeted killing.", "ASSAULT")
    assert (found.status, _voices(found)) == ("asserted", ["her family"])


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("The foreign ministry said it was investigating the killing of two monks in Gao.", "ACCUSE", "asserted"),
        ("President Ana Sol announced that she is suspending the talks with the rebels.", "SANCTION", "asserted"),
        ("President Ana Sol said that she had suspended the talks with the rebels.", "SANCTION", "attributed"),
    ],
)
def test_what_is_done_by_saying_so_is_told_as_fact(event: Only, text: str, kind: str, status: str) -> None:
    assert event(text, kind).status == status


def test_what_is_due_is_planned(event: Only) -> None:
    assert event("The envoys are due to meet the rebels in Gao next Tuesday.", "CONSULT").status == "planned"


def test_what_befell_somebody_before_is_told_by_the_writer(code_text: Code) -> None:
    text = "Ana Sol, held since late 2023, when agents arrested her at her home, began a hunger strike in Gao on Sunday, according to her party."
    arrest = next(e for e in code_text(text).events if e.type == "COERCE")
    assert (arrest.status, _voices(arrest)) == ("asserted", [])


@pytest.mark.parametrize(
    "then",
    [
        "President Oren Salak repudiated the Sake attack.",
        "Between January and April partners recorded 118 casualties along the coast.",
        '"They said a bullet is expensive," a teacher recalled of the attackers.',
        "Police charged batons at mourners.",
    ],
)
def test_what_is_no_account_gives_no_voice(code_text: Code, then: str) -> None:
    attack = next(e for e in code_text(f"Gunmen shot dead two teachers in Sake on Tuesday. {then}").events if e.type == "ASSAULT")
    assert not {"President Oren Salak", "partners", "They", "Gunmen", "Police"} & {*_voices(attack)}


def test_what_goes_before_the_telling_is_not_the_speaker_before(code_text: Code) -> None:
    text = ("One official said that no drone got near. On Tuesday, after Ruritania had bombed the port of Gao, "
            "killing nine dockers, the rebels fired on a ship.")  # fmt: skip
    assert all(e.status == "asserted" for e in code_text(text).events if e.type == "ASSAULT")


def test_a_strike_called_from_a_day_to_come_is_planned(event: Only) -> None:
    found = event("The teachers' union called a 24-hour strike with effect from Tuesday midnight.", "PROTEST", published="2025-10-20")
    assert found.status == "planned"


def test_ministers_meet_on_a_day_to_come(event: Only) -> None:
    assert event("The ministers of Ruritania and Chad meet in Gao on January 27.", "CONSULT", published="2025-01-15").status == "planned"
