"""The pipeline as a whole: everything rests on words, nothing is invented, and the same input gives the same bytes."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Iterator
from datetime import date

import pytest

from casus.export.records import KINDS, records
from casus.ingest import report_from_text
from casus.model.event import Event
from casus.model.picture import Picture, Reading
from casus.model.text import Evidence, Report
from casus.pipeline import Tools, draw, read_report

Code = Callable[..., Picture]

KHOST = (
    "Taliban vow revenge after strikes kill 46\n\n"
    "Pakistani jets bombed two villages in Khost on Tuesday night, Taliban officials said. The air strikes killed 46 people, most of "
    "them women and children, they said. A Pakistani official said the jets had hit hideouts of the Pakistani Taliban. Kabul summoned "
    "the Pakistani envoy and promised retaliation. “This is a clear aggression,” said Zabihullah Mujahid, a Taliban spokesman.\n\n"
    "A few days earlier the Pakistani Taliban had attacked a post in South Waziristan, killing 16 soldiers. Attacks in Pakistan rose by "
    "56% in 2023, a research centre in Islamabad found, and killed more than 1,500 people."
)
DARFUR = (
    "The Rapid Support Forces shelled the Abu Shouk camp near El Fasher on Sunday, killing at least 14 people, a doctor at the camp's "
    "clinic said. Residents accused the group of looting the market. The Rapid Support Forces denied the accusations. Sudan's army "
    "said it had killed dozens of fighters in answer. Since April 2023 the war has killed tens of thousands of people, aid agencies say. "
    "The United Nations urged both sides to let food convoys pass."
)
CAUCA = (
    "Dissidents of the FARC reportedly abducted six soldiers in Cauca last week. The defence ministry said it would send 1,000 troops to "
    "the region. Four of the soldiers were released on Friday. Hundreds of villagers marched in Popayán against the violence, and "
    "police arrested three of them. Colombia's president met ELN negotiators in Caracas on Monday."
    " Police arrested two men because of the attack."
)
TEXTS = (KHOST, DARFUR, CAUCA)


@pytest.fixture(scope="module")
def three(tools: Tools, read_text: Callable[..., Reading]) -> Picture:
    return draw([read_text(text) for text in TEXTS], tools)


def evidences(value: object) -> Iterator[Evidence]:
    """Every piece of evidence anywhere inside a value."""
    if isinstance(value, Evidence):
        yield value
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from evidences(getattr(value, field.name))
    elif isinstance(value, tuple | list):
        for item in value:
            yield from evidences(item)


def test_every_evidence_in_a_picture_stands_in_its_report(three: Picture) -> None:
    texts = {r.report.id: r.report.text for r in three.readings}
    found = list(evidences(three))
    assert len(found) > 100
    assert [e for e in found if texts[e.report][e.start : e.end] != e.words] == []


def test_every_claim_verifies_against_its_report(three: Picture) -> None:
    for reading in three.readings:
        for claim in reading.claims:
            claim.verify(reading.report)


def test_sentences_cover_the_text_in_order(three: Picture) -> None:
    for reading in three.readings:
        ends = [0, *(e for _, e in reading.sentences)]
        assert all(start >= end for (start, _), end in zip(reading.sentences, ends, strict=False))
        left = "".join(reading.report.text[a:b] for a, b in zip(ends, [*(s for s, _ in reading.sentences), len(reading.report.text)], strict=True))
        assert not left.strip()


def test_a_claim_stands_in_its_sentence(three: Picture) -> None:
    for reading in three.readings:
        for claim in reading.claims:
            start, end = reading.sentences[claim.sentence]
            assert start <= claim.act.start < claim.act.end <= end


def test_every_claim_is_in_exactly_one_event(three: Picture) -> None:
    folded = sorted(c.id for e in three.events for c in e.claims)
    assert folded == sorted(c.id for r in three.readings for c in r.claims)


def test_ids_are_unique(three: Picture) -> None:
    for kind in (three.events, three.cautions, [c for r in three.readings for c in r.claims]):
        ids = [x.id for x in kind]  # type: ignore[attr-defined]
        assert len(ids) == len(set(ids))


def test_every_toll_is_a_figure_of_a_claim(three: Picture) -> None:
    """No event has a figure that no claim gives: nothing is added up."""
    for event in three.events:
        if event.killed is None:
            continue
        given = {v for c in event.claims if c.killed for v in (c.killed.low, c.killed.best, c.killed.high)} | {0, None}
        assert {event.killed.low, event.killed.best, event.killed.high} <= given


def test_every_party_says_who_it_is_and_why(three: Picture) -> None:
    for event in three.events:
        for party in (*event.actors, *event.recipients):
            assert party.name
            assert party.reason


def test_coordinates_come_only_from_a_gazetteer_line(three: Picture) -> None:
    for event in three.events:
        if event.place is not None and event.place.lat is not None:
            assert event.place.id


def test_nothing_happens_after_publication(three: Picture) -> None:
    for event in three.events:
        done = event.status in {"asserted", "attributed", "denied"}
        assert not (done and event.date and event.date.start and event.date.start > date(2024, 12, 26))


def test_news_without_a_date_is_bounded_by_publication(code_text: Code) -> None:
    (event,) = code_text("Rebels shelled the market in Omdurman.").events
    assert event.date is not None
    assert (event.date.precision, event.date.start, event.date.end) == ("bounded", None, date(2024, 12, 26))


def test_without_publication_a_weekday_stays_open(code_text: Code) -> None:
    (event,) = code_text("Rebels shelled the market in Omdurman on Monday.", published=None).events
    assert event.date is None or event.date.start is None


@pytest.mark.parametrize("text", TEXTS, ids=["Khost", "Darfur", "Cauca"])
def test_reading_twice_gives_the_same_reading(tools: Tools, text: str) -> None:
    report = report_from_text(text, published="2024-12-26")
    assert read_report(report, tools) == read_report(report, tools)


def test_drawing_in_another_order_gives_the_same_bytes(tools: Tools, three: Picture, read_text: Callable[..., Reading]) -> None:
    other = draw([read_text(text) for text in reversed(TEXTS)], tools)
    assert dump(other) == dump(three)


def test_a_report_by_itself_reads_as_in_company(tools: Tools, three: Picture, read_text: Callable[..., Reading]) -> None:
    (alone,) = draw([read_text(DARFUR)], tools).readings
    assert alone in three.readings


def test_records_of_every_kind_are_json(three: Picture) -> None:
    for kind in KINDS:
        found = records(three, kind)
        assert found
        assert json.loads(json.dumps(found)) == found


def test_the_stamp_names_version_codebook_and_model(three: Picture, tools: Tools) -> None:
    assert three.stamp == tools.stamp
    assert all((three.stamp.casus, three.stamp.codebook, three.stamp.model))


def test_no_reports_give_an_empty_picture(tools: Tools) -> None:
    picture = draw([], tools)
    assert (picture.events, picture.cautions, picture.readings) == ((), (), ())


def killed(picture: Picture) -> set[int | None]:
    return {e.killed.best for e in picture.events if e.killed and not e.aggregate}


def test_khost_has_two_attacks_and_no_sum(code_text: Code) -> None:
    found = killed(code_text(KHOST))
    assert {46, 16} <= found
    assert not found & {62, 1500, 1546, 1562}


def test_khost_keeps_the_two_taliban_apart(code_text: Code) -> None:
    for event in code_text(KHOST).events:
        for side in (event.actors, event.recipients):
            assert not {"ttp", "afg-taliban"} <= {p.id for p in side}


def test_the_envoy_is_summoned_not_met(code_text: Code) -> None:
    types = {e.type for e in code_text(KHOST).events if e.certain}
    assert "ACCUSE" in types
    assert "CONSULT" not in types


def test_darfur_denies(code_text: Code) -> None:
    statuses = [s.stance for e in code_text(DARFUR).events for s in e.sources]
    assert "denies" in statuses


def test_cauca_is_hedged_where_the_text_hedges(code_text: Code) -> None:
    abducted = [e for e in code_text(CAUCA).events if "abduct" in e.modes]
    assert [e.status for e in abducted] == ["hedged"]


def by_glue(text: str) -> list[int]:
    return [text.index(w) for w in ("country16",) if w in text]


def test_glued_words_keep_their_offsets(code_text: Code) -> None:
    picture = code_text("Rebels attacked a post in the north of the country16 soldiers were killed.")
    report: Report = picture.readings[0].report
    assert by_glue(report.text)
    assert [e for e in evidences(picture) if report.text[e.start : e.end] != e.words] == []


def test_a_near_copys_claims_join_their_originals(tools: Tools, read_text: Callable[..., Reading]) -> None:
    picture = draw([read_text(KHOST), read_text(KHOST, published="2024-12-27")], tools)
    assert len(picture.near_copies) == 1
    raids: list[Event] = [e for e in picture.events if e.killed and e.killed.best == 16 and not e.aggregate]
    assert len(raids) == 1


DAMAGED = [
    "“", "\"\"\"", "a", "46", "...", "The the the the.", "KILLED", "“Rebels killed", "Rebels killed 46", "killed killed killed killed",
    "Rebels\u200bkilled 46 people in Goma.", "Rebels killed 99999999999999999999 people in Goma.", "💥 Rebels killed nine people in Goma 💥",
    "Rebels killed nine people in Goma." * 40, "(Rebels (killed (nine (people (in Goma))))).",
    "Rebels, soldiers, police, gunmen, militants, fighters and men killed, wounded, shot, bombed and shelled.",
]  # fmt: skip


@pytest.mark.parametrize("text", DAMAGED)
def test_damaged_text_breaks_nothing(tools: Tools, text: str) -> None:
    body = f"The army said on Monday that it had sent troops to the region near the lake. {text}"
    picture = draw([read_report(report_from_text(body, published="2024-12-26"), tools)], tools)
    held = picture.readings[0].report.text
    assert [e for e in evidences(picture) if held[e.start : e.end] != e.words] == []


def dump(picture: Picture) -> str:
    return json.dumps({kind: records(picture, kind, low=True) for kind in KINDS}, sort_keys=True)
