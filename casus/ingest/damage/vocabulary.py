"""The words of codebook/damage.yaml, loaded once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import yaml

from casus.model.errors import CodebookError


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Sets of words and compiled patterns; see the file for what each is."""

    glue_long: tuple[str, ...]
    glue_short: tuple[str, ...]
    glue_pairs: frozenset[str]
    starts: tuple[str, ...]
    before_names: frozenset[str]
    names_with_the: frozenset[str]
    verbs: frozenset[str]
    people: re.Pattern[str]
    hanging: frozenset[str]
    cut_headings: re.Pattern[str]


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The shipped vocabulary. Raises CodebookError where the file is malformed."""
    try:
        table = yaml.safe_load((files("casus") / "codebook" / "damage.yaml").read_text(encoding="utf-8"))
        glue = table["glue"]
        return Vocabulary(
            glue_long=_words(glue["long"]),
            glue_short=_words(glue["short"]),
            glue_pairs=frozenset(_words(glue["pairs"])),
            starts=_words(table["starts"]),
            before_names=frozenset(_words(table["before_names"])),
            names_with_the=frozenset(_words(table["names_with_the"])),
            verbs=frozenset(_words(table["verbs"])),
            people=re.compile(rf"\s+(?:{'|'.join(map(re.escape, _words(table['people'])))})\b"),
            hanging=frozenset(_words(table["hanging"])),
            cut_headings=re.compile("|".join(_words(table["cut_headings"])), re.IGNORECASE),
        )
    except (yaml.YAMLError, re.error, KeyError, TypeError, AttributeError) as error:
        raise CodebookError(f"damage.yaml: {error}; restore the shipped file") from error


def _words(several: Sequence[object]) -> tuple[str, ...]:
    """The words of a list; TypeError where one is none, as YAML's bare `on` or `no` would be."""
    if not all(isinstance(one, str) for one in several):
        raise TypeError(f"not a word in {several!r}; put it in quotation marks")
    return tuple(map(str, several))
