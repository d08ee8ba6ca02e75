"""Words by which a report tells an act as new, as known or as a further one (retelling.yaml)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from casus.codebook.yaml_files import read_yaml
from casus.model.errors import CodebookError


@dataclass(frozen=True, slots=True)
class RetellingWords:
    """`telling`: words of a clause that the head for one occurrence may weigh; `light`: words that say nothing where they are shared."""

    telling: frozenset[str]
    light: frozenset[str]


@lru_cache(maxsize=1)
def load_retelling() -> RetellingWords:
    """The shipped lists. Raises CodebookError where one is missing."""
    path = Path(__file__).with_name("retelling.yaml")
    raw = read_yaml(path)
    try:
        return RetellingWords(frozenset(raw["telling"]), frozenset(raw["light"]))
    except KeyError as error:
        raise CodebookError(f"{path.name}: the list {error} is missing") from error
