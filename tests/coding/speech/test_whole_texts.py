"""Statements, letters and answers that a report prints as they stand are their author's word."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event
from casus.model.picture import Picture

Code = Callable[[str], Picture]

_ATTACK = "On 4 March gunmen attacked the barracks at Sake and killed three soldiers."


def _first(code_text: Code, text: str, kind: str) -> Event:
    return next(e for e in code_text(text).events if e.type == kind and e.certain)


def _voices(event: Event) -> tuple[str, list[str]]:
    return event.status, [s.name for s in event.sources]


@pytest.mark.parametrize(
    ("before", "after", "author"),
    [
        ("The Interior Ministry of Mali issued the following statement:", "", "Interior Ministry of Mali"),
        ("The Interior Ministry of Mali announces the following:", "", "Interior Ministry of Mali"),
        ("This is communique No. 4 released by the Sahel Liberation Front, which states:", "", "Sahel Liberation Front"),
        ("Following is the text of a statement by the spokesman of the Arakan Army:", "", "spokesman of the Arakan Army"),
        ("Your Excellency:", "(Signed) Ana Sol, foreign minister of Burundi", "Ana Sol"),
    ],
)
def test_a_text_printed_whole_is_its_authors_word(code_text: Code, before: str, after: str, author: str) -> None:
    event = _first(code_text, "\n\n".join(p for p in (before, _ATTACK, after) if p), "ASSAULT")
    assert _voices(event) == ("attributed", [author])


@pytest.mark.parametrize(
    "before",
    [
        "The army announced the following measures:",
        "What we know so far about the fighting in Sake:",
        "The army issued a statement on the fighting.",
        "The Interior Ministry of Mali issued the following statement:\n\nThe road is open.\n\nThe ministry also said on Friday that it was calm.",
    ],
)
def test_what_the_report_goes_on_to_tell_is_its_own(code_text: Code, before: str) -> None:
    assert _voices(_first(code_text, f"{before}\n\n{_ATTACK}", "ASSAULT")) == ("asserted", [])


def test_who_speaks_in_a_text_came_through_its_author(code_text: Code) -> None:
    text = "The Sahel Liberation Front issued the following statement:\n\nJets bombed the village of Htan on Tuesday, killing six, residents said."
    (source,) = _first(code_text, text, "ASSAULT").sources
    assert (source.name, source.chain) == ("residents", ("Sahel Liberation Front",))


def test_an_act_of_words_in_ones_own_text_has_no_source(code_text: Code) -> None:
    text = "The Interior Ministry of Mali issued the following statement:\n\nWe condemn the raid by the Sahel Liberation Front on Sake."
    event = _first(code_text, text, "ACCUSE")
    assert _voices(event) == ("asserted", [])
    assert "Interior" in event.actors[0].name


@pytest.mark.parametrize(
    ("text", "author"),
    [
        (f"(Reporter) What happened?\n\n(Salak) {_ATTACK}\n\n(Reporter) And in Goma?", "Salak"),
        (f"General Oren Salak spoke on the radio.\n\n(Begin recording) (Salak) {_ATTACK} (end recording)", "Salak"),
    ],
)
def test_a_turn_is_the_word_of_whom_its_label_names(code_text: Code, text: str, author: str) -> None:
    status, voices = _voices(_first(code_text, text, "ASSAULT"))
    assert status == "attributed"
    assert [v.split()[-1] for v in voices] == [author]


@pytest.mark.parametrize("text", [f"(Reuters) - {_ATTACK}", f"(Kinshasa) {_ATTACK}", f"General Oren Salak spoke.\n\n(Salak) No.\n\n{_ATTACK}"])
def test_other_words_in_brackets_name_no_speaker(code_text: Code, text: str) -> None:
    event = _first(code_text, text, "ASSAULT")
    assert not {"Salak", "Kinshasa", "General Oren Salak"} & {s.name for s in event.sources}
