"""Line ends, control and invisible characters: what no reader of a page ever saw."""

from __future__ import annotations

import re
from typing import Final

from casus.ingest.trace import Cut

_BREAK: Final = "\n"
_UNSEEN: Final = re.compile(
    "(?P<crlf>\r(?=\n))"
    "|(?P<line>[\r\v\f\u2028\u2029])"
    "|(?P<control>[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]+)"
    "|(?P<hidden>[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+)"
)
"""C1 controls (U+0080-U+009F) stay: they are mostly damaged quotation marks, reported as such.

Joiners (U+200C, U+200D) stay: they change what is read in many scripts. Lone surrogates cannot be written to any file.
"""


def unseen(text: str) -> tuple[list[Cut], int, int]:
    """The cuts that take them out, and how many control and invisible characters those are."""
    cuts: list[Cut] = []
    control = hidden = 0
    for match in _UNSEEN.finditer(text):
        kind = match.lastgroup
        cuts.append(Cut(match.start(), match.end(), _BREAK if kind == "line" else ""))
        if kind == "control":
            control += match.end() - match.start()
        elif kind == "hidden":
            hidden += match.end() - match.start()
    return cuts, control, hidden
