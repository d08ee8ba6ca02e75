"""Merging: claims into events, inside a report and across reports, explained and in any order the same."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from casus.ingest.persons import Persons
from casus.merge.account import NO_PERSONS, Alike
from casus.merge.across import Doubt, fold_across
from casus.merge.folding import NO_RULINGS, fold
from casus.merge.reconcile import Told, reconcile
from casus.merge.rulings import Rulings, rulings_of
from casus.model.claim import Claim
from casus.model.event import Event, Undecided

__all__ = ["Merged", "Rulings", "Told", "merge", "rulings_of"]


@dataclass(frozen=True, slots=True)
class Merged:
    """The events of many claims, and the pairs of them that may be one occurrence but are not sure to be."""

    events: tuple[Event, ...]
    undecided: tuple[Undecided, ...]


def merge(
    claims: Sequence[Claim],
    told: Mapping[str, Told],
    copies: Sequence[Sequence[str]] = (),
    alike: Alike | None = None,
    rulings: Rulings = NO_RULINGS,
    persons: Mapping[str, Persons] = NO_PERSONS,
) -> Merged:
    """Events of claims, certain ones first by layer and date of publication.

    `told`: of each report, when and by whom; `copies`: groups of reports that tell the same text; `alike`: how much pairs
    of reports share, by their ids in order; `rulings`: what a person decided; `persons`: whom each report names.
    """
    with _no_collection():
        roots = {report: group[0] for group in copies for report in group}
        groups, doubts = fold_across(fold(claims, rulings), roots, alike or {}, rulings, persons)
    events = [reconcile(group, told) for group in groups]
    ordered = sorted(events, key=lambda e: _order(e, told))
    return Merged(tuple(ordered), tuple(sorted((_undecided(d, events) for d in doubts), key=lambda u: (-u.score, u.a, u.b))))


@contextmanager
def _no_collection() -> Iterator[None]:
    """Merging makes no cycles; searching millions of new objects for some only makes large cases slow."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _undecided(doubt: Doubt, events: Sequence[Event]) -> Undecided:
    return Undecided(events[doubt.a].id, events[doubt.b].id, doubt.score, doubt.because)


def _order(event: Event, told: Mapping[str, Told]) -> tuple[int, str, str, int, str]:
    first = event.claims[0]
    layer = {"news": 0, "background": 1, "history": 2}[event.layer]
    day: date | None = told[first.report].published if first.report in told else None
    return (layer, day.isoformat() if day else "9999", first.report, first.act.start, event.id)
