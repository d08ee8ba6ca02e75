"""Ordinary case for blocks written all in capitals, so that they can be read; every offset stays.

What the word list knows is written small, names and unknown words begin with a capital, short unknown words (URNG, FMLN)
and those in brackets stay as they are. The report's text itself is never changed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from casus.ingest.words import words

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LEAST = 40
_SHARE = 0.9
_ACRONYM = 5
_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october "
    "november december jan feb mar apr jun jul aug sep sept oct nov dec i".split()
)


def in_ordinary_case(text: str, blocks: Sequence[tuple[int, int, bool]]) -> str:
    """The text with its all-capital blocks in ordinary case; of the same length."""
    out, at = [], 0
    for start, end, _ in blocks:
        if _is_capitals(text[start:end]):
            out += [text[at:start], _recased(text[start:end])]
            at = end
    return "".join([*out, text[at:]]) if out else text


def _is_capitals(block: str) -> bool:
    letters = [c for c in block if c.isalpha()]
    return len(letters) >= _LEAST and sum(c.isupper() for c in letters) >= _SHARE * len(letters)


def _recased(block: str) -> str:
    return _WORD.sub(lambda m: _word(m, block), block)


def _word(match: re.Match[str], block: str) -> str:
    written = match[0]
    lower = written.lower()
    if len(lower) != len(written):
        return written
    starts = not (before := block[: match.start()].rstrip(" \n\"“'(")) or before[-1] in ".!?:" or before.endswith("--")
    title = written[0] + lower[1:]
    known = words()
    if lower in _TIMES or (lower == "may" and re.search(r"\d\s*$", block[: match.start()])):
        return title
    if lower == "a" or lower in known.common or (lower in known.known and title not in known.names):
        return title if starts else lower
    bracketed = block[match.start() - 1 : match.start()] == "[" or block[match.start() - 1 : match.start()] == "("
    if title in known.names and not bracketed:
        return title
    return written if bracketed or (len(written) <= _ACRONYM and not re.search("[AEIOUY].*[AEIOUY]|[AEIOU]$", written)) else title
