from __future__ import annotations

import hashlib

import pytest

from casus.ingest.given import Given
from casus.ingest.readers.html import page_of_html
from casus.ingest.report import report_of
from casus.model.text import Report

FIRST = "At least 40 people were killed when bombs hit the market in Tolvan&#8217;s old town &amp; its bazaar on Monday, a doctor said."
SECOND = "The army did not <b>immediately</b> comment, and a spokesman could not be reached by telephone on Tuesday morning."
THIRD = "Residents said that the market was crowded because traders had come in from the villages around the town for the day."


def html(head: str = "", above: str = "", below: str = "") -> str:
    return (
        f"<!doctype html><html><head><meta charset='utf-8'>{head}</head><body><nav><ul><li><a href='/'>Home</a></li></ul></nav>"
        f"<article><h1>Bombs hit market</h1>{above}<p>{FIRST}</p><p>{SECOND}</p><h2>Market day</h2><p>{THIRD}</p>{below}</article>"
        "<footer>Copyright 2019 Example Post. All rights reserved.</footer></body></html>"
    )


def report(source: str) -> Report:
    page = page_of_html(source, "x.html", hashlib.sha256(source.encode()).hexdigest())
    return report_of(page, Given(), page.found)


def test_text_and_blocks() -> None:
    found = report(html(below="<p>Also read: <a href='#'>Another story</a></p>"))
    assert [(b.kind, found.text[b.start : b.end][:12]) for b in found.blocks] == [
        ("title", "Bombs hit ma"),
        ("paragraph", "At least 40 "),
        ("paragraph", "The army did"),
        ("heading", "Market day"),
        ("paragraph", "Residents sa"),
    ]
    assert "Tolvan’s old town & its bazaar" in found.text
    assert "Home" in found.repairs[0].written


def test_every_word_leads_back_to_the_source() -> None:
    source = html()
    found = report(source)
    for at, sign in enumerate(found.text):
        place = found.offsets.to_raw(at)
        assert sign.isspace() or source[place] == sign or source[place] == "&", (at, sign, source[place : place + 5])


@pytest.mark.parametrize(
    ("head", "above", "day", "basis"),
    [
        ('<meta property="article:published_time" content="2024-12-26T10:00:00+05:00">', "", "2024-12-26", "meta article:published_time"),
        (
            '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2024-12-26"}]}</script>',
            "",
            "2024-12-26",
            "JSON-LD datePublished",
        ),
        ("", '<time datetime="2024-12-26">today</time>', "2024-12-26", "time tag"),
        ("", '<span itemprop="datePublished" content="2024-12-26"></span>', "2024-12-26", "itemprop datePublished"),
        ("", '<div class="meta">Published on: December 26, 2024</div>', "2024-12-26", "'Published on' line"),
        ('<meta property="article:modified_time" content="2024-12-27">', "", "2024-12-27", "meta article:modified_time"),
    ],
)
def test_stated_dates_are_found(head: str, above: str, day: str, basis: str) -> None:
    found = report(html(head, above))
    assert (str(found.published), found.published_basis) == (day, basis)


@pytest.mark.parametrize(
    ("head", "above"),
    [
        ("", ""),
        ('<link rel="canonical" href="https://x.org/2024/12/26/bombs-hit-market">', ""),
        ('<meta name="date" content="03/04/2024">', ""),
        ("", '<time datetime="2024-12-26">a</time><time datetime="2023-01-01">b</time>'),
        ('<meta property="article:published_time" content="soon">', ""),
    ],
)
def test_dates_are_never_guessed(head: str, above: str) -> None:
    assert report(html(head, above)).published is None


def test_facts() -> None:
    head = (
        '<title>Bombs hit market | Example Post</title><meta property="og:site_name" content="Example Post">'
        '<link rel="canonical" href="https://x.org/a"><meta name="author" content="https://x.org/jane">'
        '<script type="application/ld+json">{"@type":"NewsArticle","author":[{"name":"Jane Roe"},{"name":"Ali Khan"}],'
        '"headline":"Other"}</script>'
    )
    found = report(html(head))
    assert (found.title, found.publisher, found.author, found.url) == (
        "Bombs hit market",
        "Example Post",
        "Jane Roe, Ali Khan",
        "https://x.org/a",
    )


def test_a_declared_encoding_is_used(tmp_path: object) -> None:
    from io import BytesIO

    from casus.ingest.readers.html import read

    data = html().replace("utf-8", "iso-8859-1").replace("&#8217;", "’").encode("cp1252")
    (page,) = read(BytesIO(data), "x.html")
    assert "Tolvan’s" in page.text  # type: ignore[union-attr]
