"""Two cases side by side: what changed from one to the other, field by field, and why."""

from __future__ import annotations

from casus.compare.differences import Difference, compare
from casus.compare.held import Held

__all__ = ["Difference", "Held", "compare"]
