"""Agreement of coders: Krippendorff's alpha for each field, and what they disagree on.

Alpha is 1 for full agreement and 0 for what chance would give (Krippendorff, Klaus (2011). Computing Krippendorff's Alpha-Reliability.
University of Pennsylvania, ASC). Coders' decisions are compared as each made them, whether or not they saw the other's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from casus.judge.applying import Texts
from casus.judge.coded import Coded, coded
from casus.judge.standing import standing
from casus.judge.values import FIELDS, Plain
from casus.model.event import Event
from casus.model.judgement import Judgement

Difference = Callable[[Any, Any], float]


def nominal(a: Hashable, b: Hashable) -> float:
    """Return 1 for what differs."""
    return float(a != b)


def interval(a: float, b: float) -> float:
    """Return the squared difference."""
    return (a - b) ** 2


def ratio(a: float, b: float) -> float:
    """Return the squared difference as a share of the sum."""
    return ((a - b) / (a + b)) ** 2 if a + b else 0.0


def alpha(units: Sequence[Sequence[Hashable]], difference: Difference = nominal) -> float | None:
    """Return Krippendorff's alpha of the values that coders gave to each unit; None where there is nothing to tell apart."""
    paired = [u for u in units if len(u) > 1]
    tally = Counter(value for unit in paired for value in unit)
    n = sum(tally.values())
    expected = sum(tally[a] * tally[b] * difference(a, b) for a, b in combinations(tally, 2))
    if not expected:
        return None
    observed = sum(difference(a, b) / (len(unit) - 1) for unit in paired for a, b in combinations(unit, 2))
    return 1 - (n - 1) * observed / expected


@dataclass(frozen=True, slots=True)
class Disagreement:
    """An event on which coders differ: the field ("event" = whether it is one), and each coder's value."""

    field: str
    event: str | None
    words: str
    values: tuple[tuple[str, Plain], ...]


@dataclass(frozen=True, slots=True)
class FieldAgreement:
    """One field: alpha (None where all say the same), how many events two or more coded, in how many of them all agree."""

    field: str
    alpha: float | None
    units: int
    same: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """What two or more coders did with the same events."""

    coders: tuple[str, ...]
    fields: tuple[FieldAgreement, ...]
    differences: tuple[Disagreement, ...]

    def record(self) -> dict[str, Any]:
        """Return it as JSON."""
        return {
            "coders": list(self.coders),
            "fields": {
                f.field: {"alpha": None if f.alpha is None else round(f.alpha, 4), "units": f.units, "same": f.same} for f in self.fields
            },
            "differences": [{"field": d.field, "event": d.event, "words": d.words, "values": dict(d.values)} for d in self.differences],
        }


def agreement(machine: Sequence[Event], judgements: Sequence[Judgement], texts: Texts) -> Agreement:
    """Compare coders by the events that at least two of them decided on."""
    coders = tuple(sorted({j.coder for j in judgements}))
    sheets = {coder: _by_event(coded(machine, standing(judgements, coders=[coder]), texts)) for coder in coders}
    units = [(key, {c: s[key] for c, s in sheets.items() if key in s}) for key in sorted({k for s in sheets.values() for k in s})]
    both = [(key, rows) for key, rows in units if len(rows) > 1]
    fields, differences = [], list[Disagreement]()
    for field in ("event", *FIELDS):
        given = [(rows, values) for _, rows in both if len(values := _given(field, rows)) > 1]
        if given:
            same = sum(len({_key(v) for v in values.values()}) == 1 for _, values in given)
            score = alpha([[_key(v) for v in values.values()] for _, values in given])
            fields.append(FieldAgreement(field, score, len(given), same))
            differences += [_difference(field, rows, values) for rows, values in given if len({_key(v) for v in values.values()}) > 1]
    return Agreement(coders, tuple(fields), tuple(differences))


def _by_event(rows: Sequence[Coded]) -> dict[str, Coded]:
    return {r.event.id if r.event is not None else f"{r.report} {r.words}": r for r in rows}


def _given(field: str, rows: Mapping[str, Coded]) -> dict[str, Plain]:
    if field == "event":
        return {coder: row.real for coder, row in rows.items()}
    return {coder: row.values[field] for coder, row in rows.items() if row.real and field in row.values}


def _key(value: Plain) -> Hashable:
    return tuple(value) if isinstance(value, list) else value


def _difference(field: str, rows: Mapping[str, Coded], values: Mapping[str, Plain]) -> Disagreement:
    row = next(iter(rows.values()))
    return Disagreement(field, row.event.id if row.event is not None else None, row.words, tuple(values.items()))
