"""Merging: claims into events, inside a report and across reports, explained and in any order the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from casus.ingest.persons import Persons
from casus.merge.account import NO_PERSONS, Alike
from casus.merge.folding import NO_RULINGS
from casus.merge.merging import Merged, Merging
from casus.merge.rulings import Rulings, rulings_of
from casus.merge.tolls import Told
from casus.model.claim import Claim

__all__ = ["Merged", "Merging", "Rulings", "Told", "merge", "rulings_of"]


def merge(
    claims: Sequence[Claim],
    told: Mapping[str, Told],
    copies: Sequence[Sequence[str]] = (),
    alike: Alike | None = None,
    rulings: Rulings = NO_RULINGS,
    persons: Mapping[str, Persons] = NO_PERSONS,
) -> Merged:
    """Return the events of claims (see `Merging`); `rulings`: what a person decided."""
    return Merging(claims, told, copies, alike, persons).merged(rulings)
