"""Dates, figures, labels: never more precise than what is known."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.brief.labels import codes, label
from casus.brief.render import exact, seen
from casus.brief.wording import few, figure, listed, place_precision, quantity, span, when
from casus.cli.summary import bounds, span_of
from casus.model.actor import ActorKind
from casus.model.caution import CautionKind
from casus.model.claim import EVENT_TYPES, Capacity, Layer, Stance, Status
from casus.model.count import Count
from casus.model.picture import Picture
from casus.model.place import Candidate, Place
from casus.model.relation import RelationKind, Sign
from casus.model.text import Evidence
from casus.model.when import DateRange, Precision

WORDS = Evidence("x", "r", 0, 5, "words")


def d(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2024-12-24", "2024-12-24", "Tue 24 Dec 2024"),
        ("2024-12-16", "2024-12-22", "16–22 Dec 2024"),
        ("2024-12-01", "2024-12-31", "Dec 2024"),
        ("2024-02-01", "2024-02-29", "Feb 2024"),
        ("2024-01-01", "2024-12-31", "2024"),
        ("1994-01-01", "2001-12-31", "1994–2001"),
        ("2024-11-28", "2024-12-03", "28 Nov – 3 Dec 2024"),
        ("2023-12-30", "2024-01-02", "30 Dec 2023 – 2 Jan 2024"),
        ("2021-01-01", None, "since 2021"),
        ("2021-08-15", None, "since 15 Aug 2021"),
        (None, "2015-12-31", "until 2015"),
    ],
)
def test_spans(start: str | None, end: str | None, said: str) -> None:
    assert span(d(start) if start else None, d(end) if end else None) == said


def test_only_bounded_dates_name_the_bound() -> None:
    assert when(DateRange(None, d("2024-12-26"), "bounded", "publication")) == "on or before 26 Dec 2024"
    assert when(DateRange(d("2024-12-20"), d("2024-12-26"), "bounded", "p")) == "some time from 20 Dec 2024 to 26 Dec 2024"
    assert when(DateRange(d("2024-12-16"), d("2024-12-22"), "week", "w", WORDS)) == "week of 16–22 Dec 2024"
    assert when(None) == "date not stated"


def test_a_date_without_a_known_day_stands_as_written() -> None:
    year_lacking = DateRange(None, None, "period", "year not stated", WORDS)
    assert when(year_lacking) == span_of(year_lacking) == f"“{WORDS.words}”"


@pytest.mark.parametrize(
    ("low", "best", "high", "said"),
    [
        (46, 46, 46, "46"), (0, 0, 0, "none"), (12, 12, None, "at least 12"), (None, 40, 40, "up to 40"), (15000, 15000, 15000, "15,000"),
        (12, 46, 57, "12 to 57 (best figure 46)"), (0, None, 46, "0 to 46"), (None, 7, None, "7"),
        (12, 20, None, "at least 12 (best figure 20)"),
    ],
)  # fmt: skip
def test_figures(low: int | None, best: int | None, high: int | None, said: str) -> None:
    assert figure(Count(low, best, high, WORDS)) == said


@pytest.mark.parametrize(
    ("best", "high", "rule", "said"),
    [
        (12, None, "single source: a party (army); as written", "one side claims at least 12"),
        (46, 46, "single source: a party (army); as written", "one side claims 46"),
        (20, 46, "single source: a party (army); a range", "one side claims up to 46 (best figure 20)"),
        (46, 46, "3 sources: best is army; high is the largest given; never added", "up to 46"),
        (12, None, "2 sources: best is army; high is the largest given; never added", "claims of 12 or more"),
        (20, 46, "a range", "0 to 46 (best figure 20)"),
    ],
)  # fmt: skip
def test_a_floor_that_nobody_gives_is_not_called_nought(best: int, high: int | None, rule: str, said: str) -> None:
    count = Count(0, best, high, WORDS, rule=rule)
    assert figure(count) == said
    if rule != "a range":
        assert bounds(count) == said


def test_a_party_on_its_enemys_dead_alone_is_worded_as_one_sides_claim(code_text: Callable[..., Picture]) -> None:
    """Holds the merge's rule and its words together."""
    picture = code_text("The Pakistani army said on Monday that its troops killed 12 Taliban militants near Wana.")
    killed = [e.killed for e in picture.events if e.killed is not None]
    assert [figure(k) for k in killed] == ["one side claims 12"]


def test_a_qualifier_stays_with_its_figure() -> None:
    assert figure(Count(40, 40, 40, WORDS, qualifier="around")) == "around 40"


@given(st.lists(st.integers(0, 10**6), min_size=3, max_size=3).map(sorted))
def test_a_figure_never_loses_its_bounds(values: list[int]) -> None:
    low, best, high = values
    said = figure(Count(low, best, high, WORDS)).replace(",", "")
    assert said == "none" or (str(low) in said and str(high) in said)


@given(st.text())
def test_report_text_keeps_its_length_and_escapes_everything(text: str) -> None:
    import html
    import re

    shown = str(exact(text))
    plain = html.unescape(re.sub(r"</?bdi[^>]*>", "", shown))
    assert len(plain) == len(text)
    assert "<" not in re.sub(r'</?bdi( class="ctl" data-u="U\+[0-9A-F]+")?>', "", shown)


@given(st.text())
def test_nothing_unseen_is_left_in_other_words(text: str) -> None:
    assert seen(seen(text)) == seen(text)
    assert not set(seen(text)) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u200b\x00\u200f")


def test_unknown_places_say_so() -> None:
    assert place_precision(Place("Wadi", WORDS)) == "not found in the gazetteer"
    two = (Candidate("a", "Gaza", ("Palestine",), 6.2), Candidate("b", "Gaza", ("Mozambique",), 6.0))
    assert place_precision(Place("Gaza", WORDS, candidates=two)) == "may be one of several places of this name"
    assert place_precision(Place("Gaza", WORDS, candidates=(Candidate("c", "Gaza", ("Iowa",), -5.0),))) == "no known place of this name fits"
    assert place_precision(Place("Paktika", WORDS, id="x", precision_ucdp=4)) == "province only"


def test_lists_and_quantities() -> None:
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert few(["a", "b", "c", "d", "e"]) == "a, b and 3 more"
    assert (quantity(56.0), quantity(2.5)) == ("56", "2.5")


@pytest.mark.parametrize(
    ("table", "known"),
    [
        ("types", EVENT_TYPES), ("statuses", get_args(Status)), ("layers", get_args(Layer)), ("capacities", get_args(Capacity)),
        ("stances", get_args(Stance)), ("kinds", get_args(ActorKind)), ("signs", get_args(Sign)), ("relations", get_args(RelationKind)),
        ("cautions", get_args(CautionKind)), ("dates", get_args(Precision)), ("places", tuple("1234567")),
        ("tolls", ("killed", "injured", "killed_or_injured", "captured", "size")),
    ],
)  # fmt: skip
def test_every_code_of_the_model_has_plain_words(table: str, known: tuple[str, ...]) -> None:
    assert set(codes(table)) == set(known)
    assert all(label(table, code) for code in known)


def test_a_code_without_a_line_is_shown_as_it_is() -> None:
    assert label("modes", "road-blockade") == "road blockade"
