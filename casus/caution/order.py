"""Order: "a few days later" without anything dated before it leaves the order of acts unknown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from casus.coding import Coded
from casus.model.caution import Caution
from casus.model.picture import Reading
from casus.model.text import Sentence

_FLOATING = re.compile(
    r"\b(?:later|earlier|before that|after that|afterwards|the next day|the following day|the day after|the previous day)\b", re.I
)


def unknown_order(reading: Reading, coded: Coded, sentences: Sequence[Sentence]) -> Iterator[Caution]:
    """A floating time expression in a paragraph that tells several acts, with no date before it to count from."""
    report = reading.report
    for index, dates in sorted(coded.dates.items()):
        for when in dates:
            if when.evidence is None or when.start is not None or when.end is not None or not _FLOATING.search(when.evidence.words):
                continue
            block = sentences[index].paragraph
            if _anchored(coded, sentences, index):
                continue
            acts = [c for c in reading.claims if sentences[c.sentence].paragraph == block and c.type == "ASSAULT" and not c.heading]
            if len(acts) < 2:
                continue
            message = f"“{when.evidence.words}” counts from nothing dated before it; the order of the acts in this passage is unknown."
            yield Caution(
                "order-unknown", report.id, message, "Keep both readings; draw no cause or retaliation from the order.",
                report.evidence("date", when.evidence.start, when.evidence.end, "floating time expression"),
            )  # fmt: skip


def _anchored(coded: Coded, sentences: Sequence[Sentence], index: int) -> bool:
    """Whether a day is named earlier in the same paragraph."""
    block = sentences[index].paragraph
    return any(d.precision == "day" for i, dates in coded.dates.items() if i < index and sentences[i].paragraph == block for d in dates)
