"""Names: words that may mean two bodies, and offices held by somebody else at the time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from casus.model.actor import Party
from casus.model.caution import Caution
from casus.model.picture import Reading

_OFFICE = r"\b(?:president|prime minister|minister|premier|chancellor|secretary|king|commander|chief|governor|pm)\b"
_BEFORE = re.compile(_OFFICE, re.I)
_AFTER = re.compile(rf"^,\s+(?:the|a|an|[A-Z]\w+[’']s)?\s*[\w’' ]{{0,30}}{_OFFICE}", re.I)
_FORMER = re.compile(r"\b(?:former|ex|late|then|ousted|deposed|exiled|retired|previous|was|until|dies|died|death|funeral)\b", re.I)
"""Words by which the report itself says that the office is past."""
_PAST = re.compile(r"to (?P<end>\d{4}-\d\d-\d\d)\), not in office on (?P<day>\d{4}-\d\d-\d\d)")
_FRESH = 14
"""Days in which a report may still give the office to whom held it: a change is often what the report is about."""
_SEVERAL = re.compile(r' may be [^;]+, [^;]+; nothing in the report decides')
"""How resolve words a name that several bodies share and nothing decides."""


def _parties(reading: Reading) -> Iterator[Party]:
    for claim in reading.claims:
        yield from claim.actors
        yield from claim.recipients


def ambiguous_names(reading: Reading) -> Iterator[Caution]:
    """A name that the codebook gives to several bodies and the context does not decide: once for each name."""
    seen: set[str] = set()
    for party in _parties(reading):
        if _SEVERAL.search(party.reason) and party.reason not in seen:
            seen.add(party.reason)
            yield Caution(
                "ambiguous-name", reading.report.id, f"“{party.name}” may mean more than one body: {party.reason}.",
                "Decide by hand; it is not merged with any of them.", party.evidence,
            )  # fmt: skip


def old_offices(reading: Reading) -> Iterator[Caution]:
    """A person named with an office ("Prime Minister X") that, on the report's date, was held by somebody else."""
    seen: set[str] = set()
    for party in _parties(reading):
        after = reading.report.text[party.evidence.end : party.evidence.end + 60]
        before = reading.report.text[max(party.evidence.start - 30, 0) : party.evidence.start]
        said = _FORMER.search(f"{_same_sentence(before)} {party.evidence.words} {re.split(r'[.!?]', after)[0]}")
        titled = bool(_BEFORE.search(party.evidence.words) or _AFTER.match(after))
        if party.kind == "person" and titled and not said and _is_long_past(party) and party.name.lower() not in seen:
            seen.add(party.name.lower())
            yield Caution(
                "old-office-holder", reading.report.id, f"{party.name}: {party.reason}.",
                "Date the office; do not list as a present office-holder.", party.evidence,
            )  # fmt: skip


def _is_long_past(party: Party) -> bool:
    past = _PAST.search(party.reason)
    return past is not None and (date.fromisoformat(past["day"]) - date.fromisoformat(past["end"])).days > _FRESH


def _same_sentence(words: str) -> str:
    return re.split(r"[.!?] ", words)[-1]
