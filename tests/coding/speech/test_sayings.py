"""Sayings: who says, thinks or wants, by which words, what."""

from __future__ import annotations

import pytest

from casus.coding.speech.sayings import Saying, find_sayings
from casus.ingest.report import report_from_text
from casus.pipeline import Tools

PLAIN = [
    ("The governor said the road was mined.", "The governor", "said", "the road was mined"),
    ("The road was mined, according to two residents.", "two residents", "according to", "The road was mined"),
    ("Rebels have denounced the truce as a trap.", "Rebels", "have denounced", "the truce as a trap"),
    ("“The road is mined,” a medic told reporters.", "a medic", "told", "“The road is mined,”"),
    ("Traders blasted the new curfew.", "Traders", "blasted", "the new curfew"),
    ("Leila Haddad, a doctor in Tyre, said the ward was full.", "Leila Haddad, a doctor in Tyre", "said", "the ward was full"),
]


def sayings(text: str, tools: Tools) -> tuple[Saying, ...]:
    """The sayings of a text, each with words that stand in it."""
    report = report_from_text(text)
    found = find_sayings(report, tools.reader.read(report.text, [(b.start, b.end, False) for b in report.blocks]))
    for saying in found:
        for evidence in (saying.cue, *saying.content, *([saying.source] if saying.source else [])):
            report.check(evidence)
    return found


@pytest.mark.parametrize(("text", "source", "cue", "content"), PLAIN)
def test_source_cue_and_content(tools: Tools, text: str, source: str, cue: str, content: str) -> None:
    (saying,) = sayings(text, tools)
    assert saying.source is not None
    assert (saying.source.words, saying.cue.words) == (source, cue)
    assert [c.words for c in saying.content] == [content]


@pytest.mark.parametrize("text", ["The convoy left Goma at dawn.", "Shells hit the market.", "Twelve people died in the fire."])
def test_telling_is_no_saying(tools: Tools, text: str) -> None:
    assert sayings(text, tools) == ()


def test_a_quotation_is_followed_over_its_sentences(tools: Tools) -> None:
    (saying,) = (s for s in sayings("The mayor said: “They came at night. They left at noon.”", tools) if s.source)
    assert " ".join(c.words for c in saying.content).endswith("They left at noon.")
