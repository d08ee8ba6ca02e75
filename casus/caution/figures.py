"""Figures: magnitudes that cannot be right as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casus.model.caution import Caution
from casus.model.claim import Claim
from casus.model.count import Count
from casus.model.picture import Reading

KILLED_IN_ONE_ACT = 2_000
"""More dead than this in one act that is no total over a period is rare enough to check (UCDP GED 1989-2023: a handful)."""
PEOPLE_IN_ONE_ACT = 1_000_000
"""More people than this moved or expelled in one act is rare enough to check."""
PEOPLE_IN_ONE_PROTEST = 5_000_000
"""Protests count in millions more often (Crowd Counting Consortium: 2017, 2020)."""
_WAR = re.compile(r"\b(?:wars?|conflict|genocide|famine|holocaust|battle|campaign|fighting)\b", re.I)


def magnitudes(reading: Reading) -> Iterator[Caution]:
    """Figures too large for one act, with the candidate reading where the grouping suggests one."""
    seen: set[int] = set()
    for claim in reading.claims:
        for field, limit in (("killed", KILLED_IN_ONE_ACT), ("injured", 10 * KILLED_IN_ONE_ACT), ("size", _crowd(claim))):
            count: Count | None = getattr(claim, field)
            if count is None or count.evidence.start in seen or (count.best or 0) < limit or _is_total(claim, field):
                continue
            seen.add(count.evidence.start)
            yield _magnitude(claim, field, count)


def _crowd(claim: Claim) -> int:
    return PEOPLE_IN_ONE_PROTEST if claim.type == "PROTEST" else PEOPLE_IN_ONE_ACT


def _is_total(claim: Claim, field: str) -> bool:
    """A figure over many acts, or of a war, may be as large as it likes."""
    return claim.layer == "history" or _WAR.search(claim.act.words) is not None or (claim.aggregate and field != "size")


def _magnitude(claim: Claim, field: str, count: Count) -> Caution:
    value = count.best or 0
    what = "people" if field == "size" else field.replace("_", " ")
    message = f"{value:,} {what} in one act is an unlikely magnitude; kept as written."
    candidate = _candidate(value)
    suggestion = "Check the source before using it in any total."
    if candidate is not None:
        suggestion = (
            f"Candidate reading {candidate:,}: Indian grouping ({_indian(candidate)}) may have been rewritten as {value:,}. {suggestion}"
        )
    return Caution("suspect-magnitude", claim.report, message, suggestion, count.evidence.as_field(field))


def _candidate(value: int) -> int | None:
    """A tenth, where the figure is round enough that lakh grouping ("5,00,000") may have been regrouped as thousands."""
    return value // 10 if value >= 1_000_000 and value % 100_000 == 0 else None


def _indian(value: int) -> str:
    """A figure in Indian grouping: 500000 -> 5,00,000."""
    digits = str(value)
    head, tail = digits[:-3], digits[-3:]
    groups: list[str] = []
    while head:
        groups.insert(0, head[-2:])
        head = head[:-2]
    return ",".join([*groups, tail])
