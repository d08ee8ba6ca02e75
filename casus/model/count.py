"""How many: a range with the words that gave it. Nothing said is None, never 0."""

from __future__ import annotations

from dataclasses import dataclass

from casus.model.text import Evidence


@dataclass(frozen=True, slots=True)
class Count:
    """A figure as one passage gives it.

    `low` None = open downwards ("up to 40"), `high` None = open upwards ("at least 12"). `who` are the words for the
    people counted, `qualifier` the words that weaken the figure ("around", "more than"). `rule` names how it was read.
    Raises ValueError where low <= best <= high does not hold or a figure is negative.
    """

    low: int | None
    best: int | None
    high: int | None
    evidence: Evidence
    who: str | None = None
    qualifier: str | None = None
    rule: str = ""

    def __post_init__(self) -> None:
        known = [n for n in (self.low, self.best, self.high) if n is not None]
        if not known:
            raise ValueError("a count needs a figure")
        if known != sorted(known) or known[0] < 0:
            raise ValueError(f"count out of order: {self.low} {self.best} {self.high}")
