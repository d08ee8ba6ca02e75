"""What a place lies in, by the words: "Barmal district of Paktika province", "Rani Colony, Sake", "Pipra village (Rohtas District)"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from casus.codebook.names import key
from casus.codebook.place_words import load_place_words
from casus.codebook.places import Gazetteer, PlaceClass
from casus.coding.places.mention import BREADTH, UNITS, PlaceMention
from casus.model.text import Report

_SPOTS = frozenset({"town", "village", "camp", "site"})
_WIDE = frozenset({"country", "adm1", "region", "water"})
_JOINER = re.compile(
    r"\s*(?:,|,?\s*(?:in|of)\s+(?:the\s+)?(?:[a-z]+(?:ern|west|east)\s+)?"
    r"(?:(?:[\w.]+\s+)?(?:capital|heart|cent(?:re|er)|middle)\s+(?:of\s+)?)?)\s*$"
)
_UNDER = re.compile(r"\s*,?\s*\(?(?:under|within|in)\s+(?:the\s+)?[^,.;:]{3,60}?\s+\(?(?:in|of)\s+(?:the\s+)?$")
STATION = re.compile(
    r"[Pp]olice|[Pp][Ss]\b|[Tt]hana|[Ss]tation|[Ss]ub-?\s?division|[Bb]lock|[Uu]nion [Cc]ouncil|[Tt]ehsil|[Jj]urisdiction|[Ll]imits"
)
_LISTED = re.compile(r"\s*(?:,\s*[A-Z]|,?\s*(?:and|or)\b)")
_OWNER = re.compile(r"['’]s?\s+(?:[a-z-]+\s+){0,2}")
_PLACED = re.compile(r",?(?:\s*(?:which|that|is|was|located|situated|lying)\b)*")
_LEADING = re.compile(r"[^.;:()]{4,70}?\b(?:in|of)\s+(?:the\s+)?")
_EDGE = re.compile(r"(?:(?:on|in)\s+)?(?:the\s+)?(?:outskirts|suburbs|edge)\s+of\b")
_BESIDE = frozenset({"on", "on the", "along", "along the", "near", "near the"})


def nest(report: Report, gazetteer: Gazetteer, mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The mentions of a sentence, in text order, each with the containers that the words around it give."""
    units = {m.name: m.unit for m in mentions if m.unit in UNITS}
    found = _with_containers(report, gazetteer, _nested(report, gazetteer, mentions))
    return [_stating(m, units) for m in _beyond(report, found)]


def _beyond(report: Report, mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """ "Gasua near the border in South Garo district": a bare name with the unit that a few words on, and no other clause, lead to."""
    out: list[PlaceMention] = []
    for n, m in enumerate(mentions):
        wide = next((w for w in mentions[n + 1 : n + 3] if w.unit in UNITS and w.relation == "in" and w.role == "where"), None)
        gap = report.text[m.evidence.end : wide.evidence.start] if wide is not None else ""
        bare = _is_led(report, m) and not m.within and m.relation == "in" and m.unit not in UNITS and m.role in {"where", "from"}
        leads = wide is not None and bare and bool(_LEADING.fullmatch(gap)) and not _other_clause().search(gap)
        out.append(replace(m, within=(wide.name, *wide.within)) if wide is not None and leads else m)
    return out


@lru_cache(maxsize=1)
def _other_clause() -> re.Pattern[str]:
    telling = "|".join(sorted(load_place_words().saying))
    plain = "and|or|but|who|which|that|when|where|while|after|before|to|from|was|were|had|has|is|are|said|told"
    return re.compile(rf"\b(?:{plain}|(?:{telling})(?:s|ed|d)?)\b")


def _stating(mention: PlaceMention, units: Mapping[str, PlaceClass | None]) -> PlaceMention:
    """ "Zara area of Hangu District": Hangu is a district here, not the town of that name."""
    stated = tuple((name, unit) for name in mention.within if (unit := units.get(name)) is not None)
    return replace(mention, stated=stated) if stated else mention


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
        if _contains(gazetteer, mention, before) or _is_second_wider(report, gazetteer, before, mention):
            within = (mention.name, *mention.within, *before.within)
            out[-1] = replace(before, evidence=evidence, last=mention.last, within=within)
        else:
            within = (*mention.within, before.name, *before.within)
            out[-1] = replace(mention, evidence=evidence, first=before.first, within=within, relation=before.relation, role=before.role)
    return out


def _is_second_wider(report: Report, gazetteer: Gazetteer, one: PlaceMention, two: PlaceMention) -> bool:
    """ "At Pipra village of Koda district", "Koda district of Lanao": not "the West Bank town of Hebron", whose first is the wider."""
    inner = any(key(one.name) in map(key, e.parents) for e in gazetteer.find(two.name))
    if inner or any(e.kind in _WIDE for e in gazetteer.find(one.name)[:1]):
        return False
    led = re.search(r"\bthe\s+(?:[a-z]+\s+)?$", report.text[max(one.evidence.start - 16, 0) : one.evidence.start])
    return one.unit in UNITS or not (led or one.words.lower().startswith("the "))


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
        elif following is not None and gap in {"", ",", "in", "on"} and _EDGE.match(following.words) and _is_led(report, mention):
            out.insert(0, replace(mention, within=(*mention.within, following.name, *following.within)))  # "Zara on the outskirts of Goma"
        elif following is not None and _shares_container(report, gap, mention, following):
            out.insert(0, replace(mention, within=(*mention.within, *following.within)))
        elif following is not None and following.within and gap == "," and not (mention.known or following.known):
            out.insert(0, replace(mention, within=(*mention.within, following.name, *following.within)))  # "Rani Colony, Orla Town in Goma"
        elif following is not None and _holds(report, gazetteer, following, mention):
            out = _held(report, gazetteer, mention, out, swallow=gap in {",", "of"})
        else:
            out.insert(0, mention)
    return out


def _held(report: Report, gazetteer: Gazetteer, mention: PlaceMention, out: list[PlaceMention], *, swallow: bool) -> list[PlaceMention]:
    """The places after a mention that lies in the first of them, and the mention with it as its container."""
    spread = _spread(report, mention, out[0], swallow=swallow)
    owned = _owned(report, out)
    if owned is not None and _contains(gazetteer, owned, mention):
        spread = replace(spread, within=(owned.name, *spread.within))
    return [spread, *out[swallow:]]


def _is_led(report: Report, mention: PlaceMention) -> bool:
    """Whether a bare name is a place by the word before it, not perhaps somebody's name."""
    start = mention.evidence.start
    led = re.search(r"\b(?:in|at|near|from)\s+(?:the\s+)?$", report.text[max(start - 12, 0) : start])
    loose = mention.unit == "region" or not mention.known
    return loose and (mention.unit is not None or mention.relation == "near" or bool(led))


def _shares_container(report: Report, gap: str, mention: PlaceMention, following: PlaceMention) -> bool:
    """ "Zara on Ring Road in Goma", "Zara, 20 km south of Goma, in Kivu", "Zara near Sake in Kivu", "Zara and Orla villages of Goma"."""
    if not following.within or mention.within or mention.kind in _WIDE - {"region"}:
        return False
    words = load_place_words()
    last = following.words.split()[-1].lower()
    joined = gap == "and" and any(w.lower() in words.plurals for w in following.words.split())
    street = gap in _BESIDE and (last in words.units or last.capitalize() in words.streets)
    far = gap == "," and any(c.isdigit() for c in following.words)
    near = following.relation == "near" and (far or bool(_PLACED.fullmatch(gap)))
    return joined or (_is_led(report, mention) and (street or near))


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
    if wide.relation not in {"in", "direction"}:
        return False
    gap = _plain_gap(report.text[narrow.evidence.end : wide.evidence.start])
    if gap.strip() == "(":
        return wide.unit in UNITS and report.text.startswith(")", wide.evidence.end)
    if _is_told_to_lie(gazetteer, gap, wide, narrow) or (not gap.strip() and wide.unit in UNITS and _contains(gazetteer, wide, narrow)):
        return True
    beside = (len(gap) < 30 and bool(_JOINER.match(gap))) or (len(gap) < 80 and bool(_UNDER.match(gap) and STATION.search(gap)))
    return beside and (_contains(gazetteer, wide, narrow) or _is_spot_of_a_town(report, gap, wide, narrow))


def _plain_gap(gap: str) -> str:
    """ "Zara tehsil (revenue unit) of": the words between two places without what explains the unit."""
    return _gloss().sub("", gap)


@lru_cache(maxsize=1)
def _gloss() -> re.Pattern[str]:
    glosses = "|".join(re.escape(w) for w in sorted(load_place_words().glosses))
    ground = r"^\s+(?:forests?\s+|jungles?\s+)?areas?\b|^\s+(?:forests|jungles?)\b"
    return re.compile(rf"{ground}|\s*\([^()\d]{{2,40}}\)|\s+(?:{glosses})\b", re.IGNORECASE)


def _is_told_to_lie(gazetteer: Gazetteer, gap: str, wide: PlaceMention, narrow: PlaceMention) -> bool:
    """ "Siumari forest in Sonua", "the Zara area of Orla": the words say so, and what is known of the names says nothing against it."""
    street = narrow.unit == "site" and wide.kind == "site" and not wide.known
    known = narrow.known and wide.known and wide.unit not in UNITS
    if known or not _lying().fullmatch(gap) or (wide.kind in {"site", "camp"} and not street):
        return False
    if narrow.unit is None and any(e.kind in _WIDE or e.kind == "adm2" for e in gazetteer.find(narrow.name)[:1]):
        return False
    size = 0 if narrow.unit in {None, "region"} else BREADTH[narrow.unit]
    return size <= BREADTH[wide.kind] and not any(key(narrow.name) in map(key, e.parents) for e in gazetteer.find(wide.name))


@lru_cache(maxsize=1)
def _lying() -> re.Pattern[str]:
    described = "|".join(re.escape(w) for w in sorted(load_place_words().described))
    return re.compile(rf"\s*,?\s*(?:in|of|(?:situated|located|lying)\s+(?:in|at|on))\s+(?:the\s+)?(?:(?:{described}|[a-z]+ern)\s+)?")


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
    wider = small and _reach(gazetteer, wide) > BREADTH[None if spot else narrow.kind]
    return country or wider or (spot and wide.unit in {"adm1", "adm2"})


def _reach(gazetteer: Gazetteer, mention: PlaceMention) -> int:
    """How wide a name can be: a bare "Kandahar" after a district is the province."""
    if mention.unit is not None:
        return BREADTH[mention.kind]
    return max((BREADTH[e.kind] for e in gazetteer.find(mention.name)), default=BREADTH[mention.kind])


def _spread(report: Report, mention: PlaceMention, following: PlaceMention, *, swallow: bool) -> PlaceMention:
    """The narrower mention with its containers; its words reach over them where only "of" or a comma parts them."""
    end = following.evidence.end if swallow else mention.evidence.end
    evidence = report.evidence("place", mention.evidence.start, end, mention.evidence.rule)
    within = tuple(dict.fromkeys((*mention.within, following.name, *following.within)))
    return replace(mention, evidence=evidence, last=following.last if swallow else mention.last, within=within)
