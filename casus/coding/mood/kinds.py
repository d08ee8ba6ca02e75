"""Mood: whether a sentence tells an act as done, planned, hedged, negated or merely imagined."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

MoodKind = Literal["done", "hedged", "planned", "negated", "imagined"]
NOT_DONE = frozenset({"planned", "imagined"})


@dataclass(frozen=True, slots=True)
class Mood:
    """How an act is told, with the token that says so (None where nothing qualifies it)."""

    kind: MoodKind
    cue: int | None
    rule: str
