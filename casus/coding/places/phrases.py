"""From a name of a place to the whole phrase: "35 km south of Kandahar", "the Barmal district of Paktika province".

The words to the left and right are read as text; what they say (near, between, a border, a direction) is the relation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from casus.codebook.place_words import load_place_words
from casus.codebook.places import PlaceClass
from casus.coding.places.mention import SpatialRelation

WINDOW = 80
"""How many code points to either side a phrase may reach beyond the name."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words of a place with what surrounds the name; `within` are containers named inside the phrase."""

    start: int
    end: int
    relation: SpatialRelation
    kind: PlaceClass | None
    within: tuple[str, ...] = ()
    side: str = ""


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=lambda w: (-len(w), w)))


@dataclass(frozen=True, slots=True)
class _Patterns:
    unit_after: re.Pattern[str]
    plural_after: re.Pattern[str]
    border_after: re.Pattern[str]
    unit_before: re.Pattern[str]
    side_before: re.Pattern[str]
    distance_before: re.Pattern[str]
    near_before: re.Pattern[str]
    border_before: re.Pattern[str]
    between_before: re.Pattern[str]
    owner_before: re.Pattern[str]
    road_after: re.Pattern[str]


@lru_cache(maxsize=1)
def patterns() -> _Patterns:
    """The patterns, from the vocabulary."""
    words = load_place_words()
    settled = _either(w for w, kind in words.units.items() if kind in {"adm2", "town", "village", "camp"})
    units, sides, directions = _either(words.units), _either(words.sides), _either(words.directions)
    distance = (
        r"(?:(?:about|around|some|nearly|roughly|just|over|approximately|more\s+than|less\s+than)\s+)?(?:[\d,.]{1,9}|[a-z]{1,12}(?:-[a-z]{1,9})?)"
        r"[\s-]+(?:km|kms|kilomet(?:er|re)s?|miles?|meters?|metres?|m)\b\.?(?:\s*\([^)]{1,30}\))?"
    )

    def before(body: str) -> re.Pattern[str]:
        return re.compile(rf"(?<![\w-])(?:{body})\s+(?:the\s+)?$", re.IGNORECASE)

    def after(body: str) -> re.Pattern[str]:
        return re.compile(rf"\s+({body})(?![\w])", re.IGNORECASE)

    return _Patterns(
        unit_after=after(units), plural_after=after(_either(words.plurals)), border_after=after(_either(words.borders)),
        unit_before=before(rf"the\s+(?-i:[a-z]+\s+){{0,2}}(?P<unit>{units})\s+of|(?P<unit2>{settled})\s+of"),
        side_before=before(
            rf"(?P<side>{sides})(?:\s+(?:and|or)\s+(?:{sides}))?(?:\s+(?:part|parts|half|side|end|outskirts|suburbs|areas?)\s+of)?"
            rf"|the\s+(?P<side2>{directions}|centre|center|heart)(?:[-\s](?:east|west))?\s+of"
        ),
        distance_before=before(
            rf"(?P<distance>{distance})\s+(?:to\s+the\s+)?(?:(?P<way>(?:{sides}|due\s+(?:{directions}))(?:[-\s](?:east|west))?)\s+of"
            rf"|(?:away\s+)?from|outside|off)|(?P<way2>(?:{directions})(?:[-\s](?:east|west))?)\s+of"
        ),
        near_before=before(rf"(?P<near>{_either(words.near)})"),
        border_before=before(r"(?:the\s+)?(?:[a-z]+\s+)?(?:borders?|frontier|border\s+(?:area|areas|region|crossing))\s+(?:with|of|near)"),
        between_before=re.compile(r"(?<!\w)between\s+(?:the\s+)?(?:[a-z]+\s+){0,3}(?:of\s+)?$", re.IGNORECASE),
        owner_before=re.compile(r"(?P<owner>[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,2})(?:\s+city)?(?:['’]s?|\s+s)\s+(?:[a-z-]+\s+){0,2}(?:[A-Z][a-z]+\s+)?$"),
        road_after=re.compile(r"\s+(road|highway|motorway|railway|corridor|route)\b", re.IGNORECASE),
    )  # fmt: skip


def phrase_around(text: str, start: int, end: int, lower: int, upper: int) -> Phrase:
    """The phrase around the name `text[start:end]`, inside `lower` and `upper` (the sentence)."""
    use, words = patterns(), load_place_words()
    kind: PlaceClass | None = None
    relation: SpatialRelation = "in"
    border, unit, plural = (p.match(text, end, min(end + WINDOW, upper)) for p in (use.border_after, use.unit_after, use.plural_after))
    if border:
        end, relation = border.end(1), "border"
    elif unit:
        end, kind = unit.end(1), words.units[" ".join(unit[1].lower().split())]
    elif plural:
        kind = words.plurals[plural[1].lower()]
    start, relation, side, kind = _leftwards(text, start, lower, relation, kind)
    owner = use.owner_before.search(text, max(start - WINDOW, lower), start)
    return Phrase(start, end, relation, kind, (owner["owner"],) if owner else (), side)


def _leftwards(
    text: str, start: int, lower: int, relation: SpatialRelation, kind: PlaceClass | None
) -> tuple[int, SpatialRelation, str, PlaceClass | None]:
    """Take in the words before the name, one layer after the other."""
    use, words = patterns(), load_place_words()
    side = ""
    edge = max(start - WINDOW, lower)
    unit = use.unit_before.search(text, edge, start)
    if unit:
        start = unit.start()
        kind = kind or words.units.get(" ".join((unit["unit"] or unit["unit2"]).lower().split()))
    distance = use.distance_before.search(text, edge, start)
    if distance:
        return distance.start(), "near", (distance["way"] or distance["way2"] or "").lower(), kind
    bound = use.border_before.search(text, edge, start)
    if bound:
        return bound.start(), "border", side, kind
    sided = use.side_before.search(text, edge, start)
    if sided:
        start, side = sided.start(), (sided["side"] or sided["side2"]).lower()
        relation = "direction" if relation == "in" else relation
    near = use.near_before.search(text, edge, start)
    if near:
        return near.start(), relation if relation == "border" else "near", side, kind
    return start, relation, side, kind
