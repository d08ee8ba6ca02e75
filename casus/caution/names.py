"""Names: words that may mean two bodies, and offices held by somebody else at the time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casus.model.actor import Party
from casus.model.caution import Caution
from casus.model.picture import Reading
from casus.resolve.old_office import in_old_office

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
        if in_old_office(party, reading.report.text) and party.name.lower() not in seen:
            seen.add(party.name.lower())
            yield Caution(
                "old-office-holder", reading.report.id, f"{party.name}: {party.reason}.",
                "Date the office; do not list as a present office-holder.", party.evidence,
            )  # fmt: skip
