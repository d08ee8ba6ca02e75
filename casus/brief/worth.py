"""What a printed event is worth: measured error rates in plain words, from one file that `python -m benchmarks` writes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Rate:
    """How often one thing is right, and of how many."""

    what: str
    right: str
    of: str


@dataclass(frozen=True, slots=True)
class Worth:
    """What to expect in a sentence or two; rates read by hand on new text, and on known data sets, each with how they were taken."""

    lead: str
    read_how: str
    read: tuple[Rate, ...]
    known_how: str
    known: tuple[Rate, ...]
    casus: str


@lru_cache(maxsize=1)
def load_worth() -> Worth:
    """Return the rates that ship with this version."""
    plain = json.loads(files("casus.brief").joinpath("worth.json").read_text(encoding="utf-8"))
    read, known = (tuple(Rate(r["what"], r["right"], r["of"]) for r in plain[part]["rows"]) for part in ("read", "known"))
    return Worth(plain["lead"], plain["read"]["how"], read, plain["known"]["how"], known, plain["casus"])
