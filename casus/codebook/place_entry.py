"""A line of the gazetteer: one place, what it is, what it lies in, where, and whose line it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

PlaceClass = Literal["country", "adm1", "adm2", "town", "village", "region", "water", "camp", "site"]

CREDITS: Final = {
    "ne": "Natural Earth, public domain",
    "geonames": "GeoNames (geonames.org), CC BY 4.0",
    "ucdp": "UCDP Georeferenced Event Dataset 22.1 (Sundberg and Melander 2013), CC BY 4.0",
    "afg": "Afghanistan provinces, districts and villages, F. Abubaker, MIT",
    "casus": "Casus, table of conflict places, checked by hand",
}
"""Whose line an entry is, by the first part of its id."""

OWN_CREDIT: Final = "the user's own table (places.tsv)"


@dataclass(frozen=True, slots=True)
class Entry:
    """One place. `parents` run from the smallest unit to the country; `weight` is the logarithm of its population (0-9, of base 10).

    `lat`, `lon` are the place's point, for units their label point; None where the place is too wide for one.
    `own` marks a row of the user's.
    """

    id: str
    name: str
    kind: PlaceClass
    parents: tuple[str, ...]
    iso3: str
    lat: float | None
    lon: float | None
    weight: float
    own: bool = False

    @property
    def source(self) -> str:
        """Whose line it is, with its terms."""
        return OWN_CREDIT if self.own else CREDITS[self.id.split(":", 1)[0]]
