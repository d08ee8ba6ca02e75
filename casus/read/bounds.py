"""Where sentences begin: the network's word, under rules it may not break."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from casus.read.pieces import BREAKS
from casus.read.tokens import ABBREVIATIONS

SPACED: Final = BREAKS.index("spaced")
OPENING: Final = BREAKS.index("opening")

FREE: Final = 0.5
"""A word whose start score is above this begins a sentence.  All bars were chosen on the treebanks' dev parts."""

LOST_STOP: Final = -2.0
"""The bar is this low where a full stop seems lost: "... Afghan territory The army ..."."""

CLOSED: Final = -1.0
"""The bar after a closing quote or bracket and before a capital."""

STOPPED: Final = -4.0
"""The bar after a full stop, question or exclamation mark and before a capital or an opening quote."""

SHORT_BRACKET: Final = 16
"""Inside a bracket pair of no more words than this no sentence begins."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_TITLES: Final = _set(
    "mr. mrs. ms. dr. prof. rev. hon. pres. gov. sen. rep. gen. lt. col. sgt. maj. capt. cmdr. adm. brig. cpl. "
    "pvt. pte. st. mt. ft. messrs. supt. insp."
)
_OPENERS: Final = _set(
    "the a an in on at he she it they we this that these those but and however meanwhile according there after when while his her its their"
)
_CLOSERS: Final = _set(", . ; : ) ] } % ! ? ... … ’ ” 's ’s n't n’t")
_ENDS: Final = _set(". ! ? ... … !! !!! ?? ?!")
_QUOTES: Final = _set("\" “ ‘ ' ``")
_AFTER_SPEECH: Final = _set("\" ” ) ''")
_OPEN_TO_CLOSE: Final = {"(": ")", "[": "]", "{": "}"}


def sentence_starts(words: Sequence[str], scores: NDArray[np.float32], gaps: Sequence[int]) -> list[int]:
    """Give the word numbers that begin sentences, the first among them.

    ``gaps`` are classes of pieces.BREAKS: a word that opens a block begins a sentence by law.
    """
    enclosed = _enclosed(words)
    starts: list[int] = []
    for index in range(len(words)):
        free = index > 0 and not enclosed[index] and _may_start(words, index)
        opens = index == 0 or gaps[index] == OPENING
        if opens or (free and scores[index] > _bar(words, index, spaced=gaps[index] == SPACED)):
            starts.append(index)
    return starts


def _may_start(words: Sequence[str], index: int) -> bool:
    word, before = words[index].lower(), words[index - 1].lower()
    numbered = word[0].isdigit() and before[-1] == "." and before[:-1] in ABBREVIATIONS  # "Dec. 5", "No. 3"
    return word not in _CLOSERS and before not in _TITLES and not numbered


def _bar(words: Sequence[str], index: int, *, spaced: bool) -> float:
    """Give the score to beat before the word at ``index``."""
    word, before = words[index], words[index - 1]
    if before.endswith(".") and spaced and word in _QUOTES and words[index + 1 : index + 2] and words[index + 1][:1].isupper():
        return STOPPED  # "at about 2 p.m. “I counted ..."
    if before in _ENDS and (word[:1].isupper() or (spaced and word in _QUOTES)):
        return STOPPED
    if before in _AFTER_SPEECH and word[:1].isupper():
        return CLOSED
    if word[:1].isupper() and word[1:].islower() | (len(word) == 1) and word.lower() in _OPENERS and before.islower():
        return LOST_STOP
    return FREE


def _enclosed(words: Sequence[str]) -> list[bool]:
    """Per word: inside a short bracket pair."""
    inside = [False] * len(words)
    waiting: list[tuple[str, int]] = []
    for index, word in enumerate(words):
        if word in _OPEN_TO_CLOSE:
            waiting.append((_OPEN_TO_CLOSE[word], index))
        elif waiting and word == waiting[-1][0]:
            _, opened = waiting.pop()
            if index - opened <= SHORT_BRACKET:
                inside[opened + 1 : index + 1] = [True] * (index - opened)
    return inside


def safest_cut(words: Sequence[str]) -> int:
    """Where to cut a sentence longer than a window: after its last strong mark in the second half, else at its end."""
    for marks in (_ENDS, {";", ":"}, {","}):
        for index in range(len(words) - 1, len(words) // 2, -1):
            if words[index - 1] in marks:
                return index
    return len(words)
