"""Places a sentence names, as whole phrases with their relation, and which of them is where an act happened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from casus.codebook.place_words import load_place_words
from casus.codebook.places import Entry, Gazetteer, PlaceClass
from casus.coding.places.joins import head_of, join, tokens_of
from casus.coding.places.mention import THE_CAPITAL, PlaceMention, PlaceRole, SpatialRelation
from casus.coding.places.names import Named, find_names
from casus.coding.places.of_act import place_of_act
from casus.coding.places.phrases import phrase_around
from casus.model.text import Report, Sentence

__all__ = ["PlaceMention", "PlaceRole", "SpatialRelation", "find_places", "place_of_act"]

_COMPOUND = re.compile(
    r"\s?[-‐‑–]\s?(?:based|led|backed|born|controlled|run|held|occupied|sponsored|trained|made|style|funded|linked|allied|bound|educated"
    r"|brokered|mediated|supported|aligned|affiliated|friendly|supplied|wide)\b|\s(?:based|headquartered)\s(?!in\b|at\b|on\b|near\b)"
)
_LED_BY = re.compile(r"([A-Za-z]+)\s+(?:the\s+)?$")
_OF_SPOT = re.compile(r"(?P<led>[A-Za-z]+)\s+(?:the|an?)\s+(?:[a-z]+\s+)?(?P<spot>[a-z]+)\s+of\s+(?:the\s+)?$")
_DATELINE = re.compile(r"[^a-z\n]{3,60}?(?:,\s[A-Z][\w. ]{2,30})?\s*(?:\([^)\n]{2,60}\)\s*)?(?:[-–—]{1,2}|\n|:\s)")
_CAPITAL = re.compile(
    r"\b(?P<led>in|at|into|across|near|around|outside|to)\s+(?P<words>the\s+capital)"
    r"(?=\s*[.;:,]\s*(?![A-Z])|\s+(?!of\b|[A-Z]|city\b)[a-z]|\s*$)"
)
_HEAD = 80
"""A dateline's place stands within this many code points of its paragraph's start."""


def find_places(report: Report, sentence: Sentence, gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """Every place the sentence names, in text order."""
    mentions = [_mention(report, sentence, named) for named in find_names(report.text, sentence, gazetteer)]
    return join(report, sentence, gazetteer, [*mentions, *_of_the_country(report, sentence), *_the_capital(report, sentence)])


def _mention(report: Report, sentence: Sentence, named: Named) -> PlaceMention:
    phrase = phrase_around(report.text, named.start, named.end, sentence.start, sentence.end)
    first, last = tokens_of(sentence, phrase.start, phrase.end) or (named.first, named.last)
    return PlaceMention(
        report.evidence("place", phrase.start, phrase.end, "places:name"), named.name, first, last, head_of(sentence, first, last),
        sentence.index, relation=phrase.relation, role=_role(report, sentence, named, phrase.start),
        kind=phrase.kind or _kind_of(named.entries), unit=phrase.kind, within=phrase.within, side=phrase.side, known=bool(named.entries),
    )  # fmt: skip


def _kind_of(entries: tuple[Entry, ...]) -> PlaceClass | None:
    """The class of a bare name: a country before all, a town before the unit of the same name."""
    kinds = [e.kind for e in entries]
    if not kinds or kinds[0] == "country":
        return kinds[0] if kinds else None
    return "town" if "town" in kinds[:3] and kinds[0] in {"adm1", "adm2"} else kinds[0]


def _role(report: Report, sentence: Sentence, named: Named, start: int) -> PlaceRole:
    """Dateline, seat, origin or goal, by the words around; where it is otherwise."""
    text, words = report.text, load_place_words()
    if _COMPOUND.match(text, named.end):
        return "seat"
    if _in_dateline(report, sentence, named):
        return "dateline"
    before = _LED_BY.search(text, max(start - 24, sentence.start), start)
    word = before[1].lower() if before else ""
    spot = _OF_SPOT.search(text, max(start - 40, sentence.start), start) if word == "of" else None
    word = spot["led"].lower() if spot and spot["spot"].lower() in words.buildings else word  # "settlers from the outpost of Orla"
    far_from = text[max(start - 12, 0) : start].lower().find("far from") >= 0
    if word in words.origin and not far_from:
        return "from"
    return "to" if word in words.destination and word != "for" else "where"


def _in_dateline(report: Report, sentence: Sentence, named: Named) -> bool:
    """Whether the name stands before the dash of "KABUL, Afghanistan (Agency) -"."""
    block = report.blocks[sentence.paragraph] if 0 <= sentence.paragraph < len(report.blocks) else None
    begin = block.start if block else sentence.start
    if named.start - begin > _HEAD or (block is not None and block.kind != "paragraph"):
        return False
    head = report.text[begin : begin + 140]
    match = _DATELINE.match(head)
    return match is not None and named.end <= begin + match.end() and head[:3].isupper()


def _of_the_country(report: Report, sentence: Sentence) -> Iterator[PlaceMention]:
    """ "The northwest of the country", "the country's east": a part of the country the report speaks of."""
    for match in _country_part().finditer(report.text, sentence.start, sentence.end):
        span = tokens_of(sentence, match.start(), match.end())
        if span is not None:
            side = (match["side"] or match["side2"] or match["side3"]).lower()
            evidence = report.evidence("place", match.start(), match.end(), "places:the country")
            head = head_of(sentence, *span)
            yield PlaceMention(evidence, "the country", *span, head, sentence.index, "direction", kind="country", side=side)


def _the_capital(report: Report, sentence: Sentence) -> Iterator[PlaceMention]:
    """ "Troops were sent to the capital", without its name: that of the country the report speaks of."""
    for match in _CAPITAL.finditer(report.text, sentence.start, sentence.end):
        span = tokens_of(sentence, match.start("words"), match.end("words"))
        if span is not None:
            evidence = report.evidence("place", match.start("words"), match.end("words"), "places:the capital")
            role: PlaceRole = "to" if match["led"] in load_place_words().destination else "where"
            yield PlaceMention(evidence, THE_CAPITAL, *span, head_of(sentence, *span), sentence.index, role=role, kind="town", known=True)


@lru_cache(maxsize=1)
def _country_part() -> re.Pattern[str]:
    words = load_place_words()
    directions, sides = ("|".join(sorted(w, key=lambda x: (-len(x), x))) for w in (words.directions, words.sides))
    countries = "|".join(sorted(words.the_country))
    return re.compile(
        rf"\bthe\s+(?P<side>{directions})\s+of\s+the\s+(?:{countries})(?![a-z])"
        rf"|\bthe\s+(?:{countries})[’']s\s+(?:restive\s+|far\s+|remote\s+)?(?P<side2>{directions}|(?:{sides})(?:\s+\w+)?)\b"
        rf"|\b(?P<side3>{sides})\s+parts?\s+of\s+the\s+(?:{countries})(?![a-z])",
        re.IGNORECASE,
    )
