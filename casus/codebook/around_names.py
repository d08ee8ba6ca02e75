"""Words beside a name that change who is meant (around_names.yaml)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from casus.codebook.yaml_files import read_yaml
from casus.model.errors import CodebookError

TABLE = Path(__file__).with_name("around_names.yaml")

_SETS = (
    "beside",
    "longer",
    "body_tails",
    "military_places",
    "places",
    "own_bodies",
    "place_verbs",
    "place_nouns",
    "civil",
    "of_forces",
    "state_soil",
    "own_men",
    "bodies",
    "members",
    "guilds",
    "border_forces",
    "houses",
    "thrones",
    "struck",
    "no_groups",
)


@dataclass(frozen=True, slots=True)
class AroundNames:
    """Word sets, each explained in the file."""

    beside: frozenset[str]
    beside_phrases: tuple[str, ...]
    apart: tuple[str, ...]
    before: tuple[str, ...]
    longer: frozenset[str]
    body_tails: frozenset[str]
    military_places: frozenset[str]
    places: frozenset[str]
    own_bodies: frozenset[str]
    place_verbs: frozenset[str]
    place_nouns: frozenset[str]
    civil: frozenset[str]
    of_forces: frozenset[str]
    state_soil: frozenset[str]
    own_men: frozenset[str]
    bodies: frozenset[str]
    members: frozenset[str]
    guilds: frozenset[str]
    border_forces: frozenset[str]
    houses: frozenset[str]
    thrones: frozenset[str]
    struck: frozenset[str]
    no_groups: frozenset[str]


@lru_cache(maxsize=2)
def load_around_names(path: Path = TABLE) -> AroundNames:
    """The word sets. Raises CodebookError where one is missing."""
    data = read_yaml(path)
    try:
        sets = {name: frozenset(data[name].split()) for name in _SETS}
        apart = tuple(sorted(f"-{word}" for word in data["apart"].split()))
        before = tuple(f"{word}-" for word in data["before"].split())
        return AroundNames(beside_phrases=tuple(data["beside_phrases"]), apart=apart, before=before, **sets)
    except (KeyError, AttributeError) as error:
        raise CodebookError(f"{path}: the list {error} is missing or no list of words") from error
