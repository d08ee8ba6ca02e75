"""Words to word pieces and letter-case classes: what the encoder sees of a word.

The vocabulary is uncased (BERT's), so the case of each word travels beside it as a class of its own.
Used by training and at run time alike; there must be one way only.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

CASES: Final = ("lower", "title", "upper", "initial", "mixed", "digit", "other")
"""Letter-case classes of a word, in the order of the encoder's embedding."""

BREAKS: Final = ("spaced", "glued", "opening")
"""What stands before a word: a blank, nothing, or the start of a paragraph."""

PIECES_PER_WORD: Final = 6
"""Longer words (addresses, mostly) keep their first pieces only."""

_PARTS: Final = re.compile(r"[^\W_]+|[\W_]")
_PLAIN: Final = str.maketrans("’‘ʼ`“”„«»–—…", "'" * 4 + '"' * 5 + "--.")


@dataclass(frozen=True, slots=True)
class Pieced:
    """A window of words as the encoder takes it; ``first`` and ``last`` index into ``pieces``."""

    pieces: list[int]
    cases: list[int]
    breaks: list[int]
    first: list[int]
    last: list[int]


class Vocabulary:
    """BERT's WordPiece over one word at a time, greedy longest match first."""

    def __init__(self, pieces: Sequence[str]) -> None:
        self._ids = {piece: index for index, piece in enumerate(pieces)}
        self._longest = max(map(len, pieces))
        self.unknown = self._ids["[UNK]"]
        self.opening = self._ids["[CLS]"]
        self.closing = self._ids["[SEP]"]
        self.of_word = lru_cache(maxsize=65536)(self._of_word)

    @classmethod
    def load(cls, path: Path) -> Vocabulary:
        """Read a vocab.txt: one piece a line, its number is its id."""
        return cls(path.read_text(encoding="utf-8").rstrip("\n").split("\n"))

    def _of_word(self, word: str) -> tuple[int, ...]:
        """Ids of the word's pieces: at least one, at most PIECES_PER_WORD."""
        ids: list[int] = []
        for part in _PARTS.findall(_plain(word)):
            ids.extend(self._of_part(part))
            if len(ids) >= PIECES_PER_WORD:
                break
        return tuple(ids[:PIECES_PER_WORD]) or (self.unknown,)

    def _of_part(self, part: str) -> list[int]:
        ids: list[int] = []
        start = 0
        while start < len(part) and len(ids) < PIECES_PER_WORD:
            end = min(len(part), start + self._longest)
            while end > start:
                piece = part[start:end] if start == 0 else "##" + part[start:end]
                if piece in self._ids:
                    break
                end -= 1
            if end == start:
                return [self.unknown]
            ids.append(self._ids[piece])
            start = end
        return ids

    def of_words(self, words: Sequence[str], breaks: Sequence[int]) -> Pieced:
        """Lay out a window: [CLS] pieces [SEP], with case and break classes per piece."""
        out = Pieced([self.opening], [CASES.index("other")], [0], [], [])
        for word, gap in zip(words, breaks, strict=True):
            ids = self.of_word(word)
            out.first.append(len(out.pieces))
            out.pieces.extend(ids)
            out.cases.extend([case_of(word)] * len(ids))
            out.breaks.extend([gap] * len(ids))
            out.last.append(len(out.pieces) - 1)
        out.pieces.append(self.closing)
        out.cases.append(CASES.index("other"))
        out.breaks.append(0)
        return out


def case_of(word: str) -> int:
    """Give the class of a word's letters, as an index into CASES."""
    if any(map(str.isdigit, word)):
        return 5
    letters = [sign for sign in word if sign.isalpha()]
    if not letters:
        return 6
    if all(map(str.islower, letters)):
        return 0
    if not any(map(str.islower, letters)):
        return 3 if len(letters) == 1 else 2
    return 1 if letters[0].isupper() and not any(map(str.isupper, letters[1:])) else 4


def _plain(word: str) -> str:
    """Lower-cased, accents off, quotes and dashes in their plain form; for look-up only."""
    if word.isascii():
        return word.lower().replace("`", "'")
    bare = unicodedata.normalize("NFD", word.translate(_PLAIN).lower())
    return "".join(sign for sign in bare if unicodedata.category(sign) != "Mn")
