"""Names: words that may mean two bodies, and offices held by somebody else at the time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casus.model.actor import Party
from casus.model.caution import Caution
from casus.model.picture import Reading

_OFFICE_AFTER = re.compile(
    r"^,\s+(?:the|a|an|[A-Z]\w+[’']s)?\s*[\w’' ]{0,30}"
    r"\b(?:president|prime minister|minister|premier|chancellor|secretary|leader|king|commander|chief)\b",
    re.I,
)


def _parties(reading: Reading) -> Iterator[Party]:
    for claim in reading.claims:
        yield from claim.actors
        yield from claim.recipients


def ambiguous_names(reading: Reading) -> Iterator[Caution]:
    """A name that the codebook gives to several bodies and the context does not decide."""
    seen: set[str] = set()
    for party in _parties(reading):
        if "ambiguous" in party.reason and party.name.lower() not in seen:
            seen.add(party.name.lower())
            yield Caution(
                "ambiguous-name", reading.report.id, f"“{party.name}” may mean more than one body: {party.reason}.",
                "Decide by hand; it is not merged with any of them.", party.evidence,
            )  # fmt: skip


def old_offices(reading: Reading) -> Iterator[Caution]:
    """A person named with an office ("Prime Minister X") that, on the report's date, was held by somebody else."""
    seen: set[str] = set()
    for party in _parties(reading):
        after = reading.report.text[party.evidence.end : party.evidence.end + 60]
        titled = len(party.evidence.words.split()) > len(party.name.split()) or bool(_OFFICE_AFTER.match(after))
        if party.kind == "person" and "former" in party.reason and titled and party.name.lower() not in seen:
            seen.add(party.name.lower())
            yield Caution(
                "old-office-holder", reading.report.id, f"{party.name}: {party.reason}.",
                "Date the office; do not list as a present office-holder.", party.evidence,
            )  # fmt: skip
