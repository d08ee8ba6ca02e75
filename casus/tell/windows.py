"""The words of a report as the encoder of tellings takes them: whole sentences in windows, all but the first begin with some read before.

Used by training and at run time alike; there must be one way only.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from casus.model.text import Sentence
from casus.read.pieces import Vocabulary

PIECES: Final = 480
"""The most word pieces of a window; the encoder has places for 512."""
BEFORE: Final = 160
"""At most so many pieces of a window were in the one before: what an act is one with was often told there."""


@dataclass(frozen=True, slots=True)
class Window:
    """Words `first` to `last` (exclusive) of a report; those from `new` on were in no window before."""

    first: int
    new: int
    last: int


@dataclass(frozen=True, slots=True)
class Words:
    """All words of a report in their order: their text, the class of what stands before them (pieces.BREAKS), and where sentences begin."""

    texts: tuple[str, ...]
    breaks: tuple[int, ...]
    starts: tuple[int, ...]


def words_of(sentences: Sequence[Sentence]) -> Words:
    """The words of some sentences in their order."""
    texts: list[str] = []
    breaks: list[int] = []
    starts: list[int] = []
    paragraph, end = -1, -1
    for sentence in sentences:
        starts.append(len(texts))
        for k, token in enumerate(sentence.tokens):
            texts.append(token.text)
            breaks.append(2 if k == 0 and sentence.paragraph != paragraph else int(token.start == end))
            end = token.end
        paragraph = sentence.paragraph
    return Words(tuple(texts), tuple(breaks), tuple(starts))


def windows_of(words: Words, vocabulary: Vocabulary) -> Iterator[Window]:
    """Windows that together hold every word once as new; a sentence longer than a window is cut."""
    ends = [0, *accumulate(len(vocabulary.of_word(text)) for text in words.texts)]
    bounds = [*words.starts, len(words.texts)]
    at = [ends[b] for b in bounds]
    new = 0
    while new < len(words.texts):
        earliest = bounds[bisect_left(at, ends[new] - BEFORE)]
        first = min(earliest, new)
        last = bisect_right(ends, ends[first] + PIECES) - 1
        whole = bounds[bisect_right(bounds, last) - 1]
        yield Window(first, new, whole if whole > new else last)
        new = whole if whole > new else last
