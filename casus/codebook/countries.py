"""Countries: names, demonyms, capitals and what stands for their governments (countries.tsv)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from casus.codebook.actor_rows import dated, read_rows
from casus.codebook.names import key
from casus.model.errors import CodebookError

TABLE = Path(__file__).with_name("countries.tsv")
COLUMNS = ("iso3", "name", "other_names", "demonyms", "capital", "metonyms", "gw", "cow", "cow_code")


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory; `gw` is Gleditsch and Ward's number, `cow` the Correlates of War's."""

    iso3: str
    name: str
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    metonyms: tuple[str, ...]
    gw: int | None
    cow: int | None
    cow_code: str


@dataclass(frozen=True, slots=True)
class Countries:
    """All countries, with the words that point to one. A word that points to several points to none."""

    by_code: Mapping[str, Country]
    demonyms: Mapping[str, str]
    capitals: Mapping[str, str]
    metonyms: Mapping[str, str]

    def demonym(self, word: str) -> str | None:
        """The country of "Pakistani", "Pakistanis", "U.S."; None for lower case and for words of several countries."""
        if not word[:1].isupper():
            return None
        plain = key(word)
        code = self.demonyms.get(plain) or (self.demonyms.get(plain[:-1]) if plain.endswith("s") else None)
        if code is not None and len(plain) <= 2 and word.strip("'’.") != word.strip("'’.").upper():
            return None
        return code

    def capital(self, word: str) -> str | None:
        """The country whose capital this is, or None."""
        return self.capitals.get(key(word)) if word[:1].isupper() else None


@lru_cache(maxsize=4)
def load_countries(path: Path = TABLE) -> Countries:
    """The table of countries. Raises CodebookError where it is malformed."""
    table: dict[str, Country] = {}
    for number, cells in read_rows(path, COLUMNS):
        country = _country(cells)
        if country.iso3 in table:
            raise CodebookError(f"{path}, line {number}: {country.iso3} stands in the table twice")
        table[country.iso3] = country
    return Countries(
        table,
        _index((word, c.iso3) for c in table.values() for word in c.demonyms),
        _index((word, c.iso3) for c in table.values() for word in c.capitals),
        _index((word, c.iso3) for c in table.values() for word in c.metonyms),
    )


def _country(cells: list[str]) -> Country:
    iso3, name, _, demonyms, capital, metonyms, gw, cow, cow_code = cells
    people, seats, names = (tuple(words for words, _, _ in dated(cell)) for cell in (demonyms, capital, metonyms))
    return Country(iso3, name, people, seats, names, int(gw) if gw else None, int(cow) if cow else None, cow_code)


def _index(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, set[str]] = {}
    for word, iso3 in pairs:
        found.setdefault(key(word), set()).add(iso3)
    return {word: codes.pop() for word, codes in sorted(found.items()) if len(codes) == 1}
