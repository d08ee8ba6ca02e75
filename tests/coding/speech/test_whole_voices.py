"""Voices whole and rightly cut: hyphens in names, names beside a role or before a colon, times that are nobody's word."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event
from casus.model.picture import Picture

Code = Callable[[str], Picture]


def _first(code_text: Code, text: str, kind: str) -> Event:
    return next(e for e in code_text(text).events if e.type == kind and e.certain)


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("The mission heard Anne-Marie Sol, its envoy, who said that two guards had been shot dead in Sake.", "Anne-Marie Sol"),
        ("Gunmen shot five people in Sake. The state news agency TALA had put the death toll at six.", "state news agency TALA"),
        ('Army spokesman Oren Salak: "Rebels shot dead two of our men in Sake on Monday."', "Army spokesman Oren Salak"),
    ],
)
def test_a_voice_is_named_whole(code_text: Code, text: str, voice: str) -> None:
    assert voice in [s.name for s in _first(code_text, text, "ASSAULT").sources]


def test_a_time_of_writing_is_nobodys_word(code_text: Code) -> None:
    event = _first(code_text, "The road, blocked by the army on Monday, was still shut as this report was being written.", "COERCE")
    assert (event.status, event.sources) == ("asserted", ())


@pytest.mark.parametrize(
    "text",
    [
        "The envoy of Chad said that the text ties its hands, while the envoy of Kenya condemned the council for its silence.",
        "The premier said the killing was made possible by Chadian officers, whom he accused of handing out tools.",
        "The envoy of Chad rejected the text. He would quit, he warned. Kenya's representative, for her part, condemned Chad.",
    ],
)
def test_an_act_of_words_told_beside_anothers_is_the_writers(code_text: Code, text: str) -> None:
    event = _first(code_text, text, "ACCUSE")
    assert (event.status, event.sources) == ("asserted", ())


def test_a_figure_in_doubt_leaves_the_act_alone(code_text: Code) -> None:
    text = "Troops beat back an attack near Sake, the army said, adding that 84 rebels had been killed. The figure could not be verified."
    assert {e.status for e in code_text(text).events if e.type == "ASSAULT"} == {"attributed"}


def test_that_somebody_was_charged_is_no_hearsay(code_text: Code) -> None:
    event = _first(code_text, "A man from Sake was charged on Tuesday with murder in the shooting of two guards.", "ACCUSE")
    assert (event.status, event.sources) == ("asserted", ())
