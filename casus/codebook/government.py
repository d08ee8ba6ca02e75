"""Who governs a country on a day, where an actor's dated office says that it is somebody else than the state's own row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from casus.codebook.countries import Countries
from casus.codebook.names import key
from casus.model.actor import Actor, Office

_IN_TOWN = re.compile(r"de facto authorities in (?P<town>.+)")
_DE_FACTO = re.compile(r"de facto government of (?P<country>.+)")


@dataclass(frozen=True, slots=True)
class Holder:
    """An actor that holds the government of a country during its office."""

    actor: Actor
    office: Office

    def covers(self, day: date) -> bool:
        """Whether the office is held on that day."""
        after = self.office.start is None or self.office.start <= day
        return after and (self.office.end is None or day <= self.office.end)

    def since(self) -> str:
        """The office in words: "de facto government of Afghanistan since 2021-08-15"."""
        return self.office.title + (f" since {self.office.start.isoformat()}" if self.office.start else "")


def seats(actors: Iterable[Actor]) -> Mapping[str, tuple[Holder, ...]]:
    """Town -> those who hold it de facto and for whom its name stands: "de facto authorities in Sanaa"."""
    found: dict[str, list[Holder]] = {}
    for actor in actors:
        for office in actor.offices:
            match = _IN_TOWN.fullmatch(office.title)
            if match:
                found.setdefault(key(match["town"]), []).append(Holder(actor, office))
    return {town: tuple(entries) for town, entries in found.items()}


def holders(actors: Iterable[Actor], countries: Countries) -> Mapping[str, tuple[Holder, ...]]:
    """Government id ("afg-gov") -> those who hold or held it de facto, from the offices of the table."""
    codes = {country.name: country.iso3.lower() for country in countries.by_code.values()}
    found: dict[str, list[Holder]] = {}
    for actor in actors:
        for office in actor.offices:
            match = _DE_FACTO.fullmatch(office.title)
            if match and match["country"] in codes:
                found.setdefault(f"{codes[match['country']]}-gov", []).append(Holder(actor, office))
    return {slug: tuple(entries) for slug, entries in found.items()}
