"""Wordings: the small pattern language of speech.yaml, matched over the lemmas of a sentence.

Lemmas in order; "a/b" either; "..." up to four words; "?" after a word: it may be missing; X and Y somebody (one to six
words). "can" stands for "could" as well, and "not" for every negation.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from casus.model.errors import CodebookError

_GAP = 4
_NAME = 6
_SAME = {"n't": "not", "n’t": "not", "could": "can", "would": "will", "cannot": "can not", "have": "have", "has": "have", "had": "have"}


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of a wording: the words that may stand there, or how many of any word (`least` to `most`)."""

    words: frozenset[str]
    least: int = 1
    most: int = 1


Wording = tuple[Slot, ...]


def parse_wordings(entries: Sequence[str], where: str = "") -> tuple[Wording, ...]:
    """The wordings of a list. Raises CodebookError where one is empty."""
    return tuple(_parse(entry, where) for entry in entries)


def _parse(entry: str, where: str) -> Wording:
    slots = tuple(s for word in entry.split() for s in _slots(word))
    if not any(s.words for s in slots):
        raise CodebookError(f"{where}: the wording {entry!r} has no words")
    return slots


def _slots(word: str) -> Iterator[Slot]:
    if word == "...":
        yield Slot(frozenset(), 0, _GAP)
    elif word in {"X", "Y"}:
        yield Slot(frozenset(), 1, _NAME)
    else:
        optional = word.endswith("?")
        options = frozenset(_SAME.get(w, w) for w in word.rstrip("?").split("/"))
        yield Slot(options, 0 if optional else 1)


def plain_lemmas(forms: Sequence[str], lemmas: Sequence[str]) -> tuple[frozenset[str], ...]:
    """What each word of a sentence may be matched as: its lemma, its form, what either stands for."""
    return tuple(frozenset(_SAME.get(w, w) for w in (form.lower(), lemma.lower())) for form, lemma in zip(forms, lemmas, strict=True))


def find_wording(wordings: Sequence[Wording], words: Sequence[frozenset[str]]) -> tuple[int, int] | None:
    """The token range (last exclusive) of the first wording found in a sentence, or None."""
    told = frozenset().union(*words)
    for wording in wordings:
        if any(s.least and s.words and not s.words & told for s in wording):
            continue
        for first in range(len(words)):
            last = _match(wording, words, first)
            if last is not None:
                return first, last
    return None


def _match(wording: Wording, words: Sequence[frozenset[str]], first: int) -> int | None:
    @cache
    def run(slot: int, at: int) -> int | None:
        if slot == len(wording):
            return at
        s = wording[slot]
        for n in range(s.least, s.most + 1):
            if at + n > len(words) or (s.words and n and not s.words & words[at]):
                break
            found = run(slot + 1, at + n)
            if found is not None:
                return found
        return None

    return run(0, first)
