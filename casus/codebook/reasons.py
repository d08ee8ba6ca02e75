"""Words that give a reason (reasons.yaml)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from casus.codebook.yaml_files import read_yaml
from casus.model.errors import CodebookError

_LISTS = ("because", "purpose", "condition", "result")


@dataclass(frozen=True, slots=True)
class ReasonWords:
    """Openers and verbs by what they say of a reason.

    `opens`: what an opener or a verb makes of what it opens; `causing`: verbs of causing; `sure`: openers never used otherwise;
    `sparking`: verbs of causing that are seldom used otherwise.
    """

    opens: Mapping[str, str]
    causing: frozenset[str]
    sure: frozenset[str]
    sparking: frozenset[str]


@lru_cache(maxsize=1)
def load_reasons() -> ReasonWords:
    """The shipped lists. Raises CodebookError where one is missing."""
    path = Path(__file__).with_name("reasons.yaml")
    raw = read_yaml(path)
    try:
        opens = {word: name for name in reversed(_LISTS) for word in raw[name]}
        return ReasonWords(opens, frozenset(raw["causing"]), frozenset(raw["sure"]), frozenset(raw["sparking"]))
    except KeyError as error:
        raise CodebookError(f"{path.name}: the list {error} is missing") from error
