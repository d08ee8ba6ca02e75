"""Denials across sentences: what they reach, and what they leave alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Many = Callable[..., list[Event]]
CHARGE = "Rwandan troops killed 40 villagers near Goma, the UN said."


def status(events: Many, text: str, kind: str = "ASSAULT") -> list[str]:
    return [e.status for e in events(text) if e.type == kind]


@pytest.mark.parametrize(
    "denial",
    [
        "Rwanda denied the claims.",
        "However, Kigali has repeatedly denied the allegations.",
        "The Rwandan government denied the report.",
        "Rwanda rejected the accusations.",
    ],
)
def test_a_denial_reaches_back_to_the_deniers_act(events: Many, denial: str) -> None:
    assert status(events, f"{CHARGE} {denial}") == ["denied"]


def test_a_denial_reaches_over_a_sentence_between(events: Many) -> None:
    assert status(events, f"{CHARGE} The village lies by a lake. Rwanda denied the claims.") == ["denied"]


def test_a_denial_reaches_the_paragraph_before(events: Many) -> None:
    assert status(events, "The UN said Rwandan troops killed 40 villagers near Goma.\n\nRwanda denied the claims.") == ["denied"]


def test_a_denial_far_away_reaches_nothing(events: Many) -> None:
    filler = "The lake is deep. Fish are sold at the shore. The road is long. Rain fell in the hills."
    assert status(events, f"{CHARGE}\n\n{filler}\n\n{filler}\n\nRwanda denied the claims.") == ["attributed"]


def test_somebody_elses_denial_leaves_the_act_alone(events: Many) -> None:
    assert status(events, f"{CHARGE} Burundi denied the claims.") == ["attributed"]


def test_what_the_writer_states_is_not_undone_by_a_denial_of_claims(events: Many) -> None:
    assert status(events, "Rwandan troops killed 40 villagers near Goma. Rwanda denied the claims.") == ["asserted"]


def test_only_what_is_nearest_is_denied(events: Many) -> None:
    text = f"The UN said Rwandan troops shelled a camp in Sake. {CHARGE} Rwanda denied the claim."
    assert sorted(status(events, text)) == ["attributed", "denied"]


def test_not_denying_is_no_denial(events: Many) -> None:
    assert status(events, f"{CHARGE} Rwanda did not deny the claims.") == ["attributed"]


def test_the_denier_is_a_source_with_its_words(events: Many) -> None:
    (found,) = [e for e in events(f"{CHARGE} Rwanda denied the claims.") if e.type == "ASSAULT"]
    (denier,) = [s for s in found.sources if s.stance == "denies"]
    assert (denier.id, denier.evidence.words) == ("rwa", "Rwanda")


def test_aid_that_is_denied_keeps_both_voices(events: Many) -> None:
    text = (
        "According to several experts, Rwanda provided the M23 with weapons and troops. However, Kigali has repeatedly denied the claims."
    )
    (found,) = [e for e in events(text) if e.type == "AID"]
    assert (found.status, len(found.sources)) == ("denied", 2)
