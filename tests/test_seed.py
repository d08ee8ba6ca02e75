"""The founding text: what any good coding of it must get right. Skipped where the material is not at hand."""

from __future__ import annotations

import json
import runpy
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import casus
from casus.ingest import report_from_text
from casus.model.caution import Caution
from casus.model.event import Event
from casus.model.picture import Picture
from casus.pipeline import Tools, draw, read_report

SEED = Path(__file__).resolve().parents[2] / "shared" / "data" / "seed" / "afpak-2024-12-26.txt"
pytestmark = pytest.mark.skipif(not SEED.is_file(), reason="the founding text is not here")


@pytest.fixture(scope="module")
def seed(tools: Tools) -> Picture:
    report = report_from_text(SEED.read_text(encoding="utf-8"), published=date(2024, 12, 26))
    return draw([read_report(report, tools)], tools)


@pytest.fixture(scope="module")
def certain(seed: Picture) -> list[Event]:
    return [e for e in seed.events if e.certain]


@pytest.fixture(scope="module")
def of_kind(seed: Picture) -> Callable[[str], list[Caution]]:
    return lambda kind: [c for c in seed.cautions if c.kind == kind]


def ids(event: Event) -> set[str | None]:
    return {p.id for p in (*event.actors, *event.recipients)}


def by(event: Event, prefix: str) -> bool:
    return any(p.id is not None and p.id.startswith(prefix) for p in event.actors)


def test_pakistan_struck_from_the_air_once(certain: list[Event]) -> None:
    strikes = [e for e in certain if e.type == "ASSAULT" and "aerial" in e.modes and e.layer == "news"]
    assert len(strikes) == 1
    assert by(strikes[0], "pak")


@pytest.fixture(scope="module")
def strike(certain: list[Event]) -> Event:
    return next(e for e in certain if e.type == "ASSAULT" and "aerial" in e.modes and e.layer == "news")


def test_its_toll_rests_on_one_side(strike: Event) -> None:
    assert strike.killed is not None
    assert (strike.killed.low, strike.killed.best, strike.killed.high) == (0, 46, 46)
    assert strike.status == "attributed"


def test_the_officials_who_give_it_are_a_party(strike: Event) -> None:
    assert [s.capacity for s in strike.sources if "Taliban officials" in s.name] == ["party"]


def test_the_strike_is_told_in_several_places(strike: Event) -> None:
    assert len(strike.claims) >= 4
    assert strike.injured is None


def test_sixteen_soldiers_were_killed_by_the_ttp(certain: list[Event]) -> None:
    (attack,) = [e for e in certain if e.killed and e.killed.best == 16]
    assert attack.type == "ASSAULT"
    assert [p.id for p in attack.actors] == ["ttp"]
    assert attack.status == "asserted"


def test_nothing_is_added_up(seed: Picture) -> None:
    figures = {v for e in seed.events if e.killed for v in (e.killed.low, e.killed.best, e.killed.high)}
    assert not figures & {62, 546, 1546, 1562, 2000, 2046, 2062}


def test_the_two_taliban_are_never_one(seed: Picture) -> None:
    for event in seed.events:
        for side in (event.actors, event.recipients):
            for party in side:
                words = party.evidence.words
                assert not (party.id == "afg-taliban" and ("Pakistani Taliban" in words or "TTP" in words))
                assert not (party.id == "ttp" and "Afghan Taliban" in words)
    assert {"ttp", "afg-taliban"} <= {i for e in seed.events for i in ids(e)}


def test_no_attack_is_by_both_taliban(certain: list[Event]) -> None:
    assert [e for e in certain if {"ttp", "afg-taliban"} <= {p.id for p in e.actors}] == []


def test_the_march_is_hedged_and_no_attack(certain: list[Event]) -> None:
    marches = [e for e in certain if e.size and e.size.best == 15_000]
    assert [(e.type, e.status) for e in marches] == [("MOBILIZE", "hedged")]


def test_fifteen_thousand_are_nobodys_dead(seed: Picture) -> None:
    assert all(e.killed is None or e.killed.best != 15_000 for e in seed.events)


def test_retaliation_is_threatened(certain: list[Event]) -> None:
    threats = [e for e in certain if e.type == "THREATEN"]
    assert threats
    assert {e.status for e in threats} == {"threatened"}


def test_the_envoy_is_summoned_in_protest(certain: list[Event]) -> None:
    summoned = [e for e in certain if any("summoned" in c.act.words or "protests" in c.act.words for c in e.claims)]
    assert {e.type for e in summoned} == {"ACCUSE"}
    assert "CONSULT" not in {e.type for e in certain if e.layer == "news"}


def test_the_combat_troops_are_denied_by_islamabad(certain: list[Event]) -> None:
    (aid,) = [e for e in certain if e.type == "AID" and any("combat troops" in c.act.words for c in e.claims)]
    assert aid.status == "denied"
    assert by(aid, "pak")
    assert {s.stance for s in aid.sources} >= {"denies"}
    assert any("experts" in s.name for s in aid.sources)
    assert any("Islamabad" in s.evidence.words for s in aid.sources if s.stance == "denies")


def test_fifteen_hundred_is_a_total_only(seed: Picture) -> None:
    assert all(e.aggregate for e in seed.events if e.killed and (e.killed.best or 0) >= 500)
    assert {56.0, 1500.0} <= {s.value for s in seed.statistics}


def test_recognition_is_history(certain: list[Event]) -> None:
    recognised = [e for e in certain if any("recogn" in c.act.words for c in e.claims)]
    assert [(e.type, e.layer) for e in recognised] == [("SUPPORT", "history")]


def test_five_million_is_suspect_with_its_candidate(of_kind: Callable[[str], list[Caution]]) -> None:
    found = [c for c in of_kind("suspect-magnitude") if c.evidence and "5,000,000" in c.evidence.words]
    assert found
    assert any("500,000" in c.suggestion for c in found)


def test_kaul_is_a_spelling_and_nobody(seed: Picture, of_kind: Callable[[str], list[Caution]]) -> None:
    assert "Kaul" in [c.evidence.words for c in of_kind("spelling") if c.evidence]
    names = [p.name for e in seed.events for p in (*e.actors, *e.recipients)] + [e.place.name for e in seed.events if e.place]
    assert "Kaul" not in names
    assert all(r.subject.name != "Kaul" != r.object.name for r in seed.relations)


def test_the_snakes_bite_nobody(certain: list[Event]) -> None:
    assert [e for e in certain if any("bite" in c.act.words or "snake" in c.act.words for c in e.claims)] == []


@pytest.mark.parametrize("words", ["country16", "expelledand"])
def test_glued_words_are_flagged(of_kind: Callable[[str], list[Caution]], words: str) -> None:
    assert any(c.evidence and words in c.evidence.words for c in of_kind("glued-words"))


@pytest.mark.parametrize("kind", ["order-unknown", "date-missing", "boilerplate-removed", "spelling", "suspect-magnitude"])
def test_what_a_careful_reader_would_flag(of_kind: Callable[[str], list[Caution]], kind: str) -> None:
    assert of_kind(kind)


def test_the_comment_form_is_not_read(seed: Picture) -> None:
    assert "Required fields" not in seed.readings[0].report.text


def test_every_word_is_the_reports(seed: Picture) -> None:
    reading = seed.readings[0]
    for claim in reading.claims:
        claim.verify(reading.report)


def test_the_tie_changed_its_sign(seed: Picture) -> None:
    """Pakistan was the patron of the Afghan Taliban, and is hostile now."""
    signs = {(r.sign, r.layer) for r in seed.relations if (r.subject.id or "").startswith("pak") and r.object.id == "afg-taliban"}
    assert ("+", "history") in signs
    assert any(sign == "-" for sign, _ in signs)


def test_the_experts_acts_are_found_and_no_other() -> None:
    scorer = SEED.parents[2] / "tools" / "score_coding.py"
    if not scorer.is_file():
        pytest.skip("the scorer is not here")
    case = casus.Case()
    case.read(SEED, published="2024-12-26")
    gold = json.loads((SEED.parent / "expert-coding.json").read_text(encoding="utf-8"))["events"]
    tally: dict[str, int] = dict.fromkeys("gold hit pred true matched status_ok claim_as_fact killed_n killed_ok killed_range_ok".split(), 0)
    log: list[Any] = []
    runpy.run_path(str(scorer))["score"](gold, case.events().to_dicts(), SEED.read_text(encoding="utf-8"), tally, log)
    assert (tally["true"], tally["status_ok"], tally["claim_as_fact"]) == (tally["pred"], tally["matched"], 0), log
    assert tally["hit"] >= 22, log
