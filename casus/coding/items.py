"""Items: where a report is a list of occurrences, which entry each act stands in.

A live page heads its entries by the hour, an incident report by the day and the place, or by a bullet. Two entries tell two
things, however alike side and means are, unless their words say that it is the same (merge/another.py).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from casus.coding.claims import Told
from casus.coding.item_heads import heads_of
from casus.coding.scene import Scene
from casus.model.text import Report

_TIMED = re.compile(r"\d{1,2}[:.h]\d{2}\b(?!\s*(?:%|per|million|billion))")
_BULLET = re.compile(r"(?:[-–—•*·▪●]|\(?\d{1,3}[.)])\s+\S")
_LEAST = 2
"""One entry is no list."""


def with_items(told: Sequence[Told], scenes: Sequence[Scene], report: Report) -> list[Told]:
    """What is told, each with the number of its entry."""
    items = items_of(scenes, report)
    if not items:
        return list(told)
    blocks = {s.sentence.index: s.sentence.paragraph for s in scenes}
    return [replace(t, claim=replace(t.claim, item=items.get(blocks[t.claim.sentence], 0))) for t in told]


def items_of(scenes: Sequence[Scene], report: Report) -> Mapping[int, int]:
    """The number of the entry of every block from the first entry on; nothing where the report is no list."""
    heads = {k for k, block in enumerate(report.blocks) if _opens(report, k)} | set(heads_of(scenes, report))
    if len(heads) < _LEAST:
        return {}
    found: dict[int, int] = {}
    for k, block in enumerate(report.blocks):
        last = found.get(k - 1, 0)
        opens = k in heads or (last and block.kind == "heading" and k - 1 not in heads)
        if last or opens:
            found[k] = last + 1 if opens else last
    return found


def _opens(report: Report, k: int) -> bool:
    block = report.blocks[k]
    return block.kind != "title" and any(mark.match(report.text, block.start, block.end) for mark in (_TIMED, _BULLET))
