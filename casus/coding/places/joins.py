"""Mentions that belong together: a place and what it lies in, "between X and Y", "the X-Y border"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from casus.codebook.places import Gazetteer
from casus.coding.places.containers import STATION, nest
from casus.coding.places.mention import PlaceMention, SpatialRelation
from casus.coding.places.phrases import patterns
from casus.model.text import Report, Sentence

_ANSWERS = re.compile(r"\b(?:under|(?:jurisdiction|limits|remits) of)\s+(?:the\s+)?$")


def join(report: Report, sentence: Sentence, gazetteer: Gazetteer, mentions: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    """The mentions of a sentence, each with the containers the text gives it, pairs as one."""
    ordered = sorted(mentions, key=lambda m: (m.evidence.start, m.evidence.end))
    joined = nest(report, gazetteer, [m for m in ordered if not _is_jurisdiction(report, m)])
    return tuple(_without_overlaps(_pairs(report, sentence, joined)))


def _is_jurisdiction(report: Report, mention: PlaceMention) -> bool:
    """ "Baral village under Dumar Police Station in Sake district": whose station answers for it."""
    start, end = mention.evidence.start, mention.evidence.end
    return bool(_ANSWERS.search(report.text, max(start - 30, 0), start)) and bool(STATION.search(report.text[start : end + 16]))


def head_of(sentence: Sentence, first: int, last: int) -> int:
    """The token of the range whose head lies outside it, prepositions aside."""
    for i in range(first, min(last, len(sentence.tokens))):
        if not first <= sentence.tokens[i].head < last and sentence.tokens[i].deprel not in {"case", "punct", "cc", "det", "advmod"}:
            return i
    return max(last - 1, first)


def tokens_of(sentence: Sentence, start: int, end: int) -> tuple[int, int] | None:
    """The token range (last exclusive) under these offsets."""
    inside = [i for i, t in enumerate(sentence.tokens) if t.start < end and start < t.end]
    return (inside[0], inside[-1] + 1) if inside else None


def _pairs(report: Report, sentence: Sentence, mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """ "Between Goma and Sake", "the Afghanistan-Pakistan border", "the Goma-Sake road"."""
    out: list[PlaceMention] = []
    for mention in mentions:
        joined = _pair(report, sentence, out[-1], mention) if out else None
        if joined is not None:
            out[-1] = joined
        else:
            out.append(mention)
    return out


def _pair(report: Report, sentence: Sentence, one: PlaceMention, two: PlaceMention) -> PlaceMention | None:
    text, start, end = report.text, one.evidence.start, two.evidence.end
    gap = text[one.evidence.end : two.evidence.start]
    between = patterns().between_before.search(text, max(start - 60, sentence.start), start)
    road = patterns().road_after.match(text, end, min(end + 20, sentence.end))
    relation: SpatialRelation
    if between and re.fullmatch(r"\s+and\s+(?:the\s+)?", gap):
        border = re.search(r"border|frontier", text[max(between.start() - 12, sentence.start) : start], re.IGNORECASE)
        start, relation = between.start(), "border" if border else "between"
    elif re.fullmatch(r"\s?[-–—/]\s?", gap) and (two.relation == "border" or road or two.kind in {"site", "region"}):
        relation = "border" if two.relation == "border" else "between"
        end = road.end(1) if road else end
    else:
        return None
    first, last = tokens_of(sentence, start, end) or (one.first, two.last)
    evidence = report.evidence("place", start, end, "places:pair")
    head = head_of(sentence, first, last)
    return replace(one, evidence=evidence, first=first, last=last, head=head, relation=relation, unit=None, within=(), others=(two.name,))


def _without_overlaps(mentions: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
    end = -1
    for mention in mentions:
        if mention.evidence.start >= end:
            end = mention.evidence.end
            yield mention
