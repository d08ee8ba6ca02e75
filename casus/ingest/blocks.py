"""Paragraphs, headings and the title among the lines that are left."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from casus.ingest.lines import Line, ends_sentence
from casus.model.text import BlockKind

Unit = tuple[Line, ...]
"""The lines of one block: one line, or several that a fixed width cut apart."""

_TITLE_SIGNS: Final = 220
_TITLE_WORDS: Final = 32
_HEADING_SIGNS: Final = 120
_HEADING_WORDS: Final = 15
_LIST: Final = 4
_BULLET: Final = re.compile(r"(?:[-*•·–—▪◦●]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s")
_DATELINE: Final = re.compile(
    r"[A-Z][A-Z .'’/-]{2,40}(?:,\s[A-Z][\w .'’-]{1,30})?\s*(?:\([A-Z][\w .&/-]{1,40}\)|,?\s[A-Z][a-z]{2,8}\.?\s\d{1,2})?"
    r"\s*(?:—|–|--|-|:)\s"
)
_QUOTED: Final = re.compile(r"[\"“'‘].*[\"”'’]$", re.DOTALL)
_SQUEEZE: Final = re.compile(r"[\W_]+")


def units_of(lines: Sequence[Line], joined: AbstractSet[int], out: AbstractSet[int]) -> list[Unit]:
    """The lines that stay, in blocks."""
    units: list[list[Line]] = []
    open_ = False
    for index, line in enumerate(lines):
        if line.start == line.end or index in out:
            open_ = False
        elif open_ and index in joined:
            units[-1].append(line)
        else:
            units.append([line])
            open_ = True
    return [tuple(unit) for unit in units]


def kinds_of(text: str, units: Sequence[Unit], marked: AbstractSet[int], title: str | None) -> list[BlockKind]:
    """What each unit is. `marked` are offsets of lines a format marks as headings; `title` is what metadata calls it."""
    said = [text[unit[0].start : unit[-1].end] if _short(unit) else None for unit in units]
    kinds: list[BlockKind] = ["paragraph"] * len(units)
    for n, unit in enumerate(units):
        words = said[n]
        if any(line.start in marked for line in unit) or (words is not None and len(unit) == 1 and _heads(words)):
            kinds[n] = "heading"
    _no_lists(kinds, units, marked)
    if kinds and kinds[-1] == "heading" and units[-1][0].start not in marked:
        kinds[-1] = "paragraph"
    at = _title_at(said, kinds, title)
    if at is not None:
        kinds[at] = "title"
    return kinds


def _short(unit: Unit) -> bool:
    return unit[-1].end - unit[0].start <= _TITLE_SIGNS


def _heads(words: str) -> bool:
    """Whether a line standing alone reads as a heading: short, no full stop, no list, no quotation, no dateline."""
    count = len(words.split())
    if len(words) > _HEADING_SIGNS or count > _HEADING_WORDS or _BULLET.match(words) or _DATELINE.match(words):
        return False
    if words.endswith((".", ",", ";", ":", "…", "-", "–", "—")) or _QUOTED.fullmatch(words):
        return False
    return (words[0].isalnum() or words[0] in "“‘\"'([") and any(map(str.isalpha, words)) and (not ends_sentence(words) or count <= 12)


def _no_lists(kinds: list[BlockKind], units: Sequence[Unit], marked: AbstractSet[int]) -> None:
    """Four and more heading-like lines in a row are a list, not headings."""
    run: list[int] = []
    for n in range(len(kinds) + 1):
        if n < len(kinds) and kinds[n] == "heading" and units[n][0].start not in marked:
            run.append(n)
            continue
        if len(run) >= _LIST:
            for one in run[1 if run[0] == 0 else 0 :]:
                kinds[one] = "paragraph"
        run = []


def _title_at(said: Sequence[str | None], kinds: Sequence[BlockKind], title: str | None) -> int | None:
    """Where the title stands: where metadata's title is found near the top, or the first line if it reads as one."""
    if len(said) < 2:
        return None
    if title is not None:
        for n, words in enumerate(said[:5]):
            if words is not None and same_words(words, title):
                return n
        return None
    if said[0] is None:
        return None
    return 0 if kinds[0] == "heading" or _titles(said[0]) else None


def _titles(words: str) -> bool:
    """Whether a first line reads as a title; a title may be longer than a heading and hold two sentences."""
    if words.endswith((".", ",", ";", ":", "…")) or len(words.split()) > _TITLE_WORDS:
        return False
    return not (_BULLET.match(words) or _DATELINE.match(words) or _QUOTED.fullmatch(words))


def same_words(one: str, other: str) -> bool:
    """Whether two lines say the same, punctuation, case and blanks apart."""
    return _SQUEEZE.sub("", one).casefold() == _SQUEEZE.sub("", other).casefold()
