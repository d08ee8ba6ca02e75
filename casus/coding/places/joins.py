"""Mentions that belong together: a place and what it lies in, "between X and Y", "the X-Y border"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from casus.codebook.names import key
from casus.codebook.places import Gazetteer
from casus.coding.places.mention import PlaceMention, SpatialRelation
from casus.coding.places.phrases import patterns
from casus.model.text import Report, Sentence

_SPOTS = frozenset({"town", "village", "camp", "site"})
_JOINER = re.compile(
    r"\s*(?:,|,?\s*(?:in|of)\s+(?:the\s+)?(?:[a-z]+(?:ern|west|east)\s+)?"
    r"(?:(?:[\w.]+\s+)?(?:capital|heart|cent(?:re|er)|middle)\s+(?:of\s+)?)?)\s*$"
)
_UNDER = re.compile(r"\s*,?\s*\(?(?:under|within|in)\s+(?:the\s+)?[^,.;:]{3,60}?\s+\(?(?:in|of)\s+(?:the\s+)?$")
_STATION = re.compile(
    r"[Pp]olice|[Pp][Ss]\b|[Tt]hana|[Ss]tation|[Ss]ub-?\s?division|[Bb]lock|[Uu]nion [Cc]ouncil|[Tt]ehsil|[Jj]urisdiction|[Ll]imits"
)
_ANSWERS = re.compile(r"\b(?:under|(?:jurisdiction|limits|remits) of)\s+(?:the\s+)?$")
_LISTED = re.compile(r"\s*(?:,\s*[A-Z]|,?\s*(?:and|or)\b)")
_OWNER = re.compile(r"['’]s?\s+(?:[a-z-]+\s+){0,2}")
_BREADTH = {"site": 0, "camp": 0, "village": 0, "town": 1, None: 1, "adm2": 2, "adm1": 3, "region": 3, "water": 3, "country": 5}


def join(report: Report, sentence: Sentence, gazetteer: Gazetteer, mentions: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    """The mentions of a sentence, each with the containers the text gives it, pairs as one."""
    ordered = sorted(mentions, key=lambda m: (m.evidence.start, m.evidence.end))
    joined = _with_containers(report, gazetteer, _nested(report, gazetteer, [m for m in ordered if not _is_jurisdiction(report, m)]))
    return tuple(_without_overlaps(_pairs(report, sentence, joined)))


def _is_jurisdiction(report: Report, mention: PlaceMention) -> bool:
    """ "Baral village under Dumar Police Station in Sake district": whose station answers for it."""
    start, end = mention.evidence.start, mention.evidence.end
    return bool(_ANSWERS.search(report.text, max(start - 30, 0), start)) and bool(_STATION.search(report.text[start : end + 16]))


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


def _nested(report: Report, gazetteer: Gazetteer, mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """ "The West Bank town of Hebron" is Hebron, "Barmal district of Paktika" is Barmal: the narrower of two that share a unit word."""
    out: list[PlaceMention] = []
    for mention in mentions:
        before = out[-1] if out else None
        if before is None or mention.evidence.start >= before.evidence.end:
            out.append(mention)
            continue
        end = max(mention.evidence.end, before.evidence.end)
        evidence = report.evidence("place", before.evidence.start, end, mention.evidence.rule)
        if _contains(gazetteer, mention, before):
            within = (mention.name, *mention.within, *before.within)
            out[-1] = replace(before, evidence=evidence, last=mention.last, within=within)
        else:
            within = (*mention.within, before.name, *before.within)
            out[-1] = replace(mention, evidence=evidence, first=before.first, within=within, relation=before.relation, role=before.role)
    return out


def _with_containers(report: Report, gazetteer: Gazetteer, mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """ "Barmal district of Paktika province", "Mir Ali, North Waziristan": the wider names become containers of the narrower."""
    out: list[PlaceMention] = []
    for mention in reversed(mentions):
        following = out[0] if out else None
        gap = report.text[mention.evidence.end : following.evidence.start].strip() if following else ""
        if following is not None and gap == "of" and _is_part(gazetteer, mention, following):
            within = (mention.name, *following.within, *mention.within)
            evidence = report.evidence("place", mention.evidence.start, following.evidence.end, mention.evidence.rule)
            out[0] = replace(following, evidence=evidence, first=mention.first, head=mention.head, within=within, role=mention.role)
        elif following is not None and following.within and gap == "," and not (mention.known or following.known):
            out.insert(0, replace(mention, within=(*mention.within, following.name, *following.within)))  # "Rani Colony, Orla Town in Goma"
        elif following is not None and _holds(report, gazetteer, following, mention):
            swallow = gap in {",", "of"}
            spread = _spread(report, mention, following, swallow=swallow)
            owned = _owned(report, out)
            if owned is not None and _contains(gazetteer, owned, mention):
                spread = replace(spread, within=(owned.name, *spread.within))
            out = [spread, *out[swallow:]]
        else:
            out.insert(0, mention)
    return out


def _owned(report: Report, following: Sequence[PlaceMention]) -> PlaceMention | None:
    """ "Rathedaung in Myanmar's Rakhine state": of two names the second, where the first owns it."""
    if len(following) < 2 or not _OWNER.fullmatch(report.text[following[0].evidence.end : following[1].evidence.start]):
        return None
    return following[1]


def _is_part(gazetteer: Gazetteer, wide: PlaceMention, narrow: PlaceMention) -> bool:
    """ "The Damascus suburb of Ghouta", "the East Darfur city of Labado": a known place, and a town or quarter in it."""
    of_it = wide.known and wide.unit in {"town", "village"} and wide.evidence.words.split()[-1].islower()
    return of_it and not _contains(gazetteer, narrow, wide) and narrow.unit is None


def _holds(report: Report, gazetteer: Gazetteer, wide: PlaceMention, narrow: PlaceMention) -> bool:
    gap = report.text[narrow.evidence.end : wide.evidence.start]
    beside = (len(gap) < 30 and bool(_JOINER.match(gap))) or (len(gap) < 80 and bool(_UNDER.match(gap) and _STATION.search(gap)))
    joined = beside and wide.relation in {"in", "direction"}
    return joined and (_contains(gazetteer, wide, narrow) or _is_spot_of_a_town(report, gap, wide, narrow))


def _is_spot_of_a_town(report: Report, gap: str, wide: PlaceMention, narrow: PlaceMention) -> bool:
    """ "Rani Colony, Sake": a name nobody knows before a known town; in "Ribat, Sake and Goma" it is one of several."""
    spot = not narrow.known and narrow.unit in {None, "site", "region", "village"} and wide.known and wide.kind in {"town", "village"}
    return spot and not (gap.strip() == "," and _LISTED.match(report.text, wide.evidence.end))


def _contains(gazetteer: Gazetteer, wide: PlaceMention, narrow: PlaceMention) -> bool:
    """Whether one name contains the other: by the gazetteer, or, for a name it lacks, by class."""
    wide_key = key(wide.name)
    entries = gazetteer.find(narrow.name)
    if entries and entries[0].kind == "country" and narrow.unit is None:
        return False
    if any(wide_key in {key(p) for p in e.parents} for e in entries):
        return True
    country = wide.kind == "country" and any(e.iso3 == w.iso3 for e in entries for w in gazetteer.find(wide.name)[:1])
    small = not entries or narrow.kind in {"adm2", "village", "site", "camp"}
    if not entries and wide.known and narrow.unit == wide.unit == "adm2":
        return True  # "the Helin subdivision of Sake district"
    spot = narrow.unit == "region" and all(e.kind in _SPOTS for e in entries)  # "the Shinkai area" of a district
    wider = small and _reach(gazetteer, wide) > _BREADTH[None if spot else narrow.kind]
    return country or wider or (spot and wide.unit in {"adm1", "adm2"})


def _reach(gazetteer: Gazetteer, mention: PlaceMention) -> int:
    """How wide a name can be: a bare "Kandahar" after a district is the province."""
    if mention.unit is not None:
        return _BREADTH[mention.kind]
    return max((_BREADTH[e.kind] for e in gazetteer.find(mention.name)), default=_BREADTH[mention.kind])


def _spread(report: Report, mention: PlaceMention, following: PlaceMention, *, swallow: bool) -> PlaceMention:
    """The narrower mention with its containers; its words reach over them where only "of" or a comma parts them."""
    end = following.evidence.end if swallow else mention.evidence.end
    evidence = report.evidence("place", mention.evidence.start, end, mention.evidence.rule)
    within = (following.name, *following.within, *mention.within)
    return replace(mention, evidence=evidence, last=following.last if swallow else mention.last, within=within)


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
