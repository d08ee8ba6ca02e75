from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from paged import only, read

from casus.ingest.given import Given
from casus.ingest.page import Page
from casus.ingest.readers import READERS
from casus.ingest.report import report_of
from casus.model.errors import EmptyInput, InputError, UnreadableInput

TEXT = "The army said on Monday that it had closed the road to the town after a bomb killed two men there."


def test_jsonl_rows_and_their_metadata() -> None:
    row = {
        "Text": TEXT,
        "title": "Bomb",
        "url": "https://x.org",
        "publisher": "Outlet",
        "author": "Jane Roe",
        "published": "2024-12-26T10:00:00Z",
    }
    page = only(".jsonl", json.dumps(row))
    assert (page.source, page.text, page.found.title, page.found.author) == ("x:1", TEXT, "Bomb", "Jane Roe")
    assert page.found.published is not None
    assert page.found.published.day == date(2024, 12, 26)


def test_a_malformed_line_is_named_and_the_rest_read() -> None:
    lines = [
        json.dumps({"text": TEXT}),
        "{oops",
        "",
        "[1]",
        json.dumps({"headline": "x"}),
        json.dumps({"text": " "}),
        json.dumps({"text": 5}),
        json.dumps({"text": TEXT}),
    ]
    results = read(".jsonl", "\n".join(lines))
    assert [r.source for r in results] == ["x:1", "x:2", "x:4", "x:5", "x:6", "x:7", "x:8"]
    assert [isinstance(r, Page) for r in results] == [True, False, False, False, False, False, True]
    assert "line 2 is not JSON" in str(results[1])
    assert [type(r) for r in results[2:6]] == [UnreadableInput, UnreadableInput, EmptyInput, UnreadableInput]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_csv_separators(separator: str) -> None:
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=separator)
    writer.writerows(
        [["Title", "text", "published"], ["Bomb", f"{TEXT}\nTwo; three, | four.", "2024-12-26"], [], ["Raid", TEXT, "26/12/2024"]]
    )
    one, two = read(".csv", stream.getvalue())
    assert isinstance(one, Page)
    assert isinstance(two, Page)
    assert (one.source, two.source) == ("x:2", "x:5")
    assert one.text.endswith("four.")
    assert two.found.published is not None


def test_csv_html_column() -> None:
    page = only(".csv", f'html\n"<html><body><article><p>{TEXT}</p><p>{TEXT}</p></article></body></html>"\n')
    assert page.text.startswith(TEXT)


@pytest.mark.parametrize(("data", "error"), [("a,b\n1,2\n", UnreadableInput), ("text\n", EmptyInput), ("", EmptyInput)])
def test_csv_without_reports(data: str, error: type[InputError]) -> None:
    assert [type(r) for r in read(".csv", data)] == [error]


def test_csv_rows_that_do_not_fit() -> None:
    results = read(".csv", f"text,title\n{TEXT},a,b\n,x\nGood text here.,c\n")
    assert [type(r) for r in results] == [UnreadableInput, EmptyInput, Page]


def test_a_long_field_is_no_limit() -> None:
    page = only(".csv", f'text\n"{"word " * 100_000}"\n')
    assert len(page.text) == 500_000


def test_markdown_marks_go_and_headings_are_known() -> None:
    source = (
        f"---\ntitle: Bomb\ndate: 2024-12-26\nauthor: Jane Roe\n---\n# Bomb in **Town**\n\n{TEXT}\n\n## *Why* now\n\n"
        f"- See [the road](https://x.org) and _that_.\n\nUnder\n=====\n\n> {TEXT}\n"
    )
    page = only(".md", source)
    assert page.text.lstrip().startswith(f"Bomb in Town\n\n{TEXT}\n\nWhy now\n\nSee the road and that.\n\nUnder")
    assert {page.text[at : at + 5] for at in page.headings} == {"Bomb ", "Why n", "Under"}
    assert page.found.published is not None
    assert page.found.published.basis == "front matter"
    assert all(source[page.offsets.to_raw(at)] == sign for at, sign in enumerate(page.text))


def test_markdown_report_keeps_its_blocks() -> None:
    page = only(".md", f"# Bomb in Town\n\n{TEXT}\n\n## Why now, and who did it.\n\n{TEXT}\n")
    report = report_of(page, Given(), page.found)
    assert [block.kind for block in report.blocks] == ["title", "paragraph", "heading", "paragraph"]


def test_snake_case_and_stars_stay() -> None:
    assert only(".md", "The file_name_here and 2 * 3 * 4 stay [sic] (so).").text == "The file_name_here and 2 * 3 * 4 stay [sic] (so)."


def test_text_that_is_html_is_read_as_html() -> None:
    page = only(".txt", f"<!DOCTYPE html>\n<html><body><article><p>{TEXT}</p><p>{TEXT}</p></article></body></html>")
    assert "<p>" not in page.text


@pytest.mark.parametrize("ending", sorted(READERS))
@given(data=st.binary(max_size=200))
@settings(max_examples=60, deadline=None)
def test_any_bytes_give_pages_or_clear_errors(ending: str, data: bytes) -> None:
    for result in read(ending, data):
        assert isinstance(result, Page | InputError)


MARKUP = st.lists(
    st.sampled_from(
        [
            "<p>",
            "</p>",
            "<html>",
            "<article>",
            "<h1>A bomb",
            "</h1>",
            "<!--",
            "-->",
            "<script>",
            "</script>",
            "&amp;",
            "&#0;",
            "&#x41;",
            "<",
            ">",
            '<meta property="og:title" content="x">',
            "<time datetime='2024-13-45'>",
            '<script type="application/ld+json">{"@type":["NewsArticle"]}',
            TEXT,
            "\x00",
            "<br>",
            "<table><tr><td>a",
            "<li>",
            "]]>",
            "<?xml version='1.0' encoding='utf-16'?>",
            "é",
            "\U0001f642",
        ]
    ),
    max_size=30,
)


@given(MARKUP)
@settings(max_examples=150, deadline=None)
def test_any_markup_gives_a_report_or_a_clear_error(pieces: list[str]) -> None:
    for page in read(".html", " ".join(pieces)):
        if isinstance(page, Page):
            try:
                report_of(page, Given(), page.found)
            except InputError:
                continue


NAMES = st.sampled_from(["text", "title", "author", "published", "url", "name", "html"])
PLAIN = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
ROWS = st.recursive(PLAIN, lambda x: st.lists(x, max_size=3) | st.dictionaries(NAMES, x, max_size=4), max_leaves=8)


@given(st.lists(ROWS, max_size=4))
@settings(max_examples=150, deadline=None)
def test_any_json_gives_pages_or_clear_errors(rows: list[object]) -> None:
    for result in read(".jsonl", "\n".join(json.dumps(row) for row in rows)):
        if isinstance(result, Page):
            try:
                report_of(result, Given(), result.found)
            except InputError:
                continue


@pytest.mark.parametrize(
    "text", ["[" * 100_000, '{"text":' + '{"a":' * 50_000, '{"text": "\\ud800 lone surrogate in it"}', '{"text": NaN}']
)
def test_hostile_json(text: str) -> None:
    assert len(read(".jsonl", text)) == 1


@pytest.mark.parametrize(
    "front", ["a: &a [*a]", "a: !!python/object:os.system x", "{", "- 1\n- 2", "a: " + "[" * 5000, "published: [2024]"]
)
def test_hostile_front_matter(front: str) -> None:
    assert len(read(".md", f"---\n{front}\n---\n{TEXT}")) == 1
