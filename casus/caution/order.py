"""Order: "a few days later" without anything dated before it leaves the order of acts unknown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from casus.coding import Coded
from casus.model.caution import Caution
from casus.model.picture import Reading
from casus.model.text import Report, Sentence

_FLOATING = re.compile(
    r"\b(?:later|earlier|before that|after that|afterwards|the (?:next|following|previous) day|the day (?:after|before))\b", re.I
)
_OPENING = re.compile(
    r"(?:(?:(?:soon|shortly|immediately|not long) )?(?:afterwards|thereafter|before that|after that)(?=,? [^\W\d_])|"
    r"(?:soon|shortly|not long) (?:after|before)(?=, )|(?:earlier|later)(?=, ))",
    re.I,
)
"""Words at the head of a sentence that count from an act told before, though they are no date."""
_ACTS = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "RETREAT"})
"""Acts whose order is read as cause and answer."""

Floating = tuple[int, int, int]
"""Sentence, start and end of an expression that counts from something told before."""


def unknown_order(reading: Reading, coded: Coded, sentences: Sequence[Sentence]) -> Iterator[Caution]:
    """A floating time expression in a paragraph that tells several acts, with no date before it to count from."""
    report = reading.report
    for index, start, end in sorted({*_dated(coded), *_opening(report, sentences)}):
        block = sentences[index].paragraph
        if _anchored(coded, sentences, index):
            continue
        acts = [c for c in reading.claims if sentences[c.sentence].paragraph == block and c.type in _ACTS and not c.heading]
        if len(acts) < 2:
            continue
        message = f"“{report.text[start:end]}” counts from nothing dated before it; the order of the acts in this passage is unknown."
        yield Caution(
            "order-unknown", report.id, message, "Keep both readings; draw no cause or retaliation from the order.",
            report.evidence("date", start, end, "floating time expression"),
        )  # fmt: skip


def _dated(coded: Coded) -> Iterator[Floating]:
    """Expressions read as dates that came to no day."""
    for index, dates in coded.dates.items():
        for when in dates:
            if when.evidence is not None and when.start is None and when.end is None and _FLOATING.search(when.evidence.words):
                yield index, when.evidence.start, when.evidence.end


def _opening(report: Report, sentences: Sequence[Sentence]) -> Iterator[Floating]:
    for index, sentence in enumerate(sentences):
        found = None if sentence.heading else _OPENING.match(report.text, sentence.start, sentence.end)
        if found is not None:
            yield index, found.start(), found.end()


def _anchored(coded: Coded, sentences: Sequence[Sentence], index: int) -> bool:
    """Whether a day is named earlier in the same paragraph."""
    block = sentences[index].paragraph
    return any(d.precision == "day" for i, dates in coded.dates.items() if i < index and sentences[i].paragraph == block for d in dates)
