"""Words around names of places: units, directions, prepositions, and what makes a country a place (places.yaml)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import get_args

from casus.codebook.places import PlaceClass
from casus.codebook.yaml_files import read_yaml
from casus.model.errors import CodebookError

PATH = Path(__file__).with_name("places.yaml")


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The vocabulary of places, in lower case. `units` gives the class a word for a unit stands for.

    `abbreviations` gives the full name of a unit by its short form, as written, without its last full stop.
    """

    units: Mapping[str, PlaceClass]
    plurals: Mapping[str, PlaceClass]
    abbreviations: Mapping[str, str]
    directions: frozenset[str]
    sides: frozenset[str]
    glosses: frozenset[str]
    described: frozenset[str]
    inside: frozenset[str]
    near: frozenset[str]
    origin: frozenset[str]
    destination: frozenset[str]
    borders: frozenset[str]
    soil: frozenset[str]
    the_country: frozenset[str]
    strikes: frozenset[str]
    takings: frozenset[str]
    saying: frozenset[str]
    speakers: frozenset[str]
    groups: frozenset[str]
    reaching: frozenset[str]
    leaving: frozenset[str]
    buildings: frozenset[str]
    apart: frozenset[str]
    abroad: frozenset[str]
    streets: frozenset[str]
    short_streets: frozenset[str]
    never: frozenset[str]
    loose_units: frozenset[str]
    hearers: frozenset[str]
    gatherings: frozenset[str]
    standing: frozenset[str]
    laying: frozenset[str]
    reproving: frozenset[str]


@lru_cache(maxsize=4)
def load_place_words(path: Path = PATH) -> PlaceWords:
    """Read the vocabulary of places. Raises CodebookError where a section is missing or names an unknown class."""
    raw = read_yaml(path)
    try:
        units = {word: kind for kind, words in raw["units"].items() for word in words}
        unknown = {*units.values(), *raw["plurals"].values()} - set(get_args(PlaceClass))
        if unknown:
            raise CodebookError(f"{path}: no class of place is called {', '.join(sorted(unknown))}")
        sets = {name: frozenset(raw[name]) for name in PlaceWords.__dataclass_fields__ if name not in {"units", "plurals", "abbreviations"}}
        short = {str(form): full for full, forms in raw["abbreviations"].items() for form in forms}
        return PlaceWords(units=units, plurals=raw["plurals"], abbreviations=short, **sets)
    except (KeyError, TypeError, AttributeError) as error:
        raise CodebookError(f"{path}: section missing or malformed ({error})") from error
