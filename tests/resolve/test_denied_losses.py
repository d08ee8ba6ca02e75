"""Denials that point back: of a town's loss, of "the claim", of having been behind it; who denies never vouches."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event


def _voices(event: Event) -> dict[str, str]:
    return {s.name: s.stance for s in event.sources}


@pytest.mark.parametrize(
    "words",
    [
        "The army denied the town had fallen.",
        "The army denied losing the town.",
        "The army denied the claim.",
        "The army said the claim was unfounded.",
    ],
)
def test_the_other_side_denies_what_one_says_it_took(event: Callable[..., Event], words: str) -> None:
    told = event(f"The rebels said they had captured Bria. {words}", "COERCE")
    assert told.status == "denied"
    assert _voices(told) == {"rebels": "asserts", "army": "denies"}


@pytest.mark.parametrize("words", ["The minister denied that prices had fallen.", "The army denied the toll."])
def test_other_denials_leave_it(event: Callable[..., Event], words: str) -> None:
    assert event(f"The rebels said they had captured Bria. {words}", "COERCE").status == "attributed"


def test_a_denied_loss_denies_no_shelling(event: Callable[..., Event]) -> None:
    told = event("Residents said the army shelled Gao on Monday. The army denied the town had fallen.", "ASSAULT")
    assert told.status == "attributed"
    assert _voices(told) == {"Residents": "asserts"}


@pytest.mark.parametrize("words", ["denied it was behind the ambush", "denied that it was behind the attack", "said it was not behind the attack"])
def test_who_denies_being_behind_it_is_not_its_doer(event: Callable[..., Event], words: str) -> None:
    told = event(f"A convoy was ambushed near Bunia on Tuesday, killing six soldiers. CODECO {words}.", "ASSAULT")
    assert not told.actors
    assert told.status == "asserted"
    assert _voices(told) == {"CODECO": "denies"}


@pytest.mark.parametrize("words", ["said it had nothing to do with the killing", "said its men were not involved", "denies any involvement"])
def test_who_had_no_part_denies(event: Callable[..., Event], words: str) -> None:
    told = event(f"Guards shot dead two miners in Tarime on Monday. The firm {words}.", "ASSAULT")
    assert told.status == "asserted"
    assert _voices(told) == {"firm": "denies"}
