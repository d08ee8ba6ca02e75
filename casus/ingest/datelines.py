"""Datelines that read as part of the sentence: "BOGOTA - Colombian police said" is said by the police, in no part by Bogota."""

from __future__ import annotations

import re
from typing import Final

from casus.model.text import Block

_DATELINE: Final = re.compile(
    r"[A-Z][A-Z .'’/-]{2,40}(?:,\s[A-Z][\w .'’-]{1,30})?(?:,?\s[A-Z][a-z]{2,8}\.?\s\d{1,2})?\s*(?:\([A-Z][\w .&/-]{1,40}\))?"
    r"\s+--?\s+(?=[A-Z\d“\"'‘])"
)


def dateline(text: str, block: Block) -> int:
    """How many characters of a paragraph are a dateline in capitals that only a hyphen parts from its sentence; 0 where none is.

    A dash of print ("—") parts by itself and is left to the reader. In a paragraph all in capitals nothing tells the two apart.
    """
    found = _DATELINE.match(text, block.start, block.end) if block.kind == "paragraph" else None
    return found.end() - block.start if found is not None and not text[found.end() : block.end].isupper() else 0
