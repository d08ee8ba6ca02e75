"""Datelines that read as part of the sentence: "BOGOTA - Colombian police said" is said by the police, in no part by Bogota."""

from __future__ import annotations

import re
from typing import Final

from casus.model.text import Block

_MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAY: Final = rf"(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH})(?:,?\s\d{{4}})?"
_AGENCY: Final = r"(?:\([A-Z][\w .&/-]{1,40}\))"
_TOWN: Final = r"[A-Z][\w.'’]*(?:[ -](?:[A-Z][\w.'’]*|al|el|de|la|du))*"
_LINE: Final = r"(?:(?:--?|[–—])(?:\s+|\s*[-–—]\s*)|\s_\s+|(?<=\s)[–—])"
"""A dash before a blank or before another one, as scraping leaves them; the old wires' "_"."""
_DASH: Final = rf"\s*{_LINE}(?=[A-Z\d“\"'‘])"
_DATELINES: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"[A-Z][A-Z .'’/-]{{2,40}}(?:,\s[A-Z][\w .'’-]{{1,30}})?(?:,?\s{_DAY})?\s*{_AGENCY}?\s{_DASH}",
        rf"\(?{_TOWN}(?:,\s{_TOWN})?,\s{_DAY}\)?\s*{_AGENCY}?{_DASH}",
        rf"{_TOWN}(?:,\s{_TOWN})?\s\({_DAY}\)\s*{_AGENCY}?{_DASH}",
        rf"{_TOWN}(?:,\s{_TOWN})?\s{_AGENCY}{_DASH}",
        rf"{_TOWN},\s{_TOWN}\s{_LINE}(?=[A-Z\d“\"'‘])",
    )
)
_COLON: Final = re.compile(rf"[A-Z][A-Z .'’/-]{{2,40}}(?:,\s[A-Z][\w .'’-]{{1,30}})?(?:,?\s{_DAY})?\s*{_AGENCY}?:\s+(?=[A-Z\d“\"'‘])")
"""In a report's first paragraphs a colon will do: "KARACHI: Two guards". Further down it may be a speaker's label."""
_FIRST: Final = 400
_LONGEST: Final = 90


def dateline(text: str, block: Block) -> int:
    """How many characters of a paragraph are a dateline that only a dash or a colon parts from its sentence; 0 where none is.

    In capitals ("KABUL -"), or a town with a day, a country or an agency ("(Nairobi, December 12, 2024) –"). In a
    paragraph all in capitals nothing tells the two apart.
    """
    if block.kind != "paragraph":
        return 0
    end = min(block.start + _LONGEST, block.end)
    patterns = (*_DATELINES, _COLON) if block.start < _FIRST else _DATELINES
    found = next((m for pattern in patterns if (m := pattern.match(text, block.start, end)) is not None), None)
    return found.end() - block.start if found is not None and not text[found.end() : block.end].isupper() else 0
