"""Words that put an act in a layer of time (layers.yaml)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from casus.codebook.yaml_files import read_yaml

TABLE = Path(__file__).with_name("layers.yaml")
Past = Literal["background", "history"]


@dataclass(frozen=True, slots=True)
class LayerWords:
    """The lists of layers.yaml under their names there."""

    of_late: frozenset[str]
    before: frozenset[str]
    phrases: frozenset[str]
    prior: frozenset[str]
    dated: Mapping[Past, tuple[str, ...]]
    coming: frozenset[str]
    units: Mapping[str, Past]
    judging: frozenset[str]
    remembering: frozenset[str]
    about: frozenset[str]
    freeing: frozenset[str]


@lru_cache(maxsize=1)
def load_layers(path: Path = TABLE) -> LayerWords:
    """The table."""
    raw: dict[str, Any] = read_yaml(path)
    dated: dict[Past, tuple[str, ...]] = {layer: tuple(raw["dated"][layer]) for layer in ("history", "background")}
    units: dict[str, Past] = {unit: layer for layer in ("background", "history") for unit in raw["units"][layer]}
    words = {f.name: frozenset(raw[f.name]) for f in fields(LayerWords) if f.name not in {"dated", "units"}}
    return LayerWords(dated=dated, units=units, **words)
