"""Letters that only look Latin: a Cyrillic or Greek letter in an English word, full-width or mathematical letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

from casus.model.text import Block, Repair

_LOOKS: Final = str.maketrans(
    "АВСЕНІЈКМОРЅТХУаеіјорсухѕԁӏһԛԝьΑΒΕΖΗΙΚΜΝΟΡΤΥΧοανρυικ",
    "ABCEHIJKMOPSTXYaeijopcyxsdlhqwbABEZHIKMNOPTYXoavpuik",
)
_WORD: Final = re.compile(r"[^\W\d_]{2,40}")
_STRANGE: Final = re.compile(r"[\u0370-\u052f]")
_STYLED: Final = re.compile(r"[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7ff]{1,60}")
_LATIN: Final = re.compile(r"[A-Za-z]")
_ALONE: Final = re.compile(r"(?<=[A-Za-z,] )[аА](?= [A-Za-z])")
_LETTER_O: Final = re.compile(r"(?<![\w.,/-])(\d{1,3}(?:,\d{3})*)O(?= (?:people|civilians|soldiers|killed|dead|fighters|militants)\b)")
_LOST: Final = re.compile(r"\S{0,30}\ufffd\S{0,30}")


def homoglyphs(text: str, blocks: Sequence[Block]) -> Iterator[Repair]:
    """Every word with a letter of another script that looks like a Latin one, and every unreadable character."""
    if not text.isascii():
        for match in _WORD.finditer(text) if _STRANGE.search(text) else ():
            word = match.group()
            if _STRANGE.search(word) and _LATIN.search(word):
                reading = word.translate(_LOOKS)
                if reading.isascii() or not _STRANGE.search(reading):
                    yield _repair(match, reading, "a letter of another alphabet that looks Latin")
        for match in _ALONE.finditer(text):
            yield _repair(match, match.group().translate(_LOOKS), "a Cyrillic letter that looks Latin")
        for match in _STYLED.finditer(text):
            yield _repair(match, unicodedata.normalize("NFKC", match.group()), "letters or figures of another style")
        for match in _LOST.finditer(text):
            message = f"“{match.group()}” holds a character that was lost before Casus read it"
            yield Repair("homoglyphs", match.start(), match.end(), match.group(), None, message)
    for match in _LETTER_O.finditer(text):
        yield _repair(match, f"{match[1]}0", "the letter O for a nought")


def _repair(match: re.Match[str], reading: str, what: str) -> Repair:
    message = f"“{match.group()}” holds {what}; read as “{reading}”"
    return Repair("homoglyphs", match.start(), match.end(), match.group(), reading, message)
