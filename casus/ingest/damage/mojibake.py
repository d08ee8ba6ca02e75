"""Characters read in the wrong encoding: "donâ€™t" for "don’t"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from casus.model.text import Block, Repair

_CP1252: Final = bytes(range(0x80, 0xC0)).decode("cp1252", "ignore") + "\x81\x8d\x8f\x90\x9d"
_TAIL: Final = f"[{re.escape(''.join(sorted(set(_CP1252))))}\x80-\xbf]"
_RUN: Final = re.compile(rf"(?:[\u00c2-\u00df]{_TAIL}|[\u00e0-\u00ef]{_TAIL}{{2}}|[\u00f0-\u00f4]{_TAIL}{{3}}){{1,40}}|â€(?!{_TAIL})")
_C1: Final = re.compile(r"[\x80-\x84\x86-\x9f]|\x85(?=\s|$)")


def mojibake(text: str, blocks: Sequence[Block]) -> Iterator[Repair]:
    """Every run of characters that turns into readable ones when decoded anew."""
    if text.isascii():
        return
    taken = -1
    for match in _RUN.finditer(text):
        reading = _again(match.group())
        if reading is not None:
            taken = match.end()
            yield _repair(match, reading)
    if taken < 0:
        for match in _C1.finditer(text):
            reading = match.group().encode("latin-1").decode("cp1252", "ignore")
            if reading:
                yield _repair(match, reading)


def _repair(match: re.Match[str], reading: str) -> Repair:
    message = f"“{match.group()}” was read in the wrong encoding; it stands for “{reading}”"
    return Repair("homoglyphs", match.start(), match.end(), match.group(), reading, message)


def _again(run: str) -> str | None:
    """The run decoded as the UTF-8 it once was, or None where it was none."""
    if run == "â€":
        return "”"
    try:
        reading = b"".join(_byte(sign) for sign in run).decode("utf-8")
    except (UnicodeDecodeError, UnicodeEncodeError):
        return None
    return reading if reading.isprintable() or reading.isspace() else None


def _byte(sign: str) -> bytes:
    try:
        return sign.encode("cp1252")
    except UnicodeEncodeError:
        return sign.encode("latin-1")
