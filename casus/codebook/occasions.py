"""Words by which an act is told as part of what was told right before it (occasions.yaml)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path

from casus.codebook.yaml_files import read_yaml
from casus.model.errors import CodebookError

PATH = Path(__file__).with_name("occasions.yaml")


@dataclass(frozen=True, slots=True)
class OccasionWords:
    """The lists of occasions.yaml under their names there."""

    occasions: frozenset[str]
    one_sided: frozenset[str]
    two_sided: frozenset[str]
    joining: frozenset[str]
    parting: frozenset[str]
    turning: frozenset[str]
    pronouns: frozenset[str]
    hurting: frozenset[str]
    doers: frozenset[str]
    traces: frozenset[str]
    gathering: frozenset[str]
    crowds: frozenset[str]
    tolls: frozenset[str]
    counted: frozenset[str]
    judging: frozenset[str]
    verdicts: frozenset[str]
    inquiring: frozenset[str]
    means: Mapping[str, str]
    ascribing: Mapping[str, tuple[str, ...]]
    deeds: Mapping[str, tuple[tuple[str, frozenset[str]], ...]]
    """The types and modes of the deeds that a noun speaks of."""


_TABLES = frozenset({"means", "ascribing", "deeds"})


@lru_cache(maxsize=4)
def load_occasions(path: Path = PATH) -> OccasionWords:
    """The table. Raises CodebookError where a list is missing."""
    raw = read_yaml(path)
    try:
        lists = {f.name: frozenset(map(str, raw[f.name])) for f in fields(OccasionWords) if f.name not in _TABLES}
        means = {str(noun): str(mode) for noun, mode in raw["means"].items()}
        ascribing = {str(verb): tuple(map(str, words)) for verb, words in raw["ascribing"].items()}
        return OccasionWords(**lists, means=means, ascribing=ascribing, deeds=_deeds(raw["deeds"]))
    except (KeyError, TypeError, AttributeError) as error:
        raise CodebookError(f"{path}: section missing or malformed ({error})") from error


def _deeds(raw: Mapping[str, Mapping[str, list[str]]]) -> dict[str, tuple[tuple[str, frozenset[str]], ...]]:
    nouns = sorted({str(noun) for told in raw.values() for noun in told})
    return {n: tuple((str(kind), frozenset(told[n])) for kind, told in raw.items() if n in told) for n in nouns}
