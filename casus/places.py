"""Which place a name means, from Python: `casus.places.lookup("Wana", country="PAK")`. `casus place` is the same on the line."""

from __future__ import annotations

from pathlib import Path

from casus.codebook import read_own
from casus.codebook.countries import load_countries
from casus.codebook.places import Gazetteer, load_places
from casus.model.errors import InputError
from casus.resolve.lookup import WhereIs, where_is

__all__ = ["WhereIs", "gazetteer", "lookup"]


def gazetteer(codebook: str | Path | None = None) -> Gazetteer:
    """Every place the codebook knows, with those of a folder of your own tables; read once, kept while the program runs.

    Raises:
        CodebookError: a table of your own cannot be read, or contradicts itself or the shipped one.
    """
    return load_places(own=read_own(Path(codebook)) if codebook is not None else None)


def lookup(name: str, *, country: str | None = None, within: str | None = None, codebook: str | Path | None = None) -> WhereIs:
    """Which place a name means in a report about a country, with the reason, and its other readings with their points.

    Args:
        name: the name as a report writes it.
        country: the country the report speaks of, its name or ISO 3166 code; None or "" for none.
        within: what the text says the place lies in; None or "" for nothing.
        codebook: a folder with tables of your own.

    Raises:
        InputError: the name is empty, or there is no such country.
        CodebookError: as `gazetteer`.
    """
    if not name.strip():
        raise InputError("NAME", "the name is empty", "write it as a report does")
    known = gazetteer(codebook)
    country = country or ""
    coded = load_countries().by_code.get(country.upper()) if len(country) == 3 else None
    land = coded.name if coded is not None else country
    if land and not any(entry.kind == "country" for entry in known.find(land)):
        raise InputError(country, "no such country", "write its name or its ISO 3166 code, such as PAK")
    return where_is(name.strip(), known, country=land, within=within or "")
