"""Names one letter away from a name the report writes otherwise, or from a well-known place: "Kaul" for Kabul."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from casus.ingest.words import Words, words
from casus.model.text import Block, Repair

_NAME: Final = re.compile(r"(?<![\w@#./’'-])[A-Z][a-z]{2,24}(?![\w@/-]|\.[a-z])")
_INSIDE: Final = re.compile(r"[\w,;] $")
_NAME_BEFORE: Final = re.compile(r"\b[A-Z][\w'’.-]{0,30} $")
_NAME_AFTER: Final = re.compile(r" [A-Z][\w'’-]{0,30}")
_SHORT: Final = 4
_LONG: Final = 6


def misspelt(text: str, blocks: Sequence[Block]) -> Iterator[Repair]:
    """Each word that stands once, inside a sentence, and is no word or name of its own."""
    counts: Counter[str] = Counter()
    places: dict[str, int] = {}
    for block in blocks:
        for match in _NAME.finditer(text, block.start, block.end):
            counts[match.group()] += 1
            if block.kind == "paragraph":
                places[match.group()] = match.start()
    known = words()
    targets = _Targets(counts, known)
    for word, at in sorted(places.items(), key=lambda pair: pair[1]):
        if counts[word] == 1 and len(word) >= _SHORT and _INSIDE.search(text, max(at - 2, 0), at):
            reading = targets.of(word)
            if reading is not None and _same_company(text, at, at + len(word), reading):
                message = f"“{word}” may be a misspelling of “{reading}”"
                yield Repair("spelling", at, at + len(word), word, reading, message)


def _same_company(text: str, start: int, end: int, reading: str) -> bool:
    """Whether the word stands alone, or beside the same other names as the reading does elsewhere.

    "Omar Kaul" is somebody of his own; "Hilary Clinton" is not where the report speaks of Hillary Clinton too.
    """
    before = _NAME_BEFORE.search(text, max(start - 34, 0), start)
    after = _NAME_AFTER.match(text, end)
    return (before is None or before.group() + reading in text) and (after is None or reading + after.group() in text)


class _Targets:
    """The names a word may stand for, found by the words that are left when one letter is dropped."""

    def __init__(self, counts: Counter[str], known: Words) -> None:
        self._known = known
        self._counts = counts
        often = {name for name, count in counts.items() if count >= 2 and len(name) >= _SHORT and _is_name(name, known)}
        self._near: dict[str, set[str]] = defaultdict(set)
        for name in often | known.places:
            for part in _dropped(name):
                self._near[part].add(name)

    def of(self, word: str) -> str | None:
        """The one name this word may be a misspelling of, or None where there is none or more than one."""
        if word.lower() in self._known.known:
            return None
        near = {name for part in _dropped(word) for name in self._near.get(part, ()) if _one_apart(word, name)}
        fits = {name for name in near if self._may_be(word, name)}
        return fits.pop() if len(fits) == 1 else None

    def _may_be(self, word: str, name: str) -> bool:
        here = self._counts[name] >= 2
        if word in self._known.names:
            return here and _doubled(word, name)
        if len(word) <= _SHORT:
            return here and name in self._known.places
        return here or (name in self._known.places and len(word) >= _LONG)


def _is_name(name: str, known: Words) -> bool:
    return name.lower() not in known.known


def _dropped(word: str) -> AbstractSet[str]:
    """The word, and it without one of its letters; the first letter is never wrong."""
    return {word, *(word[:n] + word[n + 1 :] for n in range(1, len(word)))}


def _one_apart(word: str, name: str) -> bool:
    """Whether one letter was lost, added, changed or moved inside; endings are grammar (Iraq, Iraqi), not mistakes."""
    if word == name or word[0] != name[0] or word[-1] != name[-1] or abs(len(word) - len(name)) > 1:
        return False
    start = 0
    while start < min(len(word), len(name)) and word[start] == name[start]:
        start += 1
    one, other = word[start:], name[start:]
    if len(one) == len(other):
        return one[1:] == other[1:] or (one[:2] == other[1::-1] and one[2:] == other[2:])
    return one[1:] == other if len(one) > len(other) else one == other[1:]


def _doubled(word: str, name: str) -> bool:
    """Whether they differ only in a doubled letter (Hilary, Hillary)."""
    return re.sub(r"(.)\1", r"\1", word) == re.sub(r"(.)\1", r"\1", name)
