"""What a name may mean, and what speaks for each reading: the score table that a place or an actor of an event keeps."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weight:
    """What one ground gave a candidate: its points (negative: against it), and what it saw, where that is worth telling."""

    ground: str
    points: float
    words: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A gazetteer line or an actor that words may mean, with its points and what they are made of."""

    id: str
    name: str
    within: tuple[str, ...]
    points: float
    weights: tuple[Weight, ...] = ()
