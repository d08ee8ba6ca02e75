"""Timeline, map and graph: extents show doubt, nothing is placed more precisely than the words, signs stay apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import brief_extremes as extreme
import brief_picture as made
import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.brief.cards import cards
from casus.brief.graph import graph
from casus.brief.map import Chart
from casus.brief.map import charts as drawn_charts
from casus.brief.marks import Index
from casus.brief.outlines import Window, clip, country_at, country_names, inside, outlines
from casus.brief.sites import sites
from casus.brief.ties import pairs
from casus.brief.timeline import timeline
from casus.model.event import Event
from casus.model.picture import Picture
from casus.model.when import DateRange


@pytest.fixture(scope="module")
def picture() -> Picture:
    return made.picture()


@pytest.fixture(scope="module")
def index(picture: Picture) -> Index:
    return Index(picture.readings)


def with_dates(picture: Picture, *dates: DateRange | None) -> list[Event]:
    single = next(e for e in picture.events if e.layer == "news")
    return [replace(single, id=f"e{n}", date=when) for n, when in enumerate(dates)]


def bars(picture: Picture, index: Index, *dates: DateRange | None) -> list[tuple[float, float]]:
    drawn = timeline(cards(tuple(with_dates(picture, *dates)), index, {}))
    return [(r.bar.left, r.bar.right) for p in drawn.panels for r in p.rows]


def test_a_day_is_a_point_and_a_week_a_bar(picture: Picture, index: Index) -> None:
    words = picture.readings[0].report.evidence("date", 0, 3)
    day = DateRange(date(2024, 1, 1), date(2024, 1, 1), "day", "b", words)
    week = DateRange(date(2024, 1, 8), date(2024, 1, 14), "week", "b", words)
    one, seven = bars(picture, index, day, week)
    assert one[0] == one[1] and seven[1] - seven[0] > 20


def test_a_bounded_date_is_open_to_the_left(picture: Picture, index: Index) -> None:
    drawn = timeline(cards(tuple(with_dates(picture, DateRange(None, date(2024, 1, 5), "bounded", "publication"), None)), index, {}))
    assert drawn.panels[0].rows[0].bar.open_left and drawn.panels[0].rows[0].bar.left == 0
    assert len(drawn.undated) == 1


def test_news_and_history_have_scales_of_their_own(picture: Picture, index: Index) -> None:
    drawn = timeline(cards(picture.events, index, {}))
    assert [p.title for p in drawn.panels] == ["News", "Background and history"]
    assert all(0 <= t.at <= 100 for p in drawn.panels for t in p.ticks)
    assert not any(c.aggregate for p in drawn.panels for r in p.rows for c in r.cards)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 40000))
def test_ticks_are_in_order_on_any_scale(start: date, days: int) -> None:
    end = date.fromordinal(min(start.toordinal() + days, date(2150, 1, 1).toordinal()))
    picture = made.picture()
    words = picture.readings[0].report.evidence("date", 0, 3)
    drawn = timeline(cards(tuple(with_dates(picture, DateRange(start, end, "range", "b", words))), Index(picture.readings), {}))
    ticks = [t.at for t in drawn.panels[0].ticks]
    assert ticks == sorted(ticks) and all(b > a for a, b in pairwise(ticks)) and len(ticks) <= 16


def test_one_old_date_does_not_press_the_others_into_a_corner(picture: Picture, index: Index) -> None:
    """It stands on an axis of its own; as many days as before are a bar."""
    words = picture.readings[0].report.evidence("date", 0, 3)
    recent = [DateRange(date(2024, 1, n), date(2024, 1, n + 2), "range", "b", words) for n in (1, 6, 9, 15)]
    old = DateRange(date(1947, 8, 1), date(1947, 8, 31), "month", "b", words)
    drawn = timeline(cards(tuple(with_dates(picture, *recent, old)), index, {}))
    assert [(p.title, len(p.rows)) for p in drawn.panels] == [("News", 4), ("News: long before", 1)]
    assert [r.bar.width for r in drawn.panels[0].rows] == [r.bar.width for r in timeline(cards(tuple(with_dates(picture, *recent)), index, {})).panels[0].rows]
    assert all(r.bar.width > 10 for p in drawn.panels for r in p.rows)


def test_what_lasts_for_decades_stands_apart_from_days(picture: Picture, index: Index) -> None:
    words = picture.readings[0].report.evidence("date", 0, 3)
    days = [DateRange(date(2024, 1, n), date(2024, 1, n), "day", "b", words) for n in (1, 6, 9, 15)]
    long = DateRange(date(1979, 1, 1), date(2024, 1, 10), "range", "b", words)
    drawn = timeline(cards(tuple(with_dates(picture, *days, long)), index, {}))
    assert [(p.title, len(p.rows)) for p in drawn.panels] == [("News", 4), ("News: far off, or over a long time", 1)]


@pytest.mark.parametrize("years", [(1990, 2000, 2010, 2020), (2020, 2021), (1500, 2020)])
def test_dates_spread_over_years_stay_together(picture: Picture, index: Index, years: tuple[int, ...]) -> None:
    words = picture.readings[0].report.evidence("date", 0, 3)
    spread = [DateRange(date(y, 1, 1), date(y, 12, 31), "year", "b", words) for y in years]
    assert [p.title for p in timeline(cards(tuple(with_dates(picture, *spread)), index, {})).panels] == ["News"]


def charts(events: tuple[Event, ...], index: Index) -> list[Chart]:
    return list(drawn_charts([s for s in sites(cards(events, index, {}), index) if s.corners]))


def overlapping(drawn: Chart) -> list[tuple[str, str]]:
    return [
        (a.text, b.text) for n, a in enumerate(drawn.labels) for b in drawn.labels[:n]
        if abs(a.x - b.x) < (a.width + b.width) / 2 and abs(a.y - b.y) < 20
    ]  # fmt: skip


def somewhere(picture: Picture, points: list[tuple[float, float]]) -> tuple[Event, ...]:
    """An event at each point."""
    (first, *_) = (e for e in picture.events if e.place and e.place.lat and not e.aggregate)
    assert first.place is not None
    return tuple(replace(first, id=f"e{n}", place=replace(first.place, id=f"p{n}", lat=y, lon=x)) for n, (x, y) in enumerate(points))


def test_letters_of_a_crowded_world_do_not_cover_each_other(picture: Picture, index: Index) -> None:
    """Every place is in one label; where many lie near each other they are drawn once more, closer."""
    scattered = [(x, y) for x in range(-100, 140, 40) for y in (-20, 10, 45)]
    crowd = [(38 + 0.4 * n, 33 + 0.3 * (n % 3)) for n in range(9)]
    whole, *closer = charts(somewhere(picture, [*scattered, *crowd]), index)
    assert sorted(k for label in whole.labels for k in label.keys) == sorted(s.key for s in whole.spots) and len(whole.spots) == 27
    assert overlapping(whole) == [] and whole.shared and whole.closer
    assert [len(c.sites) for c in closer] == [9] and len(whole.sites) == 18
    assert all(overlapping(c) == [] for c in closer)


@given(st.lists(st.tuples(st.floats(-60, 60), st.floats(-40, 60)), min_size=1, max_size=40, unique=True))
def test_no_letters_ever_cover_each_other(points: list[tuple[float, float]]) -> None:
    picture = made.picture()
    for drawn in charts(somewhere(picture, points), Index(picture.readings)):
        assert overlapping(drawn) == []
        assert sorted(k for label in drawn.labels for k in label.keys) == sorted(s.key for s in drawn.spots)


def test_only_resolved_places_are_drawn(picture: Picture, index: Index) -> None:
    found = sites(cards(picture.events, index, {}), index)
    assert {s.name.split(",")[0] for s in found if s.corners} == {"Tin Essako", "Ansongo", "Menaka Region"}
    assert [s.name for s in found if not s.corners] == ["Wadi Tamer"]


def test_vagueness_has_a_shape(picture: Picture, index: Index) -> None:
    (drawn,) = charts(picture.events, index)
    shapes = {site.name.split(",")[0]: spot.shape for site, spot in zip(drawn.sites, drawn.spots, strict=True)}
    assert shapes == {"Tin Essako": "dot", "Ansongo": "near", "Menaka Region": "ring"}


def test_letters_are_unique_and_stay_on_the_map() -> None:
    picture = extreme.many(3)
    (drawn,) = charts(picture.events, Index(picture.readings))
    assert len({s.key for s in drawn.spots}) == len(drawn.spots) > 26
    assert all(0 < label.x < 560 for label in drawn.labels) and overlapping(drawn) == []


def test_far_places_go_on_maps_of_their_own(picture: Picture, index: Index) -> None:
    placed = [e for e in picture.events if e.place and e.place.lat and not e.aggregate]
    far = replace(placed[0], id="far", place=replace(placed[0].place, id="x", lat=33.0, lon=69.0))
    assert [len(c.sites) for c in charts((*picture.events, far), index)] == [3, 1]


def test_a_country_only_place_shades_the_country_and_draws_no_point(picture: Picture, index: Index) -> None:
    events = tuple(replace(e, aggregate=False) for e in picture.events)
    (drawn,) = charts(events, index)
    shapes = {site.name: spot.shape for site, spot in zip(drawn.sites, drawn.spots, strict=True)}
    assert shapes["Mali"] == "country"
    assert [land.name for land in drawn.lands if land.shaded] == ["Mali"]


def test_outlines_hold_known_capitals() -> None:
    assert country_at((69.2, 34.5)) == "AFG" and country_at((-8.0, 12.6)) == "MLI" and country_at((-30.0, 0.0)) is None
    assert country_names()["MLI"] == "Mali"
    assert len(outlines()) > 150


@given(st.lists(st.tuples(st.floats(-20, 20), st.floats(-20, 20)), min_size=3, max_size=9))
def test_a_clipped_ring_stays_in_its_window(ring: list[tuple[float, float]]) -> None:
    cut = clip(tuple(ring), Window(-5, -5, 5, 5))
    assert all(-5.001 <= x <= 5.001 and -5.001 <= y <= 5.001 for x, y in cut)


def test_inside() -> None:
    square = ((0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0))
    assert inside((2, 2), square) and not inside((5, 2), square)


def test_a_change_of_sign_is_seen(picture: Picture, index: Index) -> None:
    found = pairs(picture.relations, index)
    turn = found[0].turn
    assert turn is not None
    assert (found[0].one, found[0].other, turn.signs) == ("Government", "Northern Front", "+ → −")
    assert [t.symbol for t in found[0].of("history")] == ["R", "+"]
    assert found[1].turn is None


def test_the_graph_draws_each_sign_once_per_pair(picture: Picture, index: Index) -> None:
    drawn = graph(pairs(picture.relations, index))
    assert sorted(e.symbol for e in drawn.edges) == ["+", "+", "R", "−"]
    assert len(drawn.nodes) == 3
    assert graph(pairs(picture.relations[:3], index)).nodes == ()
