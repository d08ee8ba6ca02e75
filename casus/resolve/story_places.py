"""Where a report's story plays: the countries it names and speaks of, and the places it mentions."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from casus.codebook.countries import load_countries
from casus.codebook.names import key
from casus.codebook.place_words import load_place_words
from casus.codebook.places import Entry, Gazetteer
from casus.model.text import Report

READ = 20_000
"""How much of a report's text is looked at, in code points."""

_CAPITALS = re.compile(r"[A-Z][\w'’-]*(?:\s(?:(?:and|of|the|al|el|de|la|da|do|e)\s)?[A-Z][\w'’-]*){0,3}")
_NAME, _DEMONYM, _PLACE = 3, 2, 1
"""What one mention of a country's name, of its people, or of a place that lies only in it counts for."""

_GREAT = 6.0
OUTWEIGHS = 1.5
"""A name means the great city where its namesakes elsewhere are smaller by this, in powers of ten."""

NEIGHBOURHOOD = 0.9
"""How far apart neighbours lie, in degrees of latitude: 100 km."""

_SENTENCE_END = re.compile(r"(?<![A-Z])[.!?][\"”’)]*\s+(?=[A-Z\"“‘])|\n")
_WIDE = frozenset({"country", "adm1", "region", "water"})
_SHORT = re.compile(r"[a-z],\s((?:[A-Z]\.\s?){1,3}[A-Z][a-z]?(?=\.)|[A-Z][A-Za-z]{1,4}(?=\.)|[A-Z]{2,3}\b)")

DOMINANT = 1.5
"""A report is about one country where that country counts this many times the next."""


@dataclass(frozen=True, slots=True)
class StoryPlaces:
    """Countries of a report (ISO alpha-3, by how much it speaks of them) and the keys of all names in it.

    `points` are the places whose name can mean no other: key, latitude, longitude; `given` is what each name gave to which country.
    """

    countries: tuple[tuple[str, int], ...]
    names: frozenset[str]
    points: tuple[tuple[str, float, float], ...] = ()
    given: tuple[tuple[str, str, int], ...] = ()
    named: tuple[tuple[int, str], ...] = ()
    """Which sentence, by its number, names which country."""
    ends: tuple[int, ...] = ()

    def beside(self, iso3: str, start: int) -> bool:
        """Whether the sentence around an offset of the report's text names this country."""
        return (bisect_right(self.ends, start), iso3) in self.named

    def share(self, iso3: str, *, apart: str = "") -> float:
        """How much of the report's talk of countries is of this one, 0 to 1; what the name `apart` (a key) gave is left out."""
        own = [(code, n) for name, code, n in self.given if name == apart]
        total = sum(n for _, n in self.countries) - sum(n for _, n in own)
        of_it = sum(n for code, n in self.countries if code == iso3) - sum(n for code, n in own if code == iso3)
        return of_it / total if of_it > 0 else 0.0

    def others_beside(self, iso3: str, start: int) -> bool:
        """Whether the sentence around an offset names another country than this."""
        at = bisect_right(self.ends, start)
        return any(code != iso3 for number, code in self.named if number == at)

    def alone(self, times: float) -> str | None:
        """The country that counts so many times the next, None where there is none."""
        counts = [n for _, n in self.countries[:2]]
        return self.countries[0][0] if counts and counts[0] >= times * sum(counts[1:]) else None

    @property
    def main(self) -> str | None:
        """The country the report is about, None where it is about several."""
        return self.alone(DOMINANT)


def story_places(report: Report, gazetteer: Gazetteer) -> StoryPlaces:
    """Read the report's capitalised words for countries, peoples and places."""
    seen: Counter[str] = Counter()
    names: set[str] = set()
    points: dict[str, tuple[str, float, float]] = {}
    given: Counter[tuple[str, str]] = Counter()
    text = report.text[:READ] if report.title is None or report.text.startswith(report.title) else f"{report.title}\n{report.text[:READ]}"
    named: set[tuple[int, str]] = set()
    shift = len(text) - len(report.text[:READ])
    ends = tuple(m.end() - shift for m in _SENTENCE_END.finditer(text))
    for match in _CAPITALS.finditer(text):
        for words, value, code in _parts(match[0].split(), gazetteer):
            names.add(key(words))
            if code:
                seen[code] += value
                given[key(words), code] += value
                if value == _NAME:
                    named.add((bisect_right(ends, match.start() - shift), code))
            if (spot := _spot(words, gazetteer)) is not None:
                points[spot[0]] = spot
    for full in _abbreviated(text):
        names.add(key(full))
    told = tuple((name, code, n) for (name, code), n in given.items())
    countries = tuple(sorted(seen.items(), key=lambda i: (-i[1], i[0])))
    return StoryPlaces(countries, frozenset(names), tuple(points.values()), told, tuple(sorted(named)), ends)


def _spot(words: str, gazetteer: Gazetteer) -> tuple[str, float, float] | None:
    """Where a name lies that can mean one spot or small unit only."""
    if words.lower() in load_place_words().never:
        return None
    found = gazetteer.find(words)
    if not found or found[0].kind in _WIDE or found[0].lat is None or found[0].lon is None or key(found[0].name) != key(words):
        return None
    apart = (e for e in found[1:] if found[0].weight - e.weight < OUTWEIGHS and not _close(found[0], e))
    return (key(words), found[0].lat, found[0].lon) if next(apart, None) is None else None


def _close(one: Entry, other: Entry) -> bool:
    return one.iso3 == other.iso3 and one.lat is not None and one.lon is not None and near(one.lat, one.lon, other)


def near(lat: float, lon: float, entry: Entry) -> bool:
    """Whether a place lies within NEIGHBOURHOOD of a point."""
    if entry.lat is None or entry.lon is None:
        return False
    east = (lon - entry.lon) * math.cos(math.radians(lat))
    return math.hypot(lat - entry.lat, east) < NEIGHBOURHOOD


def _abbreviated(text: str) -> Iterator[str]:
    short = load_place_words().abbreviations
    for match in _SHORT.finditer(text):
        full = short.get(match[1].rstrip("."))
        if full is not None:
            yield full


def _parts(words: list[str], gazetteer: Gazetteer) -> Iterator[tuple[str, int, str | None]]:
    """A run of capitalised words cut into the longest names that tell a country, and single words."""
    at = 0
    while at < len(words):
        for end in range(len(words), at, -1):
            name = " ".join(words[at:end])
            value, code = _country_of(name, gazetteer)
            if code or end == at + 1 or gazetteer.knows(name):
                yield name, value, code
                at = end
                break


def _country_of(words: str, gazetteer: Gazetteer) -> tuple[int, str | None]:
    if words.lower() in load_place_words().never:
        return 0, None
    demonym = load_countries().demonym(words)
    if demonym:
        return _DEMONYM, demonym
    found = gazetteer.find(words)
    if not found:
        return 0, None
    if found[0].kind == "country":
        return _NAME, found[0].iso3
    first, others = found[0], [e for e in found if e.iso3 != found[0].iso3]
    alone = first.weight >= 4 and not others
    great = first.weight >= _GREAT and all(first.weight - e.weight >= OUTWEIGHS for e in others)
    return (_PLACE, first.iso3 or None) if (alone or great) and key(first.name) == key(words) else (0, None)
