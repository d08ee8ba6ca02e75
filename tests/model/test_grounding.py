"""No value without its exact words: what cannot be built, and what verify() catches."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.model.actor import Party
from casus.model.claim import EVENT_TYPES, Claim, Source
from casus.model.count import Count
from casus.model.errors import GroundingError
from casus.model.place import Place
from casus.model.text import Block, Evidence, OffsetMap, Report, identify
from casus.model.when import DateRange

TEXT = "Rebels shelled the market in Omdurman on Monday, killing 46 people, a doctor said."


def report(text: str = TEXT) -> Report:
    key = identify(text, title=None, publisher=None, url=None, published=None)
    return Report(key, text, (Block(0, len(text), "paragraph"),), "text")


def words(text: str, field: str, of: Report | None = None) -> Evidence:
    held = of or report()
    start = held.text.index(text)
    return held.evidence(field, start, start + len(text))


def claim(**changes: object) -> Claim:
    made = Claim(report().id, 0, "ASSAULT", (), words("shelled the market", "act"), "asserted")
    return replace(made, **changes)  # type: ignore[arg-type]


def test_evidence_needs_words() -> None:
    with pytest.raises(GroundingError):
        Evidence("actor", "r", 0, 0, "")


def test_blank_words_are_no_words() -> None:
    with pytest.raises(GroundingError):
        Evidence("actor", "r", 0, 3, "   ")


@pytest.mark.parametrize(("start", "end"), [(0, 5), (0, 7), (-1, 5), (6, 0)])
def test_offsets_must_span_the_words(start: int, end: int) -> None:
    with pytest.raises(GroundingError):
        Evidence("actor", "r", start, end, "Rebels")


@given(st.text(min_size=1, max_size=60).filter(str.strip), st.integers(0, 10_000))
def test_evidence_holds_exactly_its_words(text: str, start: int) -> None:
    made = Evidence("act", "r", start, start + len(text), text)
    assert made.end - made.start == len(made.words)


@given(st.text(min_size=1, max_size=60).filter(str.strip), st.integers(-5, 5).filter(bool))
def test_offsets_one_off_are_refused(text: str, off: int) -> None:
    with pytest.raises(GroundingError):
        Evidence("act", "r", 0, len(text) + off, text)


@given(st.data())
def test_every_span_of_a_report_is_its_own_words(data: st.DataObject) -> None:
    text = data.draw(st.text(min_size=1, max_size=80))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    held = report(text)
    if not text[start:end].strip():
        with pytest.raises(GroundingError):
            held.evidence("act", start, end)
        return
    evidence = held.evidence("act", start, end)
    assert evidence.words == text[start:end]
    held.check(evidence)


@given(st.integers(-20, 200), st.integers(-20, 200))
def test_no_evidence_outside_the_text(start: int, end: int) -> None:
    if 0 <= start < end <= len(TEXT) and TEXT[start:end].strip():
        assert report().evidence("act", start, end).words
    else:
        with pytest.raises(GroundingError):
            report().evidence("act", start, end)


def test_words_of_another_report_are_caught() -> None:
    other = report("Rebels shelled the market in Nyala.")
    with pytest.raises(GroundingError):
        report().check(words("Rebels", "actor", other))


def test_words_at_another_place_are_caught() -> None:
    with pytest.raises(GroundingError):
        report().check(Evidence("actor", report().id, 1, 7, "Rebels"))


def test_changed_words_are_caught() -> None:
    with pytest.raises(GroundingError):
        report().check(Evidence("actor", report().id, 0, 6, "Troops"))


def test_evidence_for_another_field_keeps_its_words() -> None:
    moved = words("Rebels", "actor").as_field("source")
    assert (moved.field, moved.words, moved.start) == ("source", "Rebels", 0)


def test_evidence_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        words("Rebels", "actor").words = "Troops"  # type: ignore[misc]


def test_a_claim_needs_the_words_of_its_act() -> None:
    with pytest.raises(GroundingError):
        Claim(report().id, 0, "ASSAULT", (), words("Rebels", "actor"), "asserted")


def test_a_claim_needs_evidence_at_all() -> None:
    with pytest.raises(TypeError):
        Claim(report().id, 0, "ASSAULT", (), status="asserted")  # type: ignore[call-arg]


@pytest.mark.parametrize("field", ["actors", "recipients"])
def test_a_party_from_another_report_is_refused(field: str) -> None:
    foreign = words("Troops", "actor", report("Troops fled Jebel Aulia."))
    with pytest.raises(GroundingError):
        claim(**{field: (Party("Troops", foreign),)})


@pytest.mark.parametrize("field", ["killed", "injured", "killed_or_injured", "captured", "size"])
def test_a_count_from_another_report_is_refused(field: str) -> None:
    foreign = words("nine", field, report("They killed nine."))
    with pytest.raises(GroundingError):
        claim(**{field: Count(9, 9, 9, foreign)})


def test_a_source_from_another_report_is_refused() -> None:
    foreign = words("medics", "source", report("So medics said."))
    with pytest.raises(GroundingError):
        claim(sources=(Source("medics", "medic", "said", "asserts", foreign),))


def test_a_place_from_another_report_is_refused() -> None:
    foreign = words("Goma", "place", report("Goma was quiet."))
    with pytest.raises(GroundingError):
        claim(place=Place("Goma", foreign))


def test_verify_passes_what_stands_in_the_report() -> None:
    claim(actors=(Party("Rebels", words("Rebels", "actor")),)).verify(report())


def test_verify_catches_words_the_report_does_not_have() -> None:
    forged = Evidence("actor", report().id, 0, 6, "Troops")
    with pytest.raises(GroundingError):
        claim(actors=(Party("Troops", forged),)).verify(report())


def test_verify_catches_a_forged_figure() -> None:
    start = TEXT.index("46")
    forged = Evidence("killed", report().id, start, start + 2, "64")
    with pytest.raises(GroundingError):
        claim(killed=Count(64, 64, 64, forged)).verify(report())


def test_a_claim_lists_all_its_evidence() -> None:
    made = claim(
        actors=(Party("Rebels", words("Rebels", "actor")),),
        sources=(Source("doctor", "medic", "said", "asserts", words("a doctor", "source")),),
        killed=Count(46, 46, 46, words("46 people", "killed")),
        place=Place("Omdurman", words("Omdurman", "place")),
    )
    assert {e.field for e in made.evidence()} == {"act", "actor", "source", "killed", "place"}


def test_a_party_needs_words() -> None:
    with pytest.raises(TypeError):
        Party("Rebels")  # type: ignore[call-arg]


def test_a_party_is_unidentified_until_somebody_identifies_it() -> None:
    made = Party("Rebels", words("Rebels", "actor"))
    assert (made.id, made.kind, made.reason) == (None, "unknown", "as written")


def test_a_count_needs_words() -> None:
    with pytest.raises(TypeError):
        Count(1, 1, 1)  # type: ignore[call-arg]


def test_a_count_needs_a_figure() -> None:
    with pytest.raises(ValueError, match="figure"):
        Count(None, None, None, words("46 people", "killed"))


@given(st.lists(st.none() | st.integers(-50, 500), min_size=3, max_size=3))
def test_a_count_is_ordered_and_never_negative(values: list[int | None]) -> None:
    low, best, high = values
    known = [v for v in values if v is not None]
    if known and known == sorted(known) and known[0] >= 0:
        made = Count(low, best, high, words("46 people", "killed"))
        assert (made.low, made.best, made.high) == (low, best, high)
    else:
        with pytest.raises(ValueError, match="count"):
            Count(low, best, high, words("46 people", "killed"))


@pytest.mark.parametrize("precision", ["day", "range", "week", "month", "year", "period"])
def test_a_date_needs_words(precision: str) -> None:
    with pytest.raises(GroundingError):
        DateRange(date(2024, 12, 23), date(2024, 12, 23), precision, "guess")  # type: ignore[arg-type]


def test_only_a_bound_goes_without_words() -> None:
    assert DateRange(None, date(2024, 12, 26), "bounded", "not after publication").evidence is None


def test_a_date_does_not_run_backwards() -> None:
    with pytest.raises(ValueError, match="backwards"):
        DateRange(date(2024, 12, 26), date(2024, 12, 23), "day", "stated", words("on Monday", "date"))


DAYS = st.none() | st.dates(date(2020, 1, 1), date(2024, 12, 31))


@given(DAYS, DAYS, DAYS, DAYS)
def test_overlap_is_mutual_and_an_open_side_limits_nothing(a: date | None, b: date | None, c: date | None, d: date | None) -> None:
    if (a and b and a > b) or (c and d and c > d):
        return
    one = DateRange(a, b, "bounded", "x")
    two = DateRange(c, d, "bounded", "x")
    assert one.overlaps(two) == two.overlaps(one)
    assert one.overlaps(one)
    assert DateRange(None, None, "bounded", "x").overlaps(two)


def test_a_claims_id_follows_its_words() -> None:
    assert claim().id == claim(status="hedged").id
    assert claim().id != claim(act=words("killing 46 people", "act")).id


def test_plover_has_sixteen_types() -> None:
    assert len(EVENT_TYPES) == len(set(EVENT_TYPES)) == 16


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_reports_id_follows_its_text(a: str, b: str) -> None:
    def key(text: str) -> str:
        return identify(text, title=None, publisher=None, url=None, published=None)

    assert (key(a) == key(b)) == (a == b)


def test_a_reports_id_follows_its_metadata() -> None:
    known = [identify(TEXT, title=t, publisher=None, url=None, published=p) for t in (None, "x") for p in (None, date(2024, 1, 1))]
    assert len(set(known)) == 4


def test_offsets_without_a_map_are_the_same() -> None:
    assert OffsetMap((), ()).to_raw(17) == 17


@given(st.lists(st.integers(1, 20), min_size=1, max_size=6), st.integers(0, 200))
def test_inside_a_run_clean_and_raw_advance_together(lengths: list[int], offset: int) -> None:
    clean = [sum(lengths[:i]) for i in range(len(lengths))]
    raw = [c + 3 * i for i, c in enumerate(clean)]
    made = OffsetMap(tuple(clean), tuple(raw))
    assert made.to_raw(offset + 1) >= made.to_raw(offset)
    assert made.to_raw(clean[-1]) == raw[-1]
