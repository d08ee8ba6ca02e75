"""Who calls untrue what is said denies it; who only says he did not do it leaves it as told; a denier is no link of a chain."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Many = Callable[..., list[Event]]
Voices = list[tuple[str, str]]


def _attacks(events: Many, text: str) -> list[Event]:
    return [e for e in events(text, published="2024-06-15") if e.type == "ASSAULT" and e.certain]


@pytest.mark.parametrize(
    ("said", "denier"),
    [
        ("The army said reports that it shelled a camp in Goma on Friday were untrue.", "army"),
        ("The army said there was no truth in reports that it shelled a camp in Goma on Friday.", "army"),
        ("The ministry described as false claims that soldiers shelled a camp in Goma on Friday.", "ministry"),
        ("The ministry called reports that soldiers shelled a camp in Goma on Friday a lie.", "ministry"),
        ("The governor debunked reports that soldiers shelled a camp in Goma on Friday.", "governor"),
        ("The army said it did not carry out a strike in Goma on Friday.", "army"),
    ],
)
def test_what_somebody_calls_untrue_is_denied(events: Many, said: str, denier: str) -> None:
    (event,) = _attacks(events, said)
    assert (event.status, [(s.name, s.stance) for s in event.sources]) == ("denied", [(denier, "denies")])


@pytest.mark.parametrize(
    ("said", "voices"),
    [
        ("The army denied the rebels' claim that it had shelled a camp in Goma on Friday.", [("rebels", "asserts"), ("army", "denies")]),
        ("Rwanda rejected UN claims that it shelled a camp in Goma on Friday.", [("UN", "asserts"), ("Rwanda", "denies")]),
        ("Rebels fired on a camp in Goma on Friday, the UN said. The rebels denied opening fire.", [("UN", "asserts"), ("rebels", "denies")]),
    ],
)
def test_who_denies_what_another_says_is_a_voice_against_it(events: Many, said: str, voices: Voices) -> None:
    (event,) = _attacks(events, said)
    assert (event.status, [(s.name, s.stance) for s in event.sources]) == ("denied", voices)
    assert all(not s.chain for s in event.sources)


@pytest.mark.parametrize(
    "part",
    [
        "denied being behind", "denied it was responsible for", "said it was not involved in", "said it had no hand in", "said it was not behind",
        "said it had nothing to do with", "distanced itself from", "said it had not carried out",
    ],
)  # fmt: skip
def test_who_denies_only_a_part_in_it_leaves_it_as_told(events: Many, part: str) -> None:
    (event,) = _attacks(events, f"The group {part} the killing of a priest in Kaduna on Friday.")
    assert (event.status, event.actors) == ("asserted", ())
    assert [(s.name, s.stance) for s in event.sources] == [("group", "denies")]


def test_neither_confirming_nor_denying_is_no_denial(events: Many) -> None:
    (event,) = _attacks(events, "The army neither confirmed nor denied bombing the depot near Damascus on Sunday.")
    assert event.status == "hedged"


@pytest.mark.parametrize("said", ["called the reports that soldiers shelled a camp accurate", "said reports that soldiers shelled a camp were true"])
def test_what_is_called_true_is_not_denied(events: Many, said: str) -> None:
    assert all(e.status != "denied" for e in _attacks(events, f"The ministry {said}."))
