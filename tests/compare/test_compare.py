from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import occurrences as o
import samples

from casus.compare import Difference, Held, compare
from casus.model.event import Event
from casus.model.judgement import Judgement, Passage
from casus.model.picture import Picture, Stamp
from casus.model.text import Report

TEXT = "TTP fighters attacked an army post at Wana on Monday, killing 16 soldiers. Later gunmen shot three villagers."
MADE = datetime(2024, 4, 1, tzinfo=UTC)


def attack(of: Report, **more: Any) -> Event:
    values = {"date": o.monday(of), "place": o.wana(of), "killed": o.count(of, "16 soldiers", 16, 16, 16, "soldiers")}
    return o.event(o.claim(of, "attacked", "TTP", "army", **(values | more)))


def shots(of: Report) -> Event:
    return o.event(o.claim(of, "shot", "gunmen", "villagers"))


def held(picture: Picture, stamp: Stamp = samples.STAMP, judgements: tuple[Judgement, ...] = ()) -> Held:
    return Held(picture, {r.report.id: stamp for r in picture.readings}, judgements)


def one(*events: Event, of: Report | None = None) -> Picture:
    reports = (of or o.report(TEXT),)
    return o.picture(*events, reports=reports)


def decision(event: Event, verdict: str = "edit", field: str | None = "killed") -> Judgement:
    lead = event.claims[0]
    return Judgement(event.id, verdict, "ada", MADE, field, on=(Passage(lead.id, lead.type, lead.act),))  # type: ignore[arg-type]


def fields(difference: Difference) -> dict[str, tuple[Any, Any, set[str]]]:
    return {f.field: (f.a, f.b, {w.cause for w in f.why}) for f in difference.fields}


def test_a_case_does_not_differ_from_itself() -> None:
    of = o.report(TEXT)
    assert compare(held(one(attack(of), shots(of))), held(one(shots(of), attack(of)))) == ()


def test_another_codebook_changed_a_field() -> None:
    of = o.report(TEXT)
    other = held(one(replace(attack(of, modes=("firearms",)), id="moved")), replace(samples.STAMP, codebook="sha256:0ther"))
    (found,) = compare(held(one(attack(of))), other)
    assert (found.change, fields(found)) == ("changed", {"modes": ([], ["firearms"], {"codebook"})})


def test_another_version_and_model_are_code() -> None:
    of = o.report(TEXT)
    (found,) = compare(held(one(attack(of))), held(one(attack(of, status="hedged")), replace(samples.STAMP, casus="0.2.0")))
    ((why,),) = [f.why for f in found.fields]
    assert (why.cause, why.detail) == ("code", "Casus 0.1.0, model beef in A, Casus 0.2.0, model beef in B")


def test_a_decision_on_the_field_is_its_cause_alone() -> None:
    of = o.report(TEXT)
    event = attack(of)
    edited = replace(event, killed=o.count(of, "16 soldiers", 17, 17, 17))
    other = held(one(edited), replace(samples.STAMP, casus="0.2.0"), (decision(event),))
    (found,) = compare(held(one(event)), other)
    assert fields(found) == {"killed": ({"low": 16, "best": 16, "high": 16}, {"low": 17, "best": 17, "high": 17}, {"judgement"})}
    assert found.fields[0].why[0].detail == "edit killed by ada, 2024-04-01"


def test_a_rejected_event_is_removed_by_a_judgement() -> None:
    of = o.report(TEXT)
    (found,) = compare(held(one(attack(of), shots(of))), held(one(attack(of)), judgements=(decision(shots(of), "reject", None),)))
    assert (found.change, [w.cause for w in found.why]) == ("removed", ["judgement"])
    (back,) = compare(held(one(attack(of)), judgements=(decision(shots(of), "reject", None),)), held(one(attack(of), shots(of))))
    assert (back.change, [w.cause for w in back.why]) == ("added", ["judgement"])


def test_a_report_that_only_one_case_has() -> None:
    of, more = o.report(TEXT), o.report("The army shelled Wana on Monday.", source="b.txt")
    extra = o.event(o.claim(more, "shelled", "army"))
    report, event = compare(held(one(attack(of))), held(o.picture(attack(of), extra, reports=(of, more))))
    assert (report.kind, report.change) == ("report", "added")
    assert (event.change, event.why[0].cause, event.why[0].detail) == ("added", "text", "only B has “b.txt”")


def test_another_text_in_a_reports_place() -> None:
    of, changed = o.report(TEXT), o.report(TEXT.replace("16", "18"))
    event = o.event(o.claim(changed, "attacked", "TTP", "army", date=o.monday(changed), place=o.wana(changed), killed=o.count(changed, "18 soldiers", 18, 18, 18, "soldiers")))
    report, found = compare(held(one(attack(of))), held(one(event, of=changed)))
    assert report.change == "text" and fields(found) == {
        "killed": ({"low": 16, "best": 16, "high": 16}, {"low": 18, "best": 18, "high": 18}, {"text"})
    }


def test_one_event_told_apart_and_two_joined() -> None:
    of = o.report(TEXT)
    two = (attack(of), shots(of))
    whole = o.event(*(c for e in two for c in e.claims), id="whole", recipients=(), actors=())
    split = [d for d in compare(held(one(whole)), held(one(*two))) if d.change == "split"]
    joined = [d for d in compare(held(one(*two)), held(one(whole))) if d.change == "joined"]
    assert [d.others for d in split] == [("whole",)] == [d.others for d in joined]


def test_what_both_hold_as_uncertain_is_left_out() -> None:
    of = o.report(TEXT)
    weak = replace(shots(of), certain=False)
    assert compare(held(one()), held(one(weak))) == ()
    assert [d.change for d in compare(held(one()), held(one(weak)), low=True)] == ["added"]
    (found,) = compare(held(one(weak)), held(one(shots(of))))
    assert fields(found) == {"certain": (False, True, {"unknown"})}


def test_order_is_no_difference_and_a_record_has_every_key() -> None:
    of = o.report(TEXT)
    both = {"actors": tuple(o.party(o.report("TTP ISKP"), w) for w in ("TTP", "ISKP"))}
    turned = {"actors": both["actors"][::-1]}
    assert compare(held(one(replace(attack(of), **both))), held(one(replace(attack(of), **turned)))) == ()
    (found,) = compare(held(one()), held(one(attack(of))))
    assert list(found.record()) == ["kind", "change", "a", "b", "title", "type", "act", "fields", "why", "others"]
    assert found.record()["act"]["words"] == "attacked"
