"""Figures: magnitudes that cannot be right as they stand, and parts that do not fit their whole."""

from __future__ import annotations

from collections.abc import Iterator

from casus.coding import Coded
from casus.model.caution import Caution
from casus.model.claim import Claim
from casus.model.count import Count
from casus.model.picture import Reading

KILLED_IN_ONE_ACT = 2_000
"""More dead than this in one act that is no total over a period is rare enough to check (UCDP GED 1989-2023: a handful)."""
PEOPLE_IN_ONE_ACT = 1_000_000
"""More people than this moved, expelled or marching in one act is rare enough to check."""


def magnitudes(reading: Reading) -> Iterator[Caution]:
    """Figures too large for one act, with the candidate reading where the grouping suggests one."""
    seen: set[int] = set()
    for claim in reading.claims:
        for field, limit in (("killed", KILLED_IN_ONE_ACT), ("injured", 10 * KILLED_IN_ONE_ACT), ("size", PEOPLE_IN_ONE_ACT)):
            count: Count | None = getattr(claim, field)
            if count is None or count.evidence.start in seen or (count.best or 0) < limit or (claim.aggregate and field != "size"):
                continue
            seen.add(count.evidence.start)
            yield _magnitude(claim, field, count)


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


def parts(reading: Reading, coded: Coded) -> Iterator[Caution]:
    """Parts ("including 12 children") that are larger than their whole."""
    by_act = {t.claim.act.start: t for t in coded.told}
    for claim in reading.claims:
        told = by_act.get(claim.act.start)
        if told is None or not told.parts:
            continue
        for kind in ("killed", "injured"):
            whole: Count | None = getattr(claim, kind)
            numbers = [h.number.best or 0 for h in told.parts if h.kind == kind and h.number is not None]
            if whole is None or whole.best is None or not numbers:
                continue
            if sum(numbers) > whole.best and whole.high is not None:
                message = f"The parts named ({' + '.join(map(str, numbers))}) exceed the whole ({whole.best} {kind})."
                yield Caution(
                    "parts-do-not-add-up", claim.report, message, "Do not derive figures from them; check the source.", whole.evidence
                )
