"""What a person decides is obeyed, says who decided, can be taken back, and holds when reports are read again."""

from __future__ import annotations

import dataclasses
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import casus
from casus import pipeline
from casus.judge import judgements_of, standing, written
from casus.model.errors import CaseError, GroundingError
from casus.model.event import Event
from casus.pipeline import Tools

NOON = datetime(2024, 12, 30, 12, tzinfo=UTC)
RAFAH = "Israeli jets bombed a school in Rafah on Tuesday, killing 30 people. Residents buried the dead. Gunmen took away the mayor."
GALILEE = "Hezbollah shelled a village in Galilee on Tuesday, killing two people."


@pytest.fixture
def case(tools: Tools, tmp_path: Path) -> casus.Case:
    case = casus.Case(tmp_path / "a.casus", tools=tools)
    for name, text in (("a", RAFAH), ("b", GALILEE)):
        path = tmp_path / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        case.read(path, published="2024-12-26")
    return case


def strike(case: casus.Case, words: str = "bombed") -> Event:
    return next(e for e in case.events() if any(words in c.act.words for c in e.claims))


def at(case: casus.Case, words: str) -> dict[str, object]:
    report = next(r.report for r in case.picture().readings if words in r.report.text)
    start = report.text.index(words)
    return {"report": report.id, "start": start, "end": start + len(words), "words": words}


def test_a_rejected_event_is_printed_no_more_and_comes_back(case: casus.Case) -> None:
    before, event = case.events().to_dicts(), strike(case)
    case.reject(event.id, coder="ada", made=NOON)
    assert event.id not in {e.id for e in case.events(low=True)}
    assert [e.id for e in case.picture().rejected] == [event.id]
    case.withdraw(case.judgements()[0].id, coder="ada", made=NOON + timedelta(minutes=1))
    assert case.events().to_dicts() == before
    assert [j.verdict for j in case.judgements()] == ["reject", "withdraw"]


def test_accepting_later_undoes_a_rejection(case: casus.Case) -> None:
    event = strike(case)
    case.reject(event.id, coder="ada", made=NOON)
    case.accept(event.id, coder="eve", made=NOON + timedelta(hours=1))
    assert [j.verdict for j in strike(case).judged] == ["reject", "accept"]


def test_an_edit_changes_the_value_and_says_by_whom(case: casus.Case) -> None:
    event = strike(case)
    case.edit(event.id, "killed", {"low": 31, "best": 31, "high": 31, "at": at(case, "30 people")}, coder="ada", made=NOON)
    edited = strike(case)
    assert edited.killed is not None
    assert (edited.killed.best, edited.killed.rule, edited.killed.evidence.words) == (31, "set by ada on 2024-12-30", "30 people")
    assert edited.id == event.id
    case.edit(event.id, "killed", None, coder="eve", made=NOON + timedelta(hours=1))
    assert strike(case).killed is None


def test_every_field_can_be_set(case: casus.Case) -> None:
    event, day, place = strike(case), at(case, "Tuesday"), at(case, "Rafah")
    values = {
        "type": "COERCE", "modes": ["aerial"], "status": "hedged", "layer": "history", "aggregate": True,
        "actors": [{"id": "isr-mil", "name": "Israeli forces", "kind": "military", "at": at(case, "Israeli jets")}], "recipients": [],
        "date": {"start": "2024-12-23", "end": "2024-12-24", "at": day}, "place": {"name": "Rafah", "lat": 31.3, "lon": 34.2, "at": place},
        "injured": {"low": 5, "best": 5, "high": None, "at": at(case, "school")},
    }  # fmt: skip
    for k, (field, value) in enumerate(values.items()):
        case.edit(event.id, field, value, coder="ada", made=NOON + timedelta(minutes=k))
    now = strike(case)
    assert (now.type, now.status, now.layer, now.aggregate, now.recipients) == ("COERCE", "hedged", "history", True, ())
    assert now.date is not None and now.date.precision == "range" and now.place is not None and now.place.lat == 31.3
    assert now.actors[0].id == "isr-mil" and now.injured is not None and now.injured.high is None


@pytest.mark.parametrize(
    ("field", "value", "error"),
    [
        ("killed", {"low": 3, "best": 3, "high": 3}, GroundingError),
        ("killed", {"low": 3, "best": 3, "high": 3, "at": {"report": "sha256:no", "start": 0, "end": 1, "words": "x"}}, GroundingError),
        ("killed", {"low": 9, "best": 3, "high": 3, "at": "RAFAH"}, CaseError),
        ("killed", "many", CaseError),
        ("status", "certain", CaseError),
        ("type", "<b>", CaseError),
        ("date", {"start": "yesterday", "at": "RAFAH"}, CaseError),
        ("id", "x", CaseError),
    ],
)
def test_what_is_no_value_or_has_no_words_is_refused(case: casus.Case, field: str, value: object, error: type[Exception]) -> None:
    if isinstance(value, dict) and value.get("at") == "RAFAH":
        value = {**value, "at": at(case, "Rafah")}
    with pytest.raises(error):
        case.edit(strike(case).id, field, value, coder="ada")
    assert case.judgements() == ()


def test_a_missed_event_is_added_with_its_words(case: casus.Case) -> None:
    value = {"type": "PROTEST", "act": at(case, "Residents buried the dead"), "status": "asserted"}
    case.add(value, coder="ada", made=NOON)
    (added,) = [e for e in case.events() if e.type == "PROTEST"]
    assert added.certain and added.merge.because == ("added by ada",)
    case.reject(added.id, coder="ada", made=NOON + timedelta(minutes=1))
    assert not [e for e in case.events() if e.type == "PROTEST"]


def test_an_added_event_can_be_joined_and_edited(case: casus.Case) -> None:
    case.add({"type": "ASSAULT", "act": at(case, "Residents buried the dead")}, coder="ada", made=NOON)
    added = strike(case, "buried")
    case.edit(added.id, "killed", {"low": 1, "best": 1, "high": 1, "at": at(case, "the dead")}, coder="ada", made=NOON + timedelta(minutes=1))
    case.join(strike(case).id, added.id, coder="ada", made=NOON + timedelta(minutes=2))
    assert strike(case).id == strike(case, "buried").id


def test_what_the_machine_reads_itself_is_not_added_twice(case: casus.Case) -> None:
    event = strike(case)
    act = event.claims[0].act
    value = {"type": event.type, "act": {"report": act.report, "start": act.start, "end": act.end, "words": act.words}, "status": "hedged"}
    case.add(value, coder="ada", made=NOON)
    assert len([e for e in case.events() if e.claims[0].act == act]) == 1
    assert strike(case).status == "hedged"


def test_a_decision_survives_a_reading_that_names_claims_otherwise(case: casus.Case) -> None:
    """As after an upgrade: the same act, with another lemma and so another id, and one word more."""
    event = strike(case)
    case.edit(event.id, "status", "denied", coder="ada", made=NOON)
    readings = case.picture().readings
    later = [dataclasses.replace(r, claims=tuple(dataclasses.replace(c, lemma=f"{c.lemma}2") for c in r.claims)) for r in readings]
    assert not {c.id for r in later for c in r.claims} & {p.claim for p in case.judgements()[0].on}
    picture = pipeline.draw(later, case.tools, case.judgements())
    assert [e.status for e in picture.events if "bombed" in e.claims[0].act.words] == ["denied"]


def test_a_decision_whose_words_are_told_no_more_has_no_home_and_breaks_nothing(case: casus.Case) -> None:
    case.reject(strike(case).id, coder="ada", made=NOON)
    readings = [r for r in case.picture().readings if "Rafah" not in r.report.text]
    picture = pipeline.draw(readings, case.tools, case.judgements())
    assert [j.verdict for j in picture.homeless] == ["reject"]


def test_a_later_report_leaves_an_edit_alone(case: casus.Case, tmp_path: Path) -> None:
    case.edit(strike(case).id, "killed", {"low": 31, "best": 31, "high": 31, "at": at(case, "30 people")}, coder="ada", made=NOON)
    (tmp_path / "c.txt").write_text("An Israeli air strike on a school in Rafah on Tuesday killed at least 34 people, rescuers said.", encoding="utf-8")
    case.read(tmp_path / "c.txt", published="2024-12-27")
    event = strike(case)
    assert len(event.reports) == 2 and event.killed is not None and event.killed.best == 31
    assert [v.value for c in event.contested if c.field == "killed" for v in c.versions] == [30, 34]


def test_rejecting_holds_for_the_passages_judged_not_for_what_comes_later(case: casus.Case, tmp_path: Path) -> None:
    case.reject(strike(case).id, coder="ada", made=NOON)
    (tmp_path / "c.txt").write_text("An Israeli air strike on a school in Rafah on Tuesday killed at least 34 people, rescuers said.", encoding="utf-8")
    case.read(tmp_path / "c.txt", published="2024-12-27")
    event = strike(case, "strike on a school")
    assert len(event.reports) == 1 and event.killed is not None and event.killed.low == 34


def test_decisions_travel_as_lines_and_order_does_not_matter(case: casus.Case, tmp_path: Path, tools: Tools) -> None:
    event = strike(case)
    case.edit(event.id, "killed", {"low": 31, "best": 31, "high": 31, "at": at(case, "30 people")}, coder="ada", made=NOON)
    case.edit(event.id, "killed", None, coder="eve", made=NOON + timedelta(hours=1))
    case.note(event.id, "see the hospital's list", coder="eve", made=NOON + timedelta(hours=2))
    case.add({"type": "PROTEST", "act": at(case, "Residents buried the dead")}, coder="ada", made=NOON)
    lines = b"".join(written(case.judgements())).decode()
    other = casus.Case(tmp_path / "b.casus", tools=tools)
    for name in ("b", "a"):
        other.read(tmp_path / f"{name}.txt", published="2024-12-26")
    found = judgements_of(lines, where="lines")
    assert other.judge(*reversed(found)) == 4 and other.judge(*found) == 0
    assert other.judgements() == case.judgements()
    assert other.events().to_dicts() == case.events().to_dicts()


@pytest.mark.parametrize("line", ["{", "[]", '{"verdict": "burn"}', '{"verdict":"note","subject":"x","coder":"a","made":"2024-12-30T12:00:00"}', "1", "null"])
def test_a_line_that_is_no_decision_is_named(line: str) -> None:
    with pytest.raises(CaseError, match=r"mine.jsonl, line 2: this is no decision"):
        judgements_of(f"\n{line}\n", where="mine.jsonl")


def test_only_some_coders_decisions_stand(case: casus.Case) -> None:
    event = strike(case)
    case.reject(event.id, coder="ada", made=NOON)
    case.accept(event.id, coder="eve", made=NOON + timedelta(hours=1))
    assert [j.coder for j in standing(case.judgements(), coders=["ada"])] == ["ada"]
    assert len(standing(case.judgements())) == 2


def test_what_became_of_decisions_is_listed(case: casus.Case) -> None:
    event = strike(case)
    case.edit(event.id, "killed", {"low": 30, "best": 30, "high": 30, "at": at(case, "30 people")}, coder="ada", made=NOON)
    case.edit(event.id, "status", "denied", coder="ada", made=NOON + timedelta(minutes=1))
    case.reject(strike(case, "shelled").id, coder="ada", made=NOON + timedelta(minutes=2))
    assert [(r.field, r.outcome) for r in case.renewed()] == [("killed", "agrees"), ("status", "differs"), (None, "differs")]


def test_the_record_and_the_page_name_who_decided(case: casus.Case, tmp_path: Path) -> None:
    event = strike(case)
    case.edit(event.id, "killed", {"low": 31, "best": 31, "high": 31, "at": at(case, "30 people")}, coder="<b>ada", made=NOON)
    (record,) = [r for r in case.records() if r["id"] == event.id]
    assert [(d["verdict"], d["field"], d["coder"]) for d in record["judged"]] == [("edit", "killed", "<b>ada")]
    assert json.loads(json.dumps(record["killed"]))["rule"] == "set by <b>ada on 2024-12-30"
    case.brief(tmp_path / "page.html")
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "set killed by &lt;b&gt;ada on 30 Dec 2024" in page and "<b>ada" not in page
