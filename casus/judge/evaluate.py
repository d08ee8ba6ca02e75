"""The machine against people's decisions: events found, events invented, status, values and figures, with intervals.

Only what was decided counts. Precision is over printed events that somebody accepted, edited or rejected; recall over reports that
somebody read in full. A field counts where an event was accepted, or the field edited.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from casus.judge.applying import Texts
from casus.judge.coded import Coded, coded, finished
from casus.judge.rates import Rate
from casus.judge.values import COUNTS, FIELDS, Plain, gist_of
from casus.model.event import Event
from casus.model.judgement import Judgement


@dataclass(frozen=True, slots=True)
class FieldScore:
    """One field: how often the machine's value is the person's; how often it has none, or one too many."""

    field: str
    right: Rate
    missing: int
    invented: int


@dataclass(frozen=True, slots=True)
class NumberError:
    """A figure the machine reads otherwise: [low, best, high] each."""

    field: str
    machine: Plain
    decided: Plain
    words: str


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All of it. `recall` is None where no report was read in full."""

    precision: Rate
    recall: Rate | None
    reports: int
    fields: tuple[FieldScore, ...]
    status: tuple[tuple[str, str, int], ...]
    numbers: tuple[NumberError, ...]
    invented: tuple[str, ...]
    missed: tuple[str, ...]
    joins: int
    splits: int

    def record(self) -> dict[str, Any]:
        """Return it as JSON."""
        return {
            "precision": self.precision.record(),
            "recall": self.recall.record() if self.recall else None,
            "reports_read_in_full": self.reports,
            "fields": {f.field: {**f.right.record(), "missing": f.missing, "invented": f.invented} for f in self.fields},
            "status": [{"machine": m, "decided": d, "events": n} for m, d, n in self.status],
            "numbers": [{"field": n.field, "machine": n.machine, "decided": n.decided, "words": n.words} for n in self.numbers],
            "invented": list(self.invented),
            "missed": list(self.missed),
            "joins": self.joins,
            "splits": self.splits,
        }


def evaluate(machine: Sequence[Event], decided: Sequence[Judgement], texts: Texts) -> Evaluation:
    """Compare the machine's own events (no decision obeyed) with the decisions that stand."""
    rows, full = coded(machine, decided, texts), finished(decided)
    printed = [r for r in rows if r.found]
    real = [r for r in rows if r.real]
    within = [r for r in real if r.report in full]
    kept = [r for r in real if r.event is not None]
    return Evaluation(
        precision=Rate(sum(r.real for r in printed), len(printed)),
        recall=Rate(sum(r.found for r in within), len(within)) if full else None,
        reports=len(full),
        fields=tuple(score for f in FIELDS if (score := _field(f, kept)).right.of),
        status=_confusion(kept),
        numbers=tuple(e for f in COUNTS for e in _errors(f, kept)),
        invented=tuple(r.words for r in printed if not r.real),
        missed=tuple(r.words for r in real if not r.found),
        joins=sum(j.verdict == "join" for j in decided),
        splits=sum(j.verdict == "split" for j in decided),
    )


def _machine(row: Coded, field: str) -> Plain:
    return gist_of(field, getattr(row.event, field))


def _field(field: str, rows: Sequence[Coded]) -> FieldScore:
    pairs = [(_machine(r, field), r.values[field]) for r in rows if field in r.values]
    empty: tuple[Plain, Plain] = (None, [])
    return FieldScore(
        field,
        Rate(sum(m == d for m, d in pairs), len(pairs)),
        sum(m in empty and d not in empty for m, d in pairs),
        sum(m not in empty and d in empty for m, d in pairs),
    )


def _confusion(rows: Sequence[Coded]) -> tuple[tuple[str, str, int], ...]:
    tally = Counter((_machine(r, "status"), r.values["status"]) for r in rows if "status" in r.values)
    return tuple((m, d, n) for (m, d), n in sorted(tally.items()))


def _errors(field: str, rows: Sequence[Coded]) -> list[NumberError]:
    told = [(r, _machine(r, field)) for r in rows if field in r.values]
    return [NumberError(field, m, r.values[field], r.words) for r, m in told if m != r.values[field]]
