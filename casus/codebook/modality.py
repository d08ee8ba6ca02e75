"""The words that keep an act from being told as done (modality.yaml)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path

from casus.codebook.yaml_files import read_yaml
from casus.model.errors import CodebookError


@dataclass(frozen=True, slots=True)
class Modality:
    """Word lists of modality.yaml, as sets of lower-case lemmas; `modals` maps an auxiliary to what it makes of the act."""

    irrealis_verbs: frozenset[str]
    planning_verbs: frozenset[str]
    decided_acts: frozenset[str]
    irrealis_nouns: frozenset[str]
    saying_nouns: frozenset[str]
    negations: frozenset[str]
    seeming_verbs: frozenset[str]
    conditional_marks: frozenset[str]
    aggregate_words: frozenset[str]
    aggregate_adverbs: frozenset[str]
    aggregate_verbs: frozenset[str]
    occasions: frozenset[str]
    hedge_adverbs: frozenset[str]
    hedge_adjectives: frozenset[str]
    unreal_adjectives: frozenset[str]
    planned_adjectives: frozenset[str]
    modals: Mapping[str, str]


@lru_cache(maxsize=1)
def load_modality() -> Modality:
    """The shipped lists. Raises CodebookError where one is missing."""
    path = Path(__file__).with_name("modality.yaml")
    raw = read_yaml(path)
    missing = [f.name for f in fields(Modality) if f.name not in raw]
    if missing:
        raise CodebookError(f"{path.name}: missing lists: {', '.join(missing)}")
    lists = {f.name: frozenset(raw[f.name]) for f in fields(Modality) if f.name != "modals"}
    return Modality(**lists, modals=raw["modals"])
