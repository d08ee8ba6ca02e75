"""Rows of heads of state and government and of foreign, defence and interior ministers, with dated offices."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from casus.codebook.countries import Countries
from casus.model.actor import Actor


def leaders(data: Path, taken: Sequence[Actor], countries: Countries) -> list[Actor]:
    """To be filled from REIGN and CountryInfo."""
    return []
