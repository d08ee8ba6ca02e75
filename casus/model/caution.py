"""What a careful reader would flag, where, and what to do about it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

from casus.model.text import Evidence

CautionKind = Literal[
    "suspect-magnitude", "parts-do-not-add-up", "headline-stronger-than-body", "contradiction", "order-unknown",
    "single-party-source", "unnamed-sources", "undecided-merge", "broken-sentence", "glued-words", "spelling", "homoglyphs",
    "ambiguous-name", "old-office-holder", "date-missing", "near-copy", "boilerplate-removed",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Caution:
    """A caution of one kind on one report: what is wrong, the words, the candidate reading or next step.

    `evidence` is None only for what is missing from the text ("no publication date").
    """

    kind: CautionKind
    report: str
    message: str
    suggestion: str
    evidence: Evidence | None = None

    @property
    def id(self) -> str:
        """Stable while the words and the finding stay."""
        where = f"{self.evidence.start}-{self.evidence.end}" if self.evidence else "-"
        return hashlib.sha256(f"{self.kind}|{self.report}|{where}|{self.message}".encode()).hexdigest()[:12]
