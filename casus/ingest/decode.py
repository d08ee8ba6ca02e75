"""Bytes to text: UTF-8 or UTF-16 as marked, else an older Western encoding, else a clear error."""

from __future__ import annotations

import codecs
import re
from typing import Final

from casus.model.errors import EmptyInput, UnreadableInput

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
_KINDS: Final = (
    (b"\x89PNG", "a PNG picture"), (b"\xff\xd8\xff", "a JPEG picture"), (b"GIF8", "a GIF picture"),
    (b"RIFF", "a media file"), (b"%PDF", "a PDF file"), (b"PK\x03\x04", "a ZIP archive or an Office file"),
    (b"\x1f\x8b", "a gzip archive"), (b"BZh", "a bzip2 archive"), (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"), (b"Rar!", "a RAR archive"), (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x7fELF", "a program"), (b"MZ\x90", "a program"), (b"ID3", "a sound file"), (b"OggS", "a sound file"),
    (b"SQLite format 3", "a database"), (b"II*\x00", "a TIFF picture"), (b"MM\x00*", "a TIFF picture"),
)  # fmt: skip
_SAMPLE: Final = 1 << 16
_CONTROL: Final = bytes(set(range(32)) - {0, 9, 10, 11, 12, 13, 27})
_WESTERN: Final = ["cp1252", "latin_1", "mac_roman"]
_SEVERAL: Final = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


def decode(data: bytes, source: str) -> str:
    """The text in these bytes, without a byte-order mark.

    Raises EmptyInput where there is nothing, UnreadableInput where the bytes are no text in any encoding tried.
    """
    if not data.strip():
        raise EmptyInput(source, "the file is empty", "give a file with text in it")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding, source)
    refuse_binary(data, source)
    wide = _wide(data)
    if wide is not None:
        return _strictly(data, wide, source)
    if data.count(0, 0, _SAMPLE) * 3 > min(len(data), _SAMPLE):
        raise _no_text(source)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _other(data, source)


def refuse_binary(data: bytes, source: str) -> None:
    """Raise UnreadableInput where the first bytes show a picture, an archive or another thing that is no text."""
    for magic, kind in _KINDS:
        if data.startswith(magic):
            raise UnreadableInput(source, f"it is {kind}, not text", "save the article as text or HTML and give that file")
    head = data[:_SAMPLE]
    if (len(head) - len(head.translate(None, _CONTROL))) * 50 > len(head):
        raise _no_text(source)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: English text then has a NUL in every second place. Many NULs otherwise: binary."""
    head = data[: _SAMPLE & ~1]
    even, odd = head[::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd * 5 > half * 2 and even * 20 <= half:
        return "utf-16-le"
    if even * 5 > half * 2 and odd * 20 <= half:
        return "utf-16-be"
    return None


def _strictly(data: bytes, encoding: str, source: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        name = encoding.upper().removesuffix("-LE").removesuffix("-BE")
        reason = f"it is marked as {name} but byte {error.start} is not"
        raise UnreadableInput(source, reason, "save the file as UTF-8") from error


def _other(data: bytes, source: str) -> str:
    """UTF-8 with a few broken bytes, or an older Western encoding."""
    if data.count(0) * 50 > len(data):
        raise _no_text(source)
    whole = sum(1 for _ in _SEVERAL.finditer(data[: _SAMPLE * 4]))
    mended = data.decode("utf-8", "replace")
    if 0 < mended.count("\ufffd") <= max(whole // 3, 1) and whole:
        return mended
    from charset_normalizer import from_bytes

    best = from_bytes(_sample(data), cp_isolation=_WESTERN).best()
    if best is None:
        raise _no_text(source)
    return data.decode(best.encoding, "replace")


def _sample(data: bytes) -> bytes:
    """The first part of the bytes and the lines with bytes beyond ASCII, as far as that is not too much."""
    if len(data) <= _SAMPLE:
        return data
    odd = [line for line in data[: _SAMPLE * 16].split(b"\n") if not line.isascii()]
    return (data[: _SAMPLE // 2] + b"\n" + b"\n".join(odd))[:_SAMPLE]


def _no_text(source: str) -> UnreadableInput:
    return UnreadableInput(source, "the bytes are not text in any encoding tried", "save the article as text in UTF-8")
