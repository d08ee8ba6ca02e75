"""The day somebody spoke: "yesterday" in a quotation counts from it, not from publication (coding-rules, "Place and time")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from casus.coding.dates.patterns import Found
from casus.coding.speech.quotations import Quotation, in_block
from casus.model.text import Report, Sentence

_COUNTED = frozenset({"day_word", "near_unit", "ago", "weekday", "weekend", "last_span"})
"""Rules of words that count from a day of telling."""

_DAYS = frozenset({"weekday", "day_word", "dmy", "mdy", "iso"})
_MARKS = re.compile(r"[\"“”„«»]")
_VERB = r"(?:said|says|told|added|announced|stated|warned|confirmed|claimed|tweeted|wrote|posted|declared|recalled|explained)"
_ASIDE = r"(?:\s+(?:in|at|to|during|from|by|on|via)\s[^,.;:!?\"“”]{1,40}?)?"
_SAID = re.compile(rf"\b{_VERB}(?:(?<=told)\s+[^,.;:!?\"“”]{{1,40}}?)?{_ASIDE}\s+(?:(?:late|early|earlier)\s+)?(?:on\s+)?$")
_ON = re.compile(r"^(?:on|late|early|earlier|\s)*$", re.IGNORECASE)
_SAYS = re.compile(rf"[^.;:!?\"“”]{{1,60}}?\b{_VERB}\b")
_SAME_SPEAKER = re.compile(rf"[\s,.;:–—-]*(?:(?:he|she|they)\s+{_VERB}|{_VERB}\s+(?:he|she|they))?[\s,.;:–—-]*")


def spoken_words(report: Report, sentence: Sentence, found: Sequence[Found]) -> tuple[frozenset[int], Found | None]:
    """Where the sentence's relative words stand inside quotation marks, and the words for the day they were spoken.

    That day stands beside the verb of saying in the same sentence; where that says no more than "he said", earlier in the paragraph.
    """
    block = report.blocks[sentence.paragraph] if 0 <= sentence.paragraph < len(report.blocks) else None
    if block is None or not _MARKS.search(report.text, block.start, block.end):
        return frozenset(), None
    if not any(f.rule in _COUNTED and f.start >= sentence.start for f in found):
        return frozenset(), None
    quotations = in_block(report.text, block)
    inside = frozenset(f.start for f in found if f.rule in _COUNTED and f.start >= sentence.start and _within(f, quotations))
    return (inside, _saying(report.text, sentence, block.start, found, quotations)) if inside else (inside, None)


def _within(found: Found, quotations: Sequence[Quotation]) -> bool:
    return any(q.start <= found.start and found.end <= q.end for q in quotations)


def _saying(text: str, sentence: Sentence, first: int, found: Sequence[Found], quotations: Sequence[Quotation]) -> Found | None:
    """The words for a day that stand beside a verb of saying: in the sentence, else the last before it for the same speaker."""
    said = [f for f in found if f.rule in _DAYS and f.start >= first and not _within(f, quotations) and _beside_saying(f, text, first)]
    here = [f for f in said if f.start >= sentence.start]
    if here or not said:
        return here[0] if here else None
    return said[-1] if _SAME_SPEAKER.fullmatch(_outside(text, sentence, quotations)) else None


def _beside_saying(found: Found, text: str, first: int) -> bool:
    left = text[max(first, found.start - 110) : found.start]
    clause = re.split(r"[.;:!?\"“”]\s*", left)[-1]
    return bool(_SAID.search(left)) or (bool(_ON.match(clause)) and bool(_SAYS.match(text, found.end)))


def _outside(text: str, sentence: Sentence, quotations: Sequence[Quotation]) -> str:
    """The sentence without its quotations and their marks."""
    at, kept = sentence.start, ""
    for quotation in quotations:
        kept += text[at : max(min(quotation.start, sentence.end), at)]
        at = max(at, min(quotation.end, sentence.end))
    return _MARKS.sub("", kept + text[at : sentence.end])
