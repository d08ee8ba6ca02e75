"""What a document's properties say about it, as far as people write them: programs fill them too, with names of files and users."""

from __future__ import annotations

import re
from typing import Final

from casus.ingest.given import Found

_MADE: Final = re.compile(
    r"(?:microsoft word|powerpoint presentation|untitled|document\s*\d*|doc\d*|slide \d+|layout \d+|print|template)\b(?:\s*[-–].*)?$"
    r"|.*\.(?:docx?|pdf|indd|rtf|odt|html?|qxd|tmp|txt|pub)$|[\w.-]*[\\/_]\S*$|\S*\d{4,}\S*$",
    re.IGNORECASE,
)
_USERS: Final = frozenset({"microsoft office user", "windows user", "python docx", "python-docx", "office user", "registered user"})


def found_of(title: object, author: object) -> Found:
    """Title and author where they read as such: a title of two words or more that is no file's name, a person's or body's name."""
    said = " ".join(str(title or "").split())
    who = " ".join(str(author or "").split())
    named = len(said.split()) > 1 and not _MADE.match(said)
    written = len(who.split()) > 1 and who.casefold() not in _USERS
    return Found(title=said if named else None, author=who if written else None)
