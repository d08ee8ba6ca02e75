"""Whether words on either side of a place can each be a clause: they hold a finite verb."""

from __future__ import annotations

import re
from typing import Final

from casus.ingest.damage.vocabulary import vocabulary

_REACH: Final = 160
_STOP: Final = re.compile(r"[.!?;:](?=\s|$)|\n")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def clause_before(text: str, at: int) -> str:
    """The words of the sentence before this place, as far as they matter."""
    piece = text[max(at - _REACH, 0) : at]
    start = 0
    for match in _STOP.finditer(piece):
        start = match.end()
    return piece[start:]


def clause_after(text: str, at: int) -> str:
    """The words of the sentence from this place on, as far as they matter."""
    piece = text[at : at + _REACH]
    match = _STOP.search(piece)
    return piece[: match.start()] if match else piece


def has_verb(clause: str, *, within: int = 40) -> bool:
    """Whether a finite verb stands among the first `within` words; a word in -ed straight after "the" is none."""
    verbs = vocabulary().verbs
    before = ""
    for word in [match.group() for match in _WORD.finditer(clause)][:within]:
        plain = word.split("'")[0].split("’")[0]
        if plain in verbs or (plain.endswith("ed") and len(plain) > 4 and plain.islower() and before not in _OPENERS):
            return True
        before = plain.lower()
    return False


_OPENERS: Final = frozenset(["the", "a", "an", "of", "and", "were", "their", "its", "his", "her"])


def is_quoted(text: str, at: int) -> bool:
    """Whether a quotation mark opens in the same paragraph before this place and does not close before it."""
    start = max(text.rfind("\n", 0, at) + 1, at - 4000)
    piece = text[start:at]
    curly = piece.rfind("“") > piece.rfind("”")
    return curly or piece.count('"') % 2 == 1
