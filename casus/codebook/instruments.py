"""Weapons and means, and the PLOVER mode of ASSAULT each of them shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from casus.codebook.yaml_files import read_yaml


@lru_cache(maxsize=1)
def load_instruments() -> Mapping[str, str]:
    """Phrase in lower-case lemmas -> mode."""
    raw = read_yaml(Path(__file__).with_name("instruments.yaml"))
    return {words: mode for mode, listed in raw.items() if mode != "telling" for words in listed}


@lru_cache(maxsize=1)
def load_telling() -> Mapping[str, frozenset[str]]:
    """What tells that a means was used (instruments.yaml, `telling`)."""
    raw = read_yaml(Path(__file__).with_name("instruments.yaml"))
    return {kind: frozenset(words) for kind, words in raw["telling"].items()}


def mode_of(lemmas: Sequence[str], at: int) -> str | None:
    """The mode shown by the means whose head lemma stands at `at`; the longest phrase ending there wins."""
    table = load_instruments()
    plain = [w for w in lemmas[max(at - 4, 0) : at + 1] if w not in {"-", "–"}]
    for size in (3, 2, 1):
        mode = table.get(" ".join(plain[-size:])) if len(plain) >= size else None
        if mode:
            return mode
    return None
