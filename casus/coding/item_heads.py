"""Heads of items: in "4 June, Sake: rebels and soldiers exchanged fire. Five people were killed." the head dates and places the whole item.

Incident lists (situation reports, chronologies) say when and where once, before a colon or dash; what an item tells has that
day and that place unless its own words give another.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from casus.coding.claims import Told
from casus.coding.places.mention import PlaceMention
from casus.coding.scene import Scene
from casus.model.text import Report
from casus.model.when import DateRange

_HEAD = re.compile(r"[^\n.!?;“”\"]{3,90}?\s?(?::|\s[–—-])\s")
_BULLET = re.compile(r"(?:[-–—•*·]|\d{1,3}[.)])\s+")
_EXACT = frozenset({"day", "range", "week", "month"})


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of an item says: its date, and its place if it names one."""

    date: DateRange
    place: PlaceMention | None


def with_item_heads(told: Sequence[Told], scenes: Sequence[Scene], report: Report) -> list[Told]:
    """Give what an item tells the date and the place of its head, where its own words give none."""
    heads = heads_of(scenes, report)
    blocks = {s.sentence.index: s.sentence.paragraph for s in scenes}
    return [_headed(t, heads.get(blocks[t.claim.sentence])) for t in told]


def _headed(told: Told, head: Head | None) -> Told:
    if head is None or told.claim.heading:
        return told
    claim = told.claim
    if claim.date is None or claim.date.evidence is None:
        claim = replace(claim, date=head.date).because("date", "the day at the head of its item")
    return replace(told, claim=claim, place=told.place or head.place)


def heads_of(scenes: Sequence[Scene], report: Report) -> Mapping[int, Head]:
    """The heads of the blocks that have one, by number of the block."""
    found: dict[int, Head] = {}
    for scene in scenes:
        block = scene.sentence.paragraph
        if block in found or not 0 <= block < len(report.blocks) or scene.sentence.heading:
            continue
        start = report.blocks[block].start
        bullet = _BULLET.match(report.text, start)
        start = bullet.end() if bullet is not None else start
        head = _HEAD.match(report.text, start, report.blocks[block].end)
        if head is None or not scene.sentence.start <= head.end():
            continue
        dates = [d for d in scene.dates if d.evidence is not None and d.precision in _EXACT and start == d.evidence.start]
        if dates and dates[0].evidence is not None and dates[0].evidence.end <= head.end():
            found[block] = Head(dates[0], _place(scene, dates[0].evidence.end, head.end()))
    return found


def _place(scene: Scene, start: int, end: int) -> PlaceMention | None:
    """The place between the day and the mark; where the reader saw no name, the words, if the gazetteer knows them."""
    named = next((p for p in scene.places if start <= p.evidence.start and p.evidence.end <= end), None)
    if named is not None:
        return named
    inside = [i for i, t in enumerate(scene.tree.tokens) if start <= t.start and t.end <= end]
    inside = inside[next((k for k, i in enumerate(inside) if scene.tree.tokens[i].text[:1].isalpha()), len(inside)) :]
    words = inside[: next((k for k, i in enumerate(inside) if not scene.tree.tokens[i].text[:1].isupper()), len(inside))]
    if not words:
        return None
    span = scene.tree.span(words[0], words[-1] + 1)
    name = scene.report.text[slice(*span)]
    if not scene.book.places.knows(name):
        return None
    evidence = scene.report.evidence("place", *span, "places: head of the item")
    return PlaceMention(evidence, name, words[0], words[-1] + 1, words[-1], scene.sentence.index, known=True)
