"""A name as the reader saw it, down to the bare names in it: without the words for its unit, its side, or the building that stands there.

"Eastern Ghor province" is Ghor, "Hangu District" Hangu, "Turbat Kech District" Turbat and Kech; "Ring Road" is one name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from casus.codebook.place_words import load_place_words
from casus.codebook.places import Entry, Gazetteer
from casus.coding.places.mention import UNITS
from casus.model.text import Sentence

_LOOSE = frozenset({"of", "same", "in", "the", "and"})


@dataclass(frozen=True, slots=True)
class Seen:
    """A sentence of a text beside the gazetteer; token ranges have their last exclusive."""

    text: str
    sentence: Sentence
    gazetteer: Gazetteer

    def word(self, i: int) -> str:
        """A token as written, "" beyond the last."""
        return self.sentence.tokens[i].text if i < len(self.sentence.tokens) else ""

    def words(self, first: int, last: int) -> str:
        """The words of some tokens as written."""
        return self.text[self.sentence.tokens[first].start : self.sentence.tokens[last - 1].end]

    def find(self, first: int, last: int) -> tuple[Entry, ...]:
        """The gazetteer's entries for these tokens."""
        return self.gazetteer.find(self.words(first, last))


def trimmed(seen: Seen, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The token ranges of the bare names in a name."""
    known = seen.gazetteer.knows(seen.words(first, last))
    last = _without_ending(seen, first, last, known=known)
    while not known and first < last - 1 and _is_side(seen, first, last):
        first += 1
    while last - 1 > first and (_is_unit_word(seen, first, last, known=known) or (not known and _is_loose(seen, first, last))):
        last -= 1
    if not known and last - first > 1 and seen.word(last - 1) in load_place_words().buildings and seen.find(first, last - 1):
        last -= 1  # "a Goma bar"
    cut = first if known else _second_unit(seen, first, last)
    if cut > first:
        yield from trimmed(seen, first, cut - 1 if seen.word(cut - 1) in {"of", "'s", "’s"} else cut)
        yield from trimmed(seen, cut, last)
    else:
        yield first, last


def _is_loose(seen: Seen, first: int, last: int) -> bool:
    """ "Mardan Town of same"; the letters after a known name ("Federally Administered Tribal Areas FATA")."""
    word = seen.word(last - 1)
    if word in _LOOSE:
        return True
    initials = "".join(seen.word(i)[:1] for i in range(first, last - 1) if seen.word(i)[:1].isupper())
    return len(word) > 1 and word == initials and bool(seen.find(first, last - 1))


def _without_ending(seen: Seen, first: int, last: int, *, known: bool) -> int:
    """ "Myanmar Border"; the "sub" of "Kasom sub division"."""
    border = seen.word(last - 1).lower() in load_place_words().borders and last - first > 1 and not known
    return last - 1 if border or (seen.word(last - 1), seen.word(last)) == ("sub", "division") else last


def _is_side(seen: Seen, first: int, last: int) -> bool:
    """ "Eastern" Ghor; but "South Garo district" of a Garo nobody knows: the side is part of the name."""
    if seen.word(first).lower() not in load_place_words().sides | {"the"}:
        return False
    ends = last - first > 2 and is_unit(seen.word(last - 1))
    unit = ends or load_place_words().units.get(seen.word(last).lower()) == "adm2"
    return not (unit and seen.word(first)[:1].isupper() and not seen.find(first + 1, last - 1 if ends else last))


def _is_unit_word(seen: Seen, first: int, last: int, *, known: bool) -> bool:
    """Whether the last word says what unit it is; with a capital it may be part of the name ("Kansas City", "Ring Road")."""
    word = seen.word(last - 1)
    if not is_unit(word):
        return False
    return word.islower() or not (known or word in load_place_words().streets) or _is_whole(seen, first, last)


def is_unit(word: str) -> bool:
    """A word for a unit, or the mark of the possessive."""
    words = load_place_words()
    return word.lower() in words.units or word.lower() in words.plurals or word in {"'s", "’s"}


def _is_whole(seen: Seen, first: int, last: int) -> bool:
    """ "Hangu District": the unit itself is known by the name without the word for it."""
    kind = load_place_words().units.get(seen.word(last - 1).lower())
    whole = seen.find(first, last) if kind in UNITS else ()
    ids = {e.id for e in seen.find(first, last - 1)}
    return bool(whole) and all(e.kind == kind and e.id in ids for e in whole)


def _second_unit(seen: Seen, first: int, last: int) -> int:
    """Where the second of two names begins ("Turbat | Kech District", "Koda District of | Badakhshan"); `first` where it is one name."""
    units = load_place_words().units
    for i in range(first + 1, last - 1):
        if seen.word(i) in {"'s", "’s"} and seen.find(first, i):
            return i + 1  # "Goma's Mission"
    for i in range(first + 2, last):
        if seen.word(i - 1) == "of" and units.get(seen.word(i - 2).lower()) == "adm2" and i - 2 > first:
            return i
    kind = units.get(seen.word(last).lower())
    if kind not in UNITS or last - first < 2 or seen.find(first, last):
        return first
    for cut in range(first + 1, last):
        around = {e.name for e in seen.find(cut, last) if e.kind == kind}
        if any(around & set(e.parents) for e in seen.find(first, cut)):
            return cut
    return first


def is_named_unit(seen: Seen, first: int, last: int) -> bool:
    """ "The market of Khyber Agency": a known unit with the word for it, after "in" or "of", whatever the reader takes it for."""
    units = load_place_words().units
    led = first > 0 and seen.sentence.tokens[first - 1].lemma.lower() in {"in", "of", "near", "from", "across"}
    for end in range(first + 2, last + 1):
        kind = units.get(seen.word(end - 1).lower())
        ends = end == last or seen.word(end) == "of"
        if led and ends and kind in UNITS and any(e.kind == kind for e in seen.find(first, end - 1)):
            return True
    return False
