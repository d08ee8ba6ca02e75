"""A denial of what came of a deed leaves the deed as owned to; a denial beside a charge is of that charge."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Only = Callable[..., Event]
Many = Callable[..., list[Event]]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry admitted that its jets had struck a house in Sanaa on Friday but denied that children had died.",
        "The army said four soldiers were wounded in the attack in Tera on Friday but denied that any had been killed.",
        "The ministry confirmed that two policemen were hurt when a letter bomb exploded in Arad, but denied that a third had died.",
    ],
)
def test_a_denied_detail_does_not_undo_the_deed(event: Only, text: str) -> None:
    found = event(text, "ASSAULT")
    assert (found.status, found.killed) == ("attributed", None)


def test_a_denied_deed_of_somebody_is_denied(events: Many) -> None:
    found = events("The army said its soldiers came under fire but denied shelling the village.")
    assert sorted(e.status for e in found) == ["attributed", "denied"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The opposition accused police of beating two journalists on Saturday, which the interior minister denied.", "denied"),
        ("The army killed 20 villagers in Nouna, activists said, a claim the government denied.", "denied"),
        ("The opposition accused police of abducting one of its officials, a charge the force denied.", "denied"),
        ("The army said claims that it had bombed a market in Tigray were false.", "denied"),
        ("The junta said the allegation that soldiers burned the village was a lie.", "denied"),
        ("The US neither confirmed nor denied that it had bombed the base near Deir al-Zor.", "hedged"),
        ("Moscow did not deny that its forces had shelled the station in Kramatorsk.", "hedged"),
    ],
)
def test_a_denial_beside_what_it_denies_and_what_is_neither(event: Only, text: str, status: str) -> None:
    assert event(text, "ASSAULT").status == status


@pytest.mark.parametrize(
    "text",
    [
        "There is no evidence that the army shelled the camp, the minister said.",
        "The army said it had no information that its jets had bombed the village of Tsega.",
    ],
)
def test_who_knows_of_no_evidence_does_not_say_so(events: Many, text: str) -> None:
    assert not events(text)


def test_a_word_for_what_was_said_accuses_nobody(event: Only) -> None:
    found = event("Ethiopia accused Eritrea of arming militias in Amhara, an accusation Asmara rejects.", "ACCUSE")
    assert [p.name for p in found.actors] == ["Ethiopia"]
