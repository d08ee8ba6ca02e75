"""What a person decided goes before every score, holds when reports come, and the later decision wins."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

import casus
from casus.model.errors import CaseError
from casus.model.event import Event
from casus.pipeline import Tools

NOW = datetime(2024, 12, 30, tzinfo=UTC)
RAFAH = "Israeli jets bombed a school in Rafah on Tuesday, killing 30 people."
AGAIN = "An Israeli air strike on a school in Rafah on Tuesday killed at least 34 people, rescuers said."
GALILEE = "Hezbollah shelled a village in Galilee on Tuesday, killing two people."


@pytest.fixture
def case(tools: Tools, tmp_path: Path) -> casus.Case:
    case = casus.Case(tmp_path / "a.casus", tools=tools)
    for name, text in (("a", RAFAH), ("b", AGAIN), ("c", GALILEE)):
        path = tmp_path / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        case.read(path, published="2024-12-26")
    return case


def attacks(case: casus.Case) -> list[Event]:
    return [e for e in case.picture().events if e.type == "ASSAULT" and e.certain]


def test_a_split_holds_and_figures_part(case: casus.Case) -> None:
    both = next(e for e in attacks(case) if len(e.reports) == 2)
    case.split(both.id, coder="ada", made=NOW)
    assert sorted(len(e.reports) for e in attacks(case)) == [1, 1, 1]


def test_a_join_holds_against_the_scores(case: casus.Case) -> None:
    first, second = attacks(case)[:2]
    case.join(first.id, second.id, coder="ada", made=NOW)
    (one,) = attacks(case)
    assert "a person's decision" in one.merge.because


def test_the_later_decision_wins(case: casus.Case) -> None:
    both = next(e for e in attacks(case) if len(e.reports) == 2)
    case.split(both.id, coder="ada", made=NOW)
    parts = [e for e in attacks(case) if "ISR" in {p.country for p in e.actors}]
    case.join(parts[0].id, parts[1].id, coder="eve", made=NOW)
    assert sorted(len(e.reports) for e in attacks(case)) == [1, 2]


def test_a_decision_survives_reports_that_come_later(case: casus.Case, tmp_path: Path) -> None:
    both = next(e for e in attacks(case) if len(e.reports) == 2)
    case.split(both.id, coder="ada", made=NOW)
    (tmp_path / "d.txt").write_text("Medics said Tuesday's Israeli air strike on a school in Rafah killed 34 people.", encoding="utf-8")
    case.read(tmp_path / "d.txt", published="2024-12-27")
    apart = [{c.report for c in e.claims} for e in attacks(case)]
    assert not any(both.claims[0].report in r and both.claims[-1].report in r for r in apart)


def test_an_unknown_event_is_a_clear_error(case: casus.Case) -> None:
    with pytest.raises(CaseError, match="not in"):
        case.join("nothing", attacks(case)[0].id, coder="ada", made=NOW)


def test_one_claim_cannot_be_split(case: casus.Case) -> None:
    alone = next(e for e in attacks(case) if len(e.claims) == 1)
    with pytest.raises(CaseError, match="nothing to split"):
        case.split(alone.id, coder="ada", made=NOW)


def test_a_claim_set_apart_leaves_what_was_joined_over_it_united() -> None:
    from casus.merge.rulings import rulings_of
    from casus.model.judgement import Judgement

    def ruled(verdict: str, value: str, minute: int) -> Judgement:
        return Judgement("e", verdict, "ada", NOW.replace(minute=minute), None, value)  # type: ignore[arg-type]

    joins = [ruled("join", '[["b"], ["a"]]', 1), ruled("join", '[["a", "b"], ["c"]]', 2)]
    found = rulings_of([*joins, ruled("split", '[["a"], ["b", "c"]]', 3)])
    assert set(found.together) == {("b", "c")}
    assert set(rulings_of([*joins, ruled("split", '[["a"], ["b"], ["c"]]', 3)]).together) == set()
