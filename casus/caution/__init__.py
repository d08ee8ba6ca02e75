"""Cautions: what a careful reader would flag, ranked by what it could ruin."""

from __future__ import annotations

from collections.abc import Sequence

from casus.caution.breakdown import parts
from casus.caution.damage import damage
from casus.caution.figures import magnitudes
from casus.caution.looking import Looking
from casus.caution.names import ambiguous_names, old_offices
from casus.caution.order import unknown_order
from casus.caution.ranking import RANK, ranked
from casus.caution.voices import unnamed_sources
from casus.coding import Coded
from casus.model.caution import Caution
from casus.model.picture import Reading
from casus.model.text import Sentence

__all__ = ["RANK", "Looking", "caution_report"]


def caution_report(reading: Reading, coded: Coded, sentences: Sequence[Sentence]) -> tuple[Caution, ...]:
    """The cautions one report gives by itself."""
    found = [
        *damage(reading.report), *magnitudes(reading), *parts(reading, sentences), *unknown_order(reading, coded, sentences),
        *ambiguous_names(reading), *old_offices(reading), *unnamed_sources(reading, coded),
    ]  # fmt: skip
    return ranked(found)
