"""Page: one text as a reader hands it over, before it is cleaned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from casus.ingest.given import Found
from casus.model.text import OffsetMap

NOTHING: Final = Found()
SAME: Final = OffsetMap((), ())


@dataclass(frozen=True, slots=True)
class Page:
    """One text with what its container says about it.

    `headings` are offsets in `text` at which a line stands that the container marks as a heading. `offsets` leads from
    `text` to the decoded input where a reader took marks out (Markdown, HTML); empty = `text` is the input.
    `left_out` are lines of the input that the reader took for furniture.
    """

    source: str
    text: str
    sha256: str
    found: Found = NOTHING
    headings: frozenset[int] = frozenset()
    offsets: OffsetMap = SAME
    left_out: tuple[str, ...] = ()
