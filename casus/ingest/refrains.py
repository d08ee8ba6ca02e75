"""Refrains: what a site or an agency prints again under reports weeks apart, which says nothing of what they report.

A reprint follows within days; the same words a fortnight later are a site's own ("Already a subscriber?"), its name in a
title, or the standing background of a long story ("The war began in April 2023"). Where all but the names is the same
("Get notified when Ann Hale posts"), the names stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import Final

from casus.model.text import Report

APART: Final = 14
"""So many days apart, the same words are no reprint."""
_FORMULA: Final = 4
"""So many words beside the names make a formula."""
_SEGMENT: Final = re.compile(r"[^\n.!?|–—…]+?(?=\s-\s|[\n.!?|–—…]|$)[.!?…\"”’')\]]*(?:\s-\s)?")
_NAME: Final = re.compile(r"[A-Z][\w’'.-]*")
Key = bytes


def without_refrains(reports: Sequence[Report]) -> list[str]:
    """The text of each report without the segments (sentences, lines, parts of a title) that are refrains."""
    spans: dict[Key, tuple[int, int]] = {}
    for report in reports:
        if report.published is not None:
            day = report.published.toordinal()
            for key in {key for _, keys in _segments(report.text) for key in keys}:
                first, last = spans.get(key, (day, day))
                spans[key] = (min(first, day), max(last, day))
    refrains = {key for key, (first, last) in spans.items() if last - first > APART}
    return [_told(report.text, refrains) if refrains else report.text for report in reports]


def _told(text: str, refrains: set[Key]) -> str:
    kept = []
    for segment, keys in _segments(text):
        if keys[-1] in refrains and keys[0] not in refrains:
            kept.append(" ".join(_NAME.findall(segment)))
        elif keys[0] not in refrains:
            kept.append(segment)
    return " ".join(kept)


def _segments(text: str) -> Iterator[tuple[str, tuple[Key, ...]]]:
    """The segments of a text, each with the key of its words and, where these are enough, of its words without names."""
    for match in _SEGMENT.finditer(text):
        if segment := match[0].strip():
            formula = " ".join(_NAME.sub("", segment).split())
            bare = (_key(formula),) if formula.count(" ") + 1 >= _FORMULA else ()
            yield segment, (_key(segment.casefold()), *bare)


def _key(words: str) -> Key:
    return blake2b(words.encode(), digest_size=8).digest()
