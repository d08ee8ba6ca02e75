"""The page as a file: complete, deterministic, small, harmless, and every link leads somewhere."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

import brief_extremes as extreme
import brief_picture as made
import pytest

from casus.brief import page
from casus.brief.alerts import WORST
from casus.brief.worth import load_worth
from casus.model.caution import Caution
from casus.model.count import Count
from casus.model.errors import GroundingError
from casus.model.picture import Picture

ORDER = ("cautions", "events", "timeline", "claims", "tolls", "relations", "places", "quotes", "statistics", "reports", "about")


class Outline(HTMLParser):
    """Ids, local links, headings, tags and attributes of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.levels: list[int] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if re.fullmatch("h[1-6]", tag):
            self.levels.append(int(tag[1]))
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            if name == "href" and (value or "").startswith("#"):
                self.links.append((value or "")[1:])


@pytest.fixture(scope="module")
def html() -> str:
    return page(made.picture())


@pytest.fixture(scope="module")
def outline(html: str) -> Outline:
    return Outline(html)


def test_sections_stand_in_the_promised_order(html: str) -> None:
    places = [html.index(f'<section id="{name}"') for name in ORDER]
    assert places == sorted(places)


def test_same_picture_same_bytes_in_any_order_of_input(html: str) -> None:
    picture = made.picture()
    turned = Picture(
        picture.readings[::-1], picture.events[::-1], picture.quotes[::-1], picture.statistics[::-1], picture.relations[::-1],
        picture.cautions[::-1], tuple(g[::-1] for g in picture.near_copies), picture.stamp,
    )  # fmt: skip
    assert page(turned) == page(made.picture()) == html


def test_every_link_has_its_target_and_ids_are_unique(outline: Outline) -> None:
    assert len(outline.ids) == len(set(outline.ids))
    assert set(outline.links) - set(outline.ids) == set()


def test_headings_never_skip_a_level_down(outline: Outline) -> None:
    assert outline.levels[0] == 1 and outline.levels.count(1) == 1
    assert all(after - before <= 1 for before, after in zip(outline.levels, outline.levels[1:], strict=False))


def test_every_mark_spans_its_words(html: str) -> None:
    texts = {
        str(n): r.report.text
        for n, r in enumerate(sorted(made.picture().readings, key=lambda r: (str(r.report.published), r.report.publisher or "")), 1)
    }
    marks = re.findall(r'href="#r(\d+)-s\d+" data-at="(\d+)-(\d+)"><q>(.*?)</q>', html)
    assert len(marks) > 40
    for report, start, end, shown in marks:
        plain = unescape(shown)
        assert texts[report][int(start) : int(end)] in plain or plain in texts[report]


def test_every_evidence_of_every_claim_can_be_reached_from_its_sentence(html: str) -> None:
    for event in made.picture().events:
        for claim in event.claims:
            assert any(f'data-at="{e.start}-{e.end}"' in html for e in claim.evidence())


def test_nothing_on_the_page_asks_the_network(html: str, outline: Outline) -> None:
    loads = {("script", "src"), ("img", "src"), ("iframe", "src"), ("source", "src"), ("object", "data"), ("form", "action")}
    assert not [a for a in outline.attributes if (a[0], a[1]) in loads]
    assert [v for t, n, v in outline.attributes if t == "link" and n == "href"] == ["data:,"]
    assert not re.search(r"url\((?!#)|@import|@font-face|fetch\(|XMLHttpRequest|WebSocket|sendBeacon|eval\(|innerHTML", html)
    assert not [a for a in outline.attributes if a[1] == "style" or a[1].startswith("on")]


def test_the_policy_allows_this_style_and_this_script_only(html: str) -> None:
    found = re.search(r'Content-Security-Policy" content="([^"]+)"', html)
    policy = unescape(found[1]) if found else ""
    assert "default-src 'none'" in policy and "unsafe" not in policy
    for tag in ("style", "script"):
        body = re.search(f"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        assert body
        digest = base64.b64encode(hashlib.sha256(body[1].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_a_belligerents_toll_is_never_our_own_statement(html: str) -> None:
    assert 'according to <b>officials of the Northern Front</b> <span class="note">(one party&#39;s claim)</span>' in html
    assert "12 to 57 (best figure 57)" in html
    assert "There is no total" in html
    assert not re.search(r">(58|69|103|115)( killed)?<", html)


def test_the_heading_is_never_a_reports_headline(html: str) -> None:
    assert "<h1>What 3 reports say, and who says so</h1>" in html
    assert "<h1>Strikes &lt;in&gt; March</h1>" in page(made.picture(), title="Strikes <in> March")


def test_counts_keep_layers_apart(html: str) -> None:
    assert "6 events in the news" in html
    assert "Besides: 1 in background, 2 in history, 1 total over many events and 1 weak lead." in html


def test_near_copies_count_as_one(html: str) -> None:
    assert "which count as 2 independent texts" in html
    assert "Near-copy of" in html


def test_bounded_dates_say_so(html: str) -> None:
    assert "On or before 14 Mar 2025" in html
    assert "only the publication date bounds it" in html


def test_measured_error_rates_are_printed() -> None:
    html = page(made.small(), measured={"events found": "71%"})
    assert "<dt>events found</dt><dd><b>71%</b></dd>" in html
    for rate in (*load_worth().read, *load_worth().known):
        assert f"<dt>{rate.what}</dt><dd><b>{rate.right}</b>" in html


def test_of_many_cautions_the_worst_few_are_open_and_all_are_there() -> None:
    picture = made.picture()
    first = picture.readings[0].report.id
    many = tuple(Caution("date-missing", first, f"No date in passage {n}.", "Look.") for n in range(100))
    contradicting = tuple(Caution("contradiction", first, f"Figures differ in {n}.", "Quote both.") for n in range(100))
    worst = replace(picture.events[-1], certain=True, killed=Count(900, 900, 900, picture.events[0].claims[0].act.as_field("killed")), cautions=(contradicting[60].id,))
    html = page(replace(picture, cautions=(*many, *contradicting), events=(*picture.events[:-1], worst)))
    shown = re.sub(r"<details[^>]*>.*?</details>", "", html.split('id="cautions"')[1].split("<section id=\"new\"")[0].split("<section id=\"events\"")[0], flags=re.S)
    assert 0 < shown.count('class="alert"') <= WORST and "Figures differ in 60." in shown
    assert html.count("No date in passage") == 100 and html.count("Figures differ in") == 100


def test_empty_states_are_said_plainly() -> None:
    html = page(made.small())
    for words in (
        "Nothing codable was found in this text.", "No place could be put on a map.", "No caution was raised.",
        "No event could be given a date.",
        "No toll of a single event is given.", "No tie between actors is stated.", "no date of publication known", "Without a title",
    ):  # fmt: skip
        assert words in html


def test_a_picture_without_reports_still_makes_a_page() -> None:
    empty = made.small()
    assert "No report was read." in page(Picture((), (), (), (), (), (), (), empty.stamp))


def test_size_limits() -> None:
    assert len(page(extreme.many(1, 40)).encode()) < 600_000
    assert len(page(extreme.many(20)).encode()) < 2_100_000


def test_hostile_text_stays_text() -> None:
    html = page(extreme.hostile(), title="</title><script>document.title='owned'</script>")
    outline = Outline(html)
    assert outline.tags.count("script") == 1 and outline.tags.count("style") == 1 and outline.tags.count("title") == 1
    assert "img" not in outline.tags
    assert not [a for a in outline.attributes if a[1].startswith("on") or "javascript:" in a[2]]
    html.encode("utf-8")
    assert "\u202e" not in re.sub(r'<bdi class="ctl" data-u="U\+202E">\u202e</bdi>', "", html)
    assert "\x00" not in html
    assert "{{ 7 * 7 }}" in html


def test_a_record_of_a_missing_report_is_refused() -> None:
    picture = made.picture()
    without = Picture((), picture.events, (), (), (), (), (), picture.stamp)
    with pytest.raises(GroundingError, match="does not hold it"):
        page(without)


def test_the_folders_of_the_machine_are_not_passed_on() -> None:
    picture = made.small()
    (reading,) = picture.readings
    for source, shown in (("/home/ana/secret/raid.txt", "raid.txt"), ("C:\\cases\\raid.txt", "raid.txt"), ("in/raid.txt", "in/raid.txt")):
        moved = replace(picture, readings=(replace(reading, report=replace(reading.report, source=source)),))
        html = page(moved)
        assert f"<dd>{shown}</dd>" in html and "secret" not in html and "cases" not in html


def test_one_piece_of_advice_for_a_whole_kind_is_told_once() -> None:
    assert page(extreme.many(2)).count("Ask.") == 1


def test_without_text_only_short_quotations_are_on_the_page() -> None:
    picture = extreme.many(1, 40)
    (reading,) = picture.readings
    html = page(picture, text=False)
    whole = [reading.report.text[a:b] for a, b in reading.sentences if b - a > 200]
    assert whole
    assert not [s for s in whole if s in unescape(html)]
    assert reading.report.raw_sha256 in html
    assert 'class="s"' not in html
