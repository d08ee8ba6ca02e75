"""Damage in a text that a careful reader would notice: kept as written, reported with the likely reading.

The table below lists every check. Each is a callable `(text, blocks) -> Iterator[Repair]`, pure, precise first: it is
silent where a careful reader could doubt. Each stands in a file of its own name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from casus.model.text import Block, Repair

Check = Callable[[str, Sequence[Block]], Iterator[Repair]]

CHECKS: Final[tuple[Check, ...]] = ()


def notice(text: str, blocks: Sequence[Block]) -> Iterator[Repair]:
    """Every repair the checks propose; where two cover the same words, the first check's stands."""
    taken: list[Repair] = []
    for check in CHECKS:
        for repair in check(text, blocks):
            taken.append(repair)
            yield repair
