"""Shares with their intervals."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

Z = 1.959963984540054
"""The normal quantile of a 95% interval."""


@dataclass(frozen=True, slots=True)
class Rate:
    """So many of so many."""

    hits: int
    of: int

    @property
    def share(self) -> float | None:
        """The share; None of nothing."""
        return self.hits / self.of if self.of else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Wilson's 95% interval of the share (Wilson 1927, JASA 22), which holds for small numbers and shares near 0 and 1."""
        if not self.of:
            return None
        p, n, z2 = self.hits / self.of, self.of, Z * Z
        middle = (p + z2 / (2 * n)) / (1 + z2 / n)
        half = Z / (1 + z2 / n) * sqrt(p * (1 - p) / n + z2 / (4 * n * n))
        return max(middle - half, 0.0), min(middle + half, 1.0)

    def record(self) -> dict[str, object]:
        """Return it as JSON."""
        low, high = self.interval or (None, None)
        return {"hits": self.hits, "of": self.of, "share": _rounded(self.share), "low": _rounded(low), "high": _rounded(high)}

    def __str__(self) -> str:
        if self.share is None or self.interval is None:
            return "nothing to count"
        low, high = self.interval
        return f"{self.share:.3f} ({self.hits} of {self.of}; {low:.3f} to {high:.3f})"


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
