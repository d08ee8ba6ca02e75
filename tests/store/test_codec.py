from datetime import date, datetime

import pytest
import samples
from hypothesis import given
from hypothesis import strategies as st

from casus.model.count import Count
from casus.model.judgement import Judgement
from casus.model.picture import Reading
from casus.model.quote import Statistic
from casus.model.text import Evidence, OffsetMap, Repair
from casus.model.when import DateRange
from casus.store.codec import decode, encode

TEXT = st.text(st.characters(), max_size=20)
WORDS = TEXT.filter(str.strip)
EVIDENCE = st.builds(lambda name, start, words: Evidence(name, "r", start, start + len(words), words), TEXT, st.integers(0, 10**9), WORDS)
DAY = st.dates()
NUMBERS = st.lists(st.integers(0, 10**12), min_size=3, max_size=3).map(sorted)


@pytest.mark.parametrize("reading", samples.readings())
def test_a_whole_reading_survives(reading: Reading) -> None:
    assert decode(Reading, encode(reading)) == reading


def test_the_same_reading_gives_the_same_bytes() -> None:
    assert encode(samples.first_reading()) == encode(samples.first_reading())


@given(EVIDENCE)
def test_evidence_survives_with_any_code_point(evidence: Evidence) -> None:
    assert decode(Evidence, encode(evidence)) == evidence
    assert encode(evidence).isascii()


def test_a_lone_surrogate_survives() -> None:
    repair = Repair("control", 0, 1, "\ud800\x00", None, "odd")
    assert decode(Repair, encode(repair)) == repair


@given(NUMBERS, st.booleans(), st.booleans(), EVIDENCE)
def test_open_bounds_stay_open_and_zero_stays_zero(n: list[int], low: bool, high: bool, evidence: Evidence) -> None:
    count = Count(n[0] if low else None, n[1], n[2] if high else None, evidence)
    assert decode(Count, encode(count)) == count
    none = Count(0, 0, 0, evidence)
    assert decode(Count, encode(none)) == none


@given(st.lists(DAY, min_size=2, max_size=2).map(sorted), EVIDENCE)
def test_dates_survive(days: list[date], evidence: Evidence) -> None:
    when = DateRange(days[0], days[1], "range", "from to", evidence)
    assert decode(DateRange, encode(when)) == when


@given(st.floats(allow_nan=False, allow_infinity=False), EVIDENCE)
def test_floats_survive_exactly(value: float, evidence: Evidence) -> None:
    statistic = Statistic("r", 0, value, "%", "attacks", evidence)
    assert decode(Statistic, encode(statistic)) == statistic


@given(st.lists(st.integers(0, 10**6)))
def test_offsets_survive(runs: list[int]) -> None:
    offsets = OffsetMap(tuple(runs), tuple(runs))
    assert decode(OffsetMap, encode(offsets)) == offsets


def test_a_judgement_keeps_its_moment() -> None:
    made = Judgement("e1", "edit", "ana", datetime(2024, 5, 1, 12, 30, 15, 7), field="killed", value="13")
    assert decode(Judgement, encode(made)) == made


def test_what_is_not_a_number_is_refused() -> None:
    with pytest.raises(ValueError, match="JSON compliant"):
        encode(Statistic("r", 0, float("nan"), "%", "x", Evidence("f", "r", 0, 1, "a")))


def test_a_field_added_later_takes_its_default() -> None:
    plain = '{"field":"act","report":"r","start":0,"end":3,"words":"hit"}'
    assert decode(Evidence, plain) == Evidence("act", "r", 0, 3, "hit")
