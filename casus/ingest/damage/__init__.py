"""Damage in a text that a careful reader would notice: kept as written, reported with the likely reading.

The table below lists every check. Each is a callable `(text, blocks) -> Iterator[Repair]`, pure, precise first: it is
silent where a careful reader could doubt. Each stands in a file of its own name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from casus.ingest.damage.cut_off import cut_off
from casus.ingest.damage.figures import odd_figures
from casus.ingest.damage.glued import glued
from casus.ingest.damage.homoglyphs import homoglyphs
from casus.ingest.damage.mojibake import mojibake
from casus.ingest.damage.quotes import broken_quotes
from casus.ingest.damage.spelling import misspelt
from casus.ingest.damage.stops import lost_stops
from casus.model.text import Block, Repair

Check = Callable[[str, Sequence[Block]], Iterator[Repair]]

CHECKS: Final[tuple[Check, ...]] = (
    glued,
    lost_stops,
    broken_quotes,
    cut_off,
    odd_figures,
    mojibake,
    homoglyphs,
    misspelt,
)


def notice(text: str, blocks: Sequence[Block]) -> Iterator[Repair]:
    """Every repair the checks propose, check by check."""
    for check in CHECKS:
        yield from check(text, blocks)
