"""A pronoun that nobody is found for names no source."""

from __future__ import annotations

from collections.abc import Callable

from casus.model.picture import Picture

Code = Callable[[str], Picture]


def voices(code_text: Code, text: str) -> list[str]:
    return [s.name for e in code_text(text).events for c in e.claims for s in c.sources]


def test_a_pronoun_of_the_writer_is_nobody(code_text: Code) -> None:
    assert voices(code_text, "We repeat that gunmen killed two officers in Gao on Monday.") == ["unnamed"]


def test_a_pronoun_that_stands_for_a_speaker_is_that_speaker(code_text: Code) -> None:
    told = voices(code_text, "The mayor said the town was quiet. He said gunmen had killed two officers in Gao on Monday.")
    assert told == ["mayor"]


def test_nothing_says_nothing(code_text: Code) -> None:
    assert set(voices(code_text, "Nothing indicates that rebels killed two officers in Gao on Monday.")) <= {"unnamed"}
