"""Cost of merging: how time per claim grows with the number of claims. Claims are real ones, cloned under other days.

    python -m benchmarks --only merge_cost

Reads the Wikinews articles once (two years of news), then clones their claims: each clone is another set of reports, two
years later than the one before, in other words of the same length. Places, actors and figures recur as in a long archive; the
density of news stays what it was. Measured in processor time of one process, without reading.
"""

from __future__ import annotations

import csv
import gzip
import resource
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import count, islice
from pathlib import Path

from benchmarks.board import Score
from casus.ingest import report_from_text
from casus.merge import Told, merge
from casus.model.claim import Claim
from casus.model.errors import CasusError
from casus.model.when import DateRange
from casus.pipeline import Tools, read_report

NAME = "merge_cost"
NEEDS = ("data/unlabelled",)
SIZES = (10_000, 30_000, 100_000)
_STEP = timedelta(days=730)


def scores(shared: Path, tools: Tools, limit: int | None) -> Iterator[Score]:
    """Seconds per 100,000 claims at the largest size, growth of time per claim, peak memory."""
    claims, days = _claims(shared / NEEDS[0], tools, limit)
    took = {}
    for size in SIZES if limit is None else SIZES[:2]:
        many, told = _cloned(claims, days, size)
        began = time.process_time()
        merge(many, told)
        took[size] = time.process_time() - began
    first, last = min(took), max(took)
    growth = (took[last] / last) / (took[first] / first)
    note = "; ".join(f"{size:,} claims: {seconds:.1f} s" for size, seconds in took.items())
    yield Score("merge cost", "seconds", round(took[last], 1), last, bar=180.0 if limit is None else None, note=note, lower_is_better=True)
    yield Score(
        "merge cost", "growth of time per claim", round(growth, 2), last, bar=1.3, note=f"{first:,} to {last:,}", lower_is_better=True
    )
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    yield Score(
        "merge cost", "peak memory, GB", round(memory, 2), last, bar=3.0, note="the reader and its readings included", lower_is_better=True
    )


def _claims(folder: Path, tools: Tools, limit: int | None) -> tuple[list[Claim], dict[str, date]]:
    claims: list[Claim] = []
    days: dict[str, date] = {}
    for path in sorted(folder.glob("*.csv.gz")):
        with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
            for row in islice(csv.DictReader(lines), 40 if limit else None):
                day = date.fromisoformat(row["date"])
                try:
                    report = report_from_text(row["text"], published=day, title=row["title"])
                except CasusError:
                    continue
                claims += read_report(report, tools).claims
                days[report.id] = day
    return claims, days


def _cloned(claims: Sequence[Claim], days: dict[str, date], size: int) -> tuple[list[Claim], dict[str, Told]]:
    many: list[Claim] = []
    told: dict[str, Told] = {}
    for k in count():
        for claim in claims:
            if len(many) == size:
                return many, told
            many.append(_moved(claim, f"{claim.report}/{k}", k * _STEP))
            told[many[-1].report] = Told(days[claim.report] + k * _STEP, many[-1].report)
    raise AssertionError("unreachable")


def _moved(claim: Claim, report: str, later: timedelta) -> Claim:
    """The claim as another report's, some days later."""
    when, day = (_later(d, report, later) if d is not None else None for d in (claim.date, claim.day))
    place, scene = (replace(p, evidence=replace(p.evidence, report=report)) if p else None for p in (claim.place, claim.scene))
    counts = {
        field: replace(value, evidence=replace(value.evidence, report=report))
        for field in ("killed", "injured", "killed_or_injured", "captured", "size")
        if (value := getattr(claim, field)) is not None
    }
    sides = {
        role: tuple(replace(p, evidence=replace(p.evidence, report=report)) for p in getattr(claim, role))
        for role in ("actors", "recipients", "doers")
    }
    voices = {
        role: tuple(replace(s, evidence=replace(s.evidence, report=report)) for s in getattr(claim, role))
        for role in ("sources", "besides", "after", "silent")
    }
    support = tuple(replace(e, report=report) for e in claim.support)
    act = replace(claim.act, report=report, words=_reworded(claim.act.words, report))
    return replace(
        claim, report=report, act=act, date=when, day=day, place=place, scene=scene, support=support, **voices, **sides, **counts
    )


def _later(when: DateRange, report: str, later: timedelta) -> DateRange:
    evidence = replace(when.evidence, report=report) if when.evidence else None
    start, end = (d + later if d else None for d in (when.start, when.end))
    return replace(when, start=start, end=end, evidence=evidence)


def _reworded(words: str, report: str) -> str:
    """Words of the same length that no other clone has, for other reports use other words."""
    mark = "".join(chr(ord("a") + int(digit)) for digit in report.rpartition("/")[2].zfill(3))
    return f"{words[:-3]}{mark}" if len(words) > 12 else words
