"""What stands between two sayings of one speaker, and how a bare name is known from where the text introduces it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Only = Callable[..., Event]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("An officer said rebels fired first. Soldiers arrested three men. Two rifles were found, he added.", "officer"),
        ("According to residents, rebels came at dawn. They arrested two men. The rebels left at noon, they added.", "residents"),
        ("Captain Salak said rebels fired first. Soldiers arrested three men. Salak said two rifles were found.", "Captain Salak"),
    ],
)
def test_what_stands_between_is_the_speakers_word(event: Only, text: str, name: str) -> None:
    found = event(text, "COERCE")
    assert (found.status, [s.name for s in found.sources]) == ("attributed", [name])


@pytest.mark.parametrize(
    "text",
    [
        "An officer said rebels fired first. Soldiers arrested three men. A resident said two rifles were found.",
        "An officer said rebels fired first.\n\nSoldiers arrested three men.\n\nTwo rifles were found, he added.\n",
    ],
)
def test_another_speaker_or_paragraph_ends_it(event: Only, text: str) -> None:
    assert event(text, "COERCE").status == "asserted"


def test_a_bare_name_is_what_the_text_introduced(event: Only) -> None:
    text = (
        "The call between the two was short.\n\nThe deputy minister Ana Sol met reporters.\n\nRebels shelled the town of Gao, Sol said.\n"
    )
    (source,) = event(text, "ASSAULT").sources
    assert (source.name, source.capacity) == ("Sol", "official")
