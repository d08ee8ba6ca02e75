"""Old offices: somebody named with an office that, when the report was published, was somebody else's ("Prime Minister X")."""

from __future__ import annotations

import re
from datetime import date

from casus.model.actor import Party

_OFFICE = r"\b(?:president|prime minister|minister|premier|chancellor|secretary|king|commander|chief|governor|pm)\b"
_BEFORE = re.compile(_OFFICE, re.I)
_AFTER = re.compile(rf"^,\s+(?:the|a|an|[A-Z]\w+[’']s)?\s*[\w’' ]{{0,30}}{_OFFICE}", re.I)
_FORMER = re.compile(r"\b(?:former|ex|late|then|ousted|deposed|exiled|retired|previous|was|until|dies|died|death|funeral)\b", re.I)
"""Words by which the report itself says that the office is past."""
_PAST = re.compile(r"to (?P<end>\d{4}-\d\d-\d\d)\), not in office on (?P<day>\d{4}-\d\d-\d\d)")
_FRESH = 14
"""Days in which a report may still give the office to whom held it: a change is often what the report is about."""


def in_old_office(party: Party, text: str) -> bool:
    """Whether a person is named, without a word for it, with an office that had long been another's when the report was published."""
    if party.kind != "person" or not _is_long_past(party):
        return False
    after = text[party.evidence.end : party.evidence.end + 60]
    before = text[max(party.evidence.start - 30, 0) : party.evidence.start]
    right_before = " ".join(w for w in _same_sentence(before).split()[-3:] if w != "was")
    said = _FORMER.search(f"{right_before} {party.evidence.words} {re.split(r'[.!?]', after)[0]}")
    return not said and bool(_BEFORE.search(party.evidence.words) or _AFTER.match(after))


def _is_long_past(party: Party) -> bool:
    past = _PAST.search(party.reason)
    return past is not None and (date.fromisoformat(past["day"]) - date.fromisoformat(past["end"])).days > _FRESH


def _same_sentence(words: str) -> str:
    return re.split(r"[.!?] ", words)[-1]
