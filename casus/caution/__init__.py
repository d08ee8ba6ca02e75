"""Cautions: what a careful reader would flag, ranked by what it could ruin."""

from __future__ import annotations

from collections.abc import Sequence

from casus.caution.breakdown import parts
from casus.caution.damage import damage
from casus.caution.events import contradictions, sourcing, undated
from casus.caution.figures import magnitudes
from casus.caution.headline import headline_figures, headline_stronger
from casus.caution.names import ambiguous_names, old_offices
from casus.caution.order import unknown_order
from casus.caution.undecided import undecided
from casus.caution.voices import unnamed_sources
from casus.coding import Coded
from casus.merge import Merged
from casus.model.caution import Caution, CautionKind
from casus.model.picture import Reading
from casus.model.text import Sentence

RANK: tuple[CautionKind, ...] = (
    "suspect-magnitude", "parts-do-not-add-up", "contradiction", "headline-stronger-than-body", "order-unknown",
    "broken-sentence", "glued-words", "single-party-source", "unnamed-sources", "undecided-merge", "ambiguous-name", "old-office-holder",
    "spelling", "homoglyphs", "date-missing", "near-copy", "boilerplate-removed",
)  # fmt: skip
"""Kinds of caution, the one that could ruin most first: figures, then certainty and order, then names, then dates."""


def caution_report(reading: Reading, coded: Coded, sentences: Sequence[Sentence]) -> tuple[Caution, ...]:
    """The cautions one report gives by itself."""
    found = [
        *damage(reading.report), *magnitudes(reading), *parts(reading, sentences), *unknown_order(reading, coded, sentences),
        *ambiguous_names(reading), *old_offices(reading), *unnamed_sources(reading, coded),
    ]  # fmt: skip
    return _ranked(found)


def caution_picture(readings: Sequence[Reading], merged: Merged, copies: Sequence[Sequence[str]]) -> tuple[Caution, ...]:
    """The cautions of all reports together with those that only the events show."""
    events = merged.events
    found = [c for r in readings for c in r.cautions]
    found += [*headline_stronger(readings, events), *headline_figures(readings), *contradictions(events)]
    found += [*sourcing(events), *undated(readings, events), *undecided(merged)]
    found += [
        Caution(
            "near-copy",
            report,
            "Tells the same text as another report." if len(group) == 2 else f"Tells the same text as {len(group) - 1} other reports.",
            "Count them as one source.",
        )
        for group in copies
        for report in sorted(group)[1:]
    ]
    return _ranked(found)


def _ranked(found: Sequence[Caution]) -> tuple[Caution, ...]:
    unique = {c.id: c for c in found}
    return tuple(sorted(unique.values(), key=lambda c: (RANK.index(c.kind), c.report, c.evidence.start if c.evidence else -1, c.id)))
