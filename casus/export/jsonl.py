"""JSON lines: one record per line, compact, keys in record order."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from casus.export.parts import Record

_LINE_BREAKS = {ord(mark): f"\\u{ord(mark):04x}" for mark in "\x85\u2028\u2029"}


def json_line(record: Record) -> str:
    """Return the record as one line, whatever a reader takes for a line break; text as it is, not escaped."""
    text = json.dumps(record, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.translate(_LINE_BREAKS)


def utf8(text: str) -> bytes:
    """UTF-8; a lone surrogate, which UTF-8 cannot hold, as the JSON escape it would be."""
    return text.encode("utf-8", "backslashreplace")


def write_jsonl(records: Sequence[Record], kind: str) -> Iterator[bytes]:
    """One line per record."""
    for record in records:
        yield utf8(json_line(record) + "\n")
