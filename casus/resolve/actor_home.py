"""The home of a report: the country it mostly tells of, whose army, government and ministries need no name in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from casus.codebook.places import Entry, Gazetteer
from casus.model.text import Sentence
from casus.resolve.actor_mentions import Mentions
from casus.resolve.actor_namesakes import Chooser

_LARGE = 5
_AT_LEAST = 3
_LEAD = 2
"""What a country in the headline or the first sentence counts for."""
_WRITTEN_FROM = 3
"""What the country a report is written from counts for."""
_AHEAD = 1.5
"""How far the home must lead the next country."""
_UNITS = frozenset({"adm1", "town"})
_DATELINE = re.compile(r"\(?((?:[A-Z][\w.'’]*[ -]?){1,3})[,:(–—-]?")


@dataclass(frozen=True, slots=True)
class Home:
    """A country, and the numbers of the sentences that name a large town or a province of it."""

    iso3: str
    there: frozenset[int]


Towns = Sequence[frozenset[str]]
"""Of each sentence, the countries of the large towns and provinces it names."""


def towns_of(mentions: Mentions, sentences: Sequence[Sentence], places: Gazetteer) -> Towns:
    """The countries of the large towns and provinces that a report names, by sentence."""
    return [frozenset(_towns_in(mentions, sentence, places)) for sentence in sentences]


def home_of(mentions: Mentions, chooser: Chooser, sentences: Sequence[Sentence], places: Gazetteer, towns: Towns) -> Home | None:
    """The country that clearly more sentences tell of than any other; None where two are told of alike.

    Counted once a sentence: countries, large towns and provinces, and bodies and groups of a country.
    """
    told: Counter[str] = Counter()
    for k, sentence in enumerate(sentences):
        for iso3 in towns[k] | {*_named_in(mentions, chooser, sentence)}:
            told[iso3] += _LEAD if k == 0 or (sentence.heading and k < _LEAD) else 1
    written = _written_from(mentions, sentences, places)
    if written is not None:
        told[written] += _WRITTEN_FROM
    (first, most), (_, next_most) = (*told.most_common(2), ("", 0), ("", 0))[:2]
    clear = most >= _AT_LEAST and most >= _AHEAD * next_most
    return Home(first, frozenset(k for k, iso3 in enumerate(towns) if first in iso3)) if clear else None


def _named_in(mentions: Mentions, chooser: Chooser, sentence: Sentence) -> Iterator[str]:
    yield from (land.iso3 for land in mentions.lands_over(sentence.start, sentence.end))
    for known in mentions.names_over(sentence.start, sentence.end):
        actor = chooser.choose(known).actor
        if actor is not None and actor.country is not None:
            yield actor.country


def _towns_in(mentions: Mentions, sentence: Sentence, places: Gazetteer) -> Iterator[str]:
    for name in sentence.names:
        entry = _large(mentions.text[name.start : name.end], places) if name.kind == "place" else None
        if entry is not None:
            yield entry.iso3


def _large(name: str, places: Gazetteer) -> Entry | None:
    """The province or large town of a name that no like one of another country shares."""
    found = places.find(name)
    if not found or found[0].kind not in _UNITS or (found[0].kind == "town" and found[0].weight < _LARGE) or not found[0].iso3:
        return None
    first = found[0]
    return first if all(other.iso3 == first.iso3 or other.weight < first.weight for other in found[1:]) else None


def _written_from(mentions: Mentions, sentences: Sequence[Sentence], places: Gazetteer) -> str | None:
    """The country of the dateline that stands before the first sentences."""
    for sentence in sentences[:_LEAD]:
        low, _ = mentions.sentence_span(sentence.start)
        match = _DATELINE.match(mentions.text, low, sentence.start) if low < sentence.start else None
        if match is None:
            continue
        land = next(iter(mentions.lands_over(low, sentence.start)), None)
        entry = None if land is not None else _large(match[1].strip(" -"), places)
        return land.iso3 if land is not None else entry.iso3 if entry is not None else None
    return None
