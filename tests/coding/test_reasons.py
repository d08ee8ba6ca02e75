"""Reasons as given: cause, effect, and who gives the reason."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.coding.reasons import find_reasons
from casus.coding.scene import set_scene
from casus.coding.speech.links import find_speeches
from casus.coding.speech.quotations import find_quotations
from casus.coding.syntax import Tree
from casus.ingest.report import report_from_text
from casus.model.picture import Picture
from casus.model.reason import GivenReason
from casus.pipeline import Tools

GIVEN = [
    ("The clinic closed because the water supply was cut.", "the water supply was cut", "The clinic closed"),
    ("Ten people died in a clash with border guards.", "a clash with border guards", "Ten people died"),
    ("Teachers marched in Lomé to demand higher pay.", "to demand higher pay", "Teachers marched in Lomé"),
    ("Flights were cancelled due to heavy shelling.", "heavy shelling", "Flights were cancelled"),
]


def reasons(text: str, tools: Tools) -> tuple[GivenReason, ...]:
    """The reasons of a text of one sentence."""
    report = report_from_text(text)
    (sentence,) = tools.reader.read(report.text, [(b.start, b.end, False) for b in report.blocks])
    tree = Tree(sentence)
    found = find_reasons(set_scene(report, sentence, tree, find_speeches(tree, tools.book.speech, find_quotations(report)), tools.book))
    for reason in found:
        for evidence in (reason.cause, reason.effect):
            report.check(evidence)
    return found


@pytest.mark.parametrize(("text", "cause", "effect"), GIVEN)
def test_cause_and_effect_have_their_words(tools: Tools, text: str, cause: str, effect: str) -> None:
    (reason,) = reasons(text, tools)
    assert (reason.cause.words, reason.effect.words) == (cause, effect)
    assert reason.sources == ()


def test_a_reason_is_of_whoever_gives_it(tools: Tools) -> None:
    (reason,) = reasons("The governor said the clinic closed because the water supply was cut.", tools)
    assert [s.name for s in reason.sources] == ["governor"]


@pytest.mark.parametrize("text", ["The convoy left Goma at dawn.", "The two ministers met in Vienna on Monday."])
def test_place_and_time_are_no_reason(tools: Tools, text: str) -> None:
    assert reasons(text, tools) == ()


def test_a_reason_of_an_act_is_kept_with_whose_it_is(code_text: Callable[..., Picture]) -> None:
    (reason,) = code_text("The governor said rebels killed nine farmers in Gao in retaliation for the arrest of their leader.").reasons
    assert (reason.cause.words, reason.signal.words if reason.signal else "") == ("the arrest of their leader", "in retaliation for")
    assert "rebels killed nine farmers" in reason.effect.words
    assert [s.name for s in reason.sources] == ["governor"]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels killed nine farmers in Gao after the arrest of their leader.",
        "Rebels killed nine farmers in Gao as night fell.",
        "The film was delayed because of the rain.",
    ],
)
def test_what_no_word_calls_a_reason_of_an_act_is_none(code_text: Callable[..., Picture], text: str) -> None:
    assert code_text(text).reasons == ()
