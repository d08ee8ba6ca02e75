"""Countries as other data sets number them: Gleditsch and Ward, Correlates of War, ISO 3166 numeric; and their regions.

`country_codes.tsv` holds what the codebook's table of countries does not: other ISO codes and ACLED's regions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from casus.codebook.actor_rows import read_rows
from casus.codebook.countries import load_countries
from casus.model.place import Place

TABLE = Path(__file__).with_name("country_codes.tsv")
COLUMNS = ("iso3", "iso2", "numeric", "region")

_UCDP_REGIONS = ((200, 399, "Europe"), (400, 629, "Africa"), (630, 699, "Middle East"), (700, 999, "Asia"), (2, 199, "Americas"))
"""UCDP's five regions by Gleditsch and Ward's number (UCDP/PRIO codebook, variable region)."""


@dataclass(frozen=True, slots=True)
class Land:
    """A country as other data sets know it; None or empty where they give it no number or region."""

    iso3: str
    name: str
    gw: int | None
    cow: int | None
    iso2: str
    numeric: int | None
    acled_region: str

    @property
    def ucdp_region(self) -> str:
        """Africa, Americas, Asia, Europe or Middle East."""
        return next((name for low, high, name in _UCDP_REGIONS if self.gw is not None and low <= self.gw <= high), "")


@lru_cache(maxsize=1)
def lands() -> Mapping[str, Land]:
    """Every country by its ISO 3166 alpha-3 code. Raises CodebookError where the table is malformed."""
    codes = {iso3: rest for _, (iso3, *rest) in read_rows(TABLE, COLUMNS)}
    found = {}
    for iso3, country in load_countries().by_code.items():
        iso2, numeric, region = codes.get(iso3, ("", "", ""))
        found[iso3] = Land(iso3, country.name, country.gw, country.cow, iso2, int(numeric) if numeric else None, region)
    return found


def land_of(place: Place | None) -> Land | None:
    """The country a place lies in, if the gazetteer says so."""
    return lands().get(place.country) if place is not None and place.country else None


@dataclass(frozen=True, slots=True)
class Divisions:
    """The units a place lies in, or is: first order (province), second order (district), and a town's name."""

    first: str = ""
    second: str = ""
    town: str = ""


def divisions_of(place: Place, land: Land | None) -> Divisions:
    """The place and what contains it, by its precision: a district is a second-order unit, a province a first-order one."""
    units = [name for name in place.within if land is None or name != land.name]
    precision = place.precision_ucdp
    if precision == 4:
        return Divisions(first=place.name)
    if precision == 3:
        return Divisions(first=units[-1] if units else "", second=place.name)
    if precision in {1, 2} and place.id is not None:
        return Divisions(units[-1] if units else "", units[-2] if len(units) > 1 else "", place.name)
    return Divisions(units[-1] if units else "", units[-2] if len(units) > 1 else "")
