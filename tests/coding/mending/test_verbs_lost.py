"""Verbs that the parse takes for nouns or participles: who shot and who suspended is told all the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event


@pytest.mark.parametrize(
    ("text", "actor", "recipient", "killed"),
    [
        ("A gunman on a trail bike shot dead a retired farmer and his nephew outside a bar in Kano.", "gunman", "farmer", 2),
        ("Attackers in a white car shot dead three soldiers at a checkpoint in Gao.", "Attackers", "soldiers", 3),
        ("On Monday, two bandits riding a scooter shot dead a member of the Kara council.", "two bandits", "member", 1),
        ("It is a week since masked men in a grey van shot dead the union's lawyer in Cali.", "masked men", "lawyer", 1),
    ],
)
def test_a_noun_before_shot_dead_hides_no_shooting(event: Callable[..., Event], text: str, actor: str, recipient: str, killed: int) -> None:
    found = event(text, "ASSAULT")
    assert actor in found.actors[0].name
    assert recipient in found.recipients[0].name
    assert found.killed is not None
    assert found.killed.best == killed


def test_whoever_was_shot_dead_shot_nobody(events: Callable[..., list[Event]]) -> None:
    assert not any(e.actors for e in events("Three people shot dead in Malmo on Sunday were buried on Friday.") if e.certain)


def test_a_verb_before_its_object_is_no_participle(event: Callable[..., Event]) -> None:
    found = event("The US suspended aid to Gabon after the vote.", "SANCTION")
    assert (found.actors[0].id, found.recipients[0].id) == ("usa", "gab")
