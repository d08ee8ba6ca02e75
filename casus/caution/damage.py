"""Damage: what ingest repaired or noticed in the text, as cautions with both readings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast, get_args

from casus.model.caution import Caution, CautionKind
from casus.model.text import Repair, Report

_SUGGEST = {
    "glued-words": "Read it as “{reading}” and check against another copy of the report.",
    "broken-sentence": "Read it as “{reading}”; do not infer order or cause across the break.",
    "spelling": "Probably “{reading}”; the text is left as written.",
    "homoglyphs": "Letters of another alphabet stand among Latin ones; read as “{reading}”.",
    "suspect-magnitude": "Keep as written; the grouping is unusual, possibly “{reading}”. Do not use it in totals unchecked.",
    "boilerplate-removed": "Left out of the reading; nothing to do unless it is part of the report.",
}


def damage(report: Report) -> Iterator[Caution]:
    """One caution for each repair; removed page furniture is gathered into one."""
    removed = [r for r in report.repairs if r.kind == "boilerplate-removed"]
    for repair in report.repairs:
        if repair.kind != "boilerplate-removed" and repair.kind in get_args(CautionKind):
            yield _caution(report, repair)
    if removed:
        listed = "; ".join(f"“{' '.join(r.written.split())[:60]}”" for r in removed[:6])
        more = f" and {len(removed) - 6} more" if len(removed) > 6 else ""
        yield Caution("boilerplate-removed", report.id, f"Page furniture was left out: {listed}{more}.", _SUGGEST["boilerplate-removed"])


def _caution(report: Report, repair: Repair) -> Caution:
    kind = cast(CautionKind, repair.kind)
    evidence = report.evidence("text", repair.start, repair.end, "ingest") if repair.end > repair.start else None
    known = _SUGGEST.get(kind) if repair.reading else None
    suggestion = (known or "Check against another copy of the report.").format(reading=repair.reading)
    return Caution(kind, report.id, repair.message, suggestion, evidence)
