"""Where a report's story plays: the countries it names and speaks of, and the places it mentions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from casus.codebook.countries import load_countries
from casus.codebook.names import key
from casus.codebook.place_words import load_place_words
from casus.codebook.places import Gazetteer
from casus.model.text import Report

READ = 20_000
"""How much of a report's text is looked at, in code points."""

_CAPITALS = re.compile(r"[A-Z][\w'’-]*(?:\s(?:(?:and|of|the|al|el|de|la|da|do|e)\s)?[A-Z][\w'’-]*){0,3}")
_NAME, _DEMONYM, _PLACE = 3, 2, 1
"""What one mention of a country's name, of its people, or of a place that lies only in it counts for."""

DOMINANT = 1.5
"""A report is about one country where that country counts this many times the next."""


@dataclass(frozen=True, slots=True)
class StoryPlaces:
    """Countries of a report (ISO alpha-3, by how much it speaks of them) and the keys of all names in it."""

    countries: tuple[tuple[str, int], ...]
    names: frozenset[str]

    def share(self, iso3: str) -> float:
        """How much of the report's talk of countries is of this one, 0 to 1."""
        total = sum(n for _, n in self.countries)
        return next((n / total for code, n in self.countries if code == iso3), 0.0)

    @property
    def main(self) -> str | None:
        """The country the report is about, None where it is about several."""
        if not self.countries:
            return None
        first, n = self.countries[0]
        return first if len(self.countries) == 1 or n >= DOMINANT * self.countries[1][1] else None


def story_places(report: Report, gazetteer: Gazetteer) -> StoryPlaces:
    """Read the report's capitalised words for countries, peoples and places."""
    seen: Counter[str] = Counter()
    names: set[str] = set()
    text = report.text[:READ] if report.title is None or report.text.startswith(report.title) else f"{report.title}\n{report.text[:READ]}"
    for match in _CAPITALS.finditer(text):
        for words, value, code in _parts(match[0].split(), gazetteer):
            names.add(key(words))
            if code:
                seen[code] += value
    return StoryPlaces(tuple(sorted(seen.items(), key=lambda i: (-i[1], i[0]))), frozenset(names))


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
    alone = len({e.iso3 for e in found}) == 1 and found[0].weight >= 4 and key(found[0].name) == key(words)
    return (_PLACE, found[0].iso3 or None) if alone else (0, None)
