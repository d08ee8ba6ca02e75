"""Figures about the machine are counted by hand here, and alpha is Krippendorff's own worked example."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import casus
from casus.judge.agree import alpha, interval, ratio
from casus.judge.rates import Rate
from casus.model.event import Event
from casus.pipeline import Tools

NOON = datetime(2024, 12, 30, 12, tzinfo=UTC)
TEXTS = {
    "a": "Israeli jets bombed a school in Rafah on Tuesday, killing 30 people. Residents buried the dead.",
    "b": "Hezbollah shelled a village in Galilee on Tuesday, killing two people.",
    "c": "Gunmen shot dead a teacher in Basra on Monday, police said.",
}
A, B, C, D = [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None], [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3], [
    None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None,
], [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None]  # fmt: skip
"""Four observers, twelve units (Krippendorff 2011, section C)."""


@pytest.mark.parametrize(("metric", "expected"), [(None, 0.743), (interval, 0.849), (ratio, 0.797)])
def test_alpha_is_krippendorffs(metric: object, expected: float) -> None:
    units = [[v for v in unit if v is not None] for unit in zip(A, B, C, D, strict=True)]
    found = alpha(units) if metric is None else alpha(units, metric)  # type: ignore[arg-type]
    assert found == pytest.approx(expected, abs=0.0005)


def test_alpha_of_what_is_all_the_same_is_not_known() -> None:
    assert alpha([[1, 1], [1, 1]]) is None and alpha([]) is None and alpha([[1], [2]]) is None


def test_intervals_are_wilsons() -> None:
    """8 of 10, and 0 of 10: checked against Newcombe (1998), method 3."""
    low, high = Rate(81, 263).interval or (0, 0)
    assert (round(low, 4), round(high, 4)) == (0.2553, 0.3662)
    low, high = Rate(0, 20).interval or (1, 1)
    assert (low, round(high, 4)) == (0.0, 0.1611)
    assert Rate(0, 0).interval is None


@pytest.fixture
def case(tools: Tools, tmp_path: Path) -> casus.Case:
    case = casus.Case(tmp_path / "a.casus", tools=tools)
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        case.read(tmp_path / f"{name}.txt", published="2024-12-26")
    return case


def told(case: casus.Case, words: str) -> Event:
    return next(e for e in case.events() if any(words in c.act.words for c in e.claims))


def at(case: casus.Case, words: str) -> dict[str, object]:
    report = next(r.report for r in case.picture().readings if words in r.report.text)
    start = report.text.index(words)
    return {"report": report.id, "start": start, "end": start + len(words), "words": words}


def test_the_machine_is_counted_against_decisions(case: casus.Case) -> None:
    bombed, shelled, shot = (told(case, w) for w in ("bombed", "shelled", "shot"))
    case.accept(bombed.id, coder="ada", made=NOON)
    case.reject(shelled.id, coder="ada", made=NOON)
    case.edit(shot.id, "status", "asserted", coder="ada", made=NOON)
    case.edit(shot.id, "killed", {"low": 2, "best": 2, "high": 2, "at": at(case, "a teacher")}, coder="ada", made=NOON + timedelta(minutes=1))
    case.add({"type": "PROTEST", "act": at(case, "Residents buried the dead")}, coder="ada", made=NOON)
    case.finish(bombed.claims[0].report, coder="ada", made=NOON)
    found = case.evaluate()
    assert (found.precision, found.recall, found.reports) == (Rate(2, 3), Rate(1, 2), 1)
    assert ("attributed", "asserted", 1) in found.status
    assert [(e.field, e.machine, e.decided) for e in found.numbers] == [("killed", [1, 1, 1], [2, 2, 2])]
    assert next(f.right for f in found.fields if f.field == "killed") == Rate(1, 2)
    assert found.missed == ("Residents buried the dead",)
    assert json.loads(json.dumps(found.record()))["precision"]["share"] == 0.6667
    assert case.evaluate(coder="eve").precision == Rate(0, 0)


def test_an_acceptance_of_what_was_edited_counts_the_edited_value(case: casus.Case) -> None:
    bombed = told(case, "bombed")
    case.edit(bombed.id, "status", "denied", coder="ada", made=NOON)
    case.accept(bombed.id, coder="ada", made=NOON + timedelta(minutes=1))
    found = case.evaluate()
    assert found.precision == Rate(1, 1)
    assert [s for s in found.status if s[1] == "denied"] == [("asserted", "denied", 1)]


def test_coders_are_compared_on_what_both_decided(case: casus.Case) -> None:
    bombed, shelled, shot = (told(case, w) for w in ("bombed", "shelled", "shot"))
    for coder in ("ada", "eve"):
        case.accept(bombed.id, coder=coder, made=NOON)
        case.accept(shot.id, coder=coder, made=NOON)
    case.reject(shelled.id, coder="eve", made=NOON)
    case.edit(shot.id, "status", "denied", coder="eve", made=NOON + timedelta(minutes=1))
    found = case.agreement()
    assert found.coders == ("ada", "eve")
    by = {f.field: f for f in found.fields}
    assert (by["event"].units, by["event"].same, by["event"].alpha) == (2, 2, None)
    assert (by["status"].units, by["status"].same) == (2, 1)
    (difference,) = found.differences
    assert difference.field == "status" and dict(difference.values) == {"ada": "attributed", "eve": "denied"}
