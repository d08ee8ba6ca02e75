"""Silences: who gives no comment is a voice of the event and no more; "no comment" and then "denied" are two versions."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.brief import page
from casus.model.event import Event
from casus.model.picture import Picture, Reading
from casus.pipeline import Tools, draw

STRIKE = "An air strike killed 12 people in Tulkarm on Wednesday, hospital officials said. "


def stances(event: Event) -> list[tuple[str, str]]:
    return [(s.name, s.stance) for s in event.sources]


@pytest.mark.parametrize(
    ("silence", "who"),
    [
        ("The army declined to comment.", "army"),
        ("The army had no comment.", "army"),
        ("The army did not respond to a request for comment.", "army"),
        ("There was no immediate comment from the army.", "army"),
        ("The army said it was looking into the reports.", "army"),
        ("The army could neither confirm nor deny the strike.", "army"),
    ],
)
def test_who_gives_no_comment_is_a_voice(event: Callable[..., Event], silence: str, who: str) -> None:
    told = event(STRIKE + silence, published="2024-12-26")
    assert (who, "no-comment") in stances(told)
    assert told.status == "attributed"
    assert told.killed is not None and told.killed.best == 12


@pytest.mark.parametrize("words", ["The shop owner declined to give his name.", "The army commented on the strike.", ""])
def test_other_silences_are_none(event: Callable[..., Event], words: str) -> None:
    assert "no-comment" not in {stance for _, stance in stances(event(STRIKE + words, "ASSAULT", published="2024-12-26"))}


def _drawn(read_text: Callable[..., Reading], tools: Tools) -> Picture:
    first = read_text(STRIKE + "The army declined to comment.", "2024-12-26")
    later = read_text(STRIKE.replace("hospital officials", "doctors") + "The army denied carrying out the strike.", "2024-12-27")
    return draw([later, first], tools)


def test_no_comment_then_denied_are_two_versions(read_text: Callable[..., Reading], tools: Tools) -> None:
    (told,) = [e for e in _drawn(read_text, tools).events if e.certain]
    assert [s for s in stances(told) if s[0] == "army"] == [("army", "no-comment"), ("army", "denies")]


def test_the_page_shows_both(read_text: Callable[..., Reading], tools: Tools) -> None:
    html = page(_drawn(read_text, tools))
    assert "Gives no comment (not a denial)" in html and "whether it happened so" in html
