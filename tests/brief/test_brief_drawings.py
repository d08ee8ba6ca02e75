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
from casus.brief.map import Chart, chart
from casus.brief.marks import Index
from casus.brief.outlines import Window, clip, country_at, country_names, inside, outlines
from casus.brief.sites import sites, theatres
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


def charts(events: tuple[Event, ...], index: Index) -> list[Chart]:
    return [chart(g) for g in theatres([s for s in sites(cards(events, index, {}), index) if s.corners])]


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
    assert all(0 < s.label_x < 560 for s in drawn.spots)


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
