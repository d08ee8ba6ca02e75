"""A place as the report names it, and where that is, if a gazetteer line says so."""

from __future__ import annotations

from dataclasses import dataclass

from casus.model.candidate import Candidate
from casus.model.text import Evidence


@dataclass(frozen=True, slots=True)
class Place:
    """Where an act happened: the words, and, once resolved, a gazetteer entry.

    `within` runs from the smallest containing unit to the country, `country` is its ISO 3166 alpha-3 code.
    `precision_ucdp` is UCDP GED's where_prec (1-7),
    `precision_acled` ACLED's geo_precision (1-3). Without a gazetteer line there are no coordinates: lat, lon None.
    `candidates` are the best readings of the name that were weighed, the best first.
    """

    name: str
    evidence: Evidence
    id: str | None = None
    within: tuple[str, ...] = ()
    lat: float | None = None
    lon: float | None = None
    precision_ucdp: int | None = None
    precision_acled: int | None = None
    reason: str = ""
    country: str | None = None
    candidates: tuple[Candidate, ...] = ()

    @property
    def is_wide(self) -> bool:
        """Whether it is a country or more (UCDP where_prec 6 and 7): too wide to say where an act was."""
        return (self.precision_ucdp or 0) >= 6
