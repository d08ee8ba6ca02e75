"""Word, PDF, feeds, web archives and Parquet: what becomes of a file, and what of a bad or hostile one."""

from __future__ import annotations

import gzip
import io
import socket
import time
import zipfile
from datetime import date, datetime
from pathlib import Path

import papers
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from paged import only, read
from papers import PARAGRAPH

from casus.ingest import Given, ingest
from casus.ingest.page import Page
from casus.ingest.readers import READERS, reader_for_bytes
from casus.ingest.readers.pdf_lines import joined
from casus.ingest.report import report_of
from casus.model.errors import EmptyInput, InputError
from casus.model.text import Report


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was used")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def refused(ending: str, data: bytes | str) -> str:
    (error,) = read(ending, data)
    assert isinstance(error, InputError)
    assert str(error).startswith(("x: ", "x:1: ")) and "\n" not in str(error)
    return str(error)


# Word


def test_word_paragraphs_headings_and_tables() -> None:
    data = papers.word("# Road closed", PARAGRAPH, "# What is known", [["Dead", "2"], ["Hurt", "5"]], PARAGRAPH, title="Road closed in Dara", author="Jane Roe")
    page = only(".docx", data)
    assert page.text == f"Road closed\n\n{PARAGRAPH}\n\nWhat is known\n\nDead\n\n2\n\nHurt\n\n5\n\n{PARAGRAPH}"
    assert {page.text[at : at + 4] for at in page.headings} == {"Road", "What"}
    assert (page.found.title, page.found.author, page.found.published) == ("Road closed in Dara", "Jane Roe", None)


def test_word_tracked_changes_and_text_boxes() -> None:
    body = (
        '<w:p><w:r><w:t xml:space="preserve">It killed </w:t></w:r><w:del><w:r><w:delText>nine</w:delText></w:r></w:del>'
        "<w:ins><w:r><w:t>two</w:t></w:r></w:ins><w:r><w:t> men.</w:t></w:r>"
        "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>A box.</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>"
    )
    assert only(".docx", document(body)).text == "It killed two men.\n\nA box."


def document(body: str, before: str = "") -> bytes:
    """A Word document whose body is this XML."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    xml = f'<?xml version="1.0"?>{before}<w:document {space}><w:body>{body}</w:body></w:document>'
    source, buffer = zipfile.ZipFile(io.BytesIO(papers.word("x"))), io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in source.namelist():
            archive.writestr(name, xml if name == "word/document.xml" else source.read(name))
    return buffer.getvalue()


@pytest.mark.parametrize("title", ["Microsoft Word - draft", "report_final.docx", "Untitled", "20240304-note", "Report"])
def test_properties_that_a_program_wrote_are_no_title(title: str) -> None:
    found = only(".docx", papers.word(PARAGRAPH, title=title, author="python-docx")).found
    assert found.title is None and found.author is None


def test_hostile_word_documents() -> None:
    entities = "<!DOCTYPE x [" + "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "boom"}">' for n in range(12)) + "]>"
    results = read(".docx", document("<w:p><w:r><w:t>&e11;</w:t></w:r></w:p>", entities))
    assert all(isinstance(r, InputError) or len(r.text) < 1000 for r in results)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(51_000_000))
    assert "unpacks to more" in refused(".docx", buffer.getvalue())
    plain = io.BytesIO()
    with zipfile.ZipFile(plain, "w") as archive:
        archive.writestr("a.txt", "x")
    assert "no Word document" in refused(".docx", plain.getvalue())
    deep = "<w:tbl><w:tr><w:tc>" * 300 + "<w:p><w:r><w:t>deep</w:t></w:r></w:p>" + "</w:tc></w:tr></w:tbl>" * 300
    assert len(read(".docx", document(deep))) == 1
    assert "an old Office file" in refused(".docx", b"\xd0\xcf\x11\xe0" + bytes(100))
    assert isinstance(read(".docx", papers.word())[0], EmptyInput)


# PDF

LINES = [
    "The army said on Monday that it had closed the road to the town after a",
    "bomb killed two men there. Residents told reporters that soldiers had sear-",
    "ched houses near the market, and that an air-",
    "strike had been heard.",
    "The governor said that the well-",
    "known road would be open again by the end of the week, and that all would",
    "be safe.",
]


def test_pdf_lines_become_paragraphs() -> None:
    page = only(".pdf", papers.pdf(["Road closed", "", *LINES], title="Road closed in Dara", author="Jane Roe"))
    assert "soldiers had searched houses" in page.text and "the well-known road" in page.text
    assert "closed the road to the town after a bomb killed two men there." in page.text
    assert page.text.startswith("Road closed\n\nThe army said") and page.text.endswith("all would be safe.")
    assert (page.found.title, page.found.author, page.found.published) == ("Road closed in Dara", "Jane Roe", None)


def test_pdf_running_heads_and_numbers_are_left_out_and_kept_on_record() -> None:
    bodies = (LINES[:2], LINES[3:5], LINES[5:])
    pages = [["The Valley Post", f"Issue {n}", *body, f"Page {n} of 3"] for n, body in enumerate(bodies, 1)]
    page = only(".pdf", papers.pdf(*pages))
    assert "Valley Post" not in page.text and "Page 2" not in page.text and "well-known road" in page.text
    assert page.left_out[:2] == ("The Valley Post", "Issue 1")


def test_a_paragraph_goes_on_over_the_page() -> None:
    page = only(".pdf", papers.pdf(["Head of all", LINES[0]], ["Head of all", LINES[1], "ched houses."]))
    assert page.text == "The army said on Monday that it had closed the road to the town after a bomb killed two men there. " + (
        "Residents told reporters that soldiers had searched houses."
    )


@given(st.lists(st.text(st.sampled_from("ab .-\nT"), max_size=60), max_size=4))
def test_every_sign_of_a_joined_text_leads_back(pages: list[str]) -> None:
    raw = "\n\n".join(pages)
    text, offsets, _ = joined(pages)
    assert all(raw[offsets.to_raw(at)] == sign for at, sign in enumerate(text) if not sign.isspace())


def test_a_scan_has_no_text() -> None:
    assert "it is a scan" in refused(".pdf", papers.pdf([], []))


def test_hostile_pdf_files() -> None:
    form = b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >> /Length %d >>\nstream\n%s\nendstream"
    calls = b"/X Do\n" * 40
    nested = {n: form % (n + 1, len(calls), calls) for n in range(20, 32)} | {32: form % (20, 0, b"")}
    start = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Resources << /XObject << /X 20 0 R >> >> /Contents 5 0 R >>"
    body = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(calls), calls)
    holes = dict.fromkeys(range(7, 20), b"null")
    began = time.monotonic()
    assert refused(".pdf", papers.pdf(["x"], extra=holes | nested | {4: start, 5: body}))
    assert time.monotonic() - began < 100
    assert refused(".pdf", papers.pdf(["x"], extra={2: b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"}))
    assert refused(".pdf", b"%PDF-1.7\n" + bytes(200))
    assert "not a PDF" in refused(".pdf", b"hello, this is text")


def test_a_locked_pdf() -> None:
    import pypdf

    writer = pypdf.PdfWriter(clone_from=io.BytesIO(papers.pdf(LINES)))
    writer.encrypt("secret", algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    assert "password" in refused(".pdf", buffer.getvalue())


# Feeds


def test_a_feed_is_a_report_per_entry() -> None:
    one, two = read(".xml", papers.rss(papers.item(link="https://x.org/a", author="Jane Roe"), papers.item("Raid in Dara", "Two men were held.", "04/03/2024")))
    assert isinstance(one, Page) and isinstance(two, Page)
    assert (one.source, one.found.title, one.found.url, one.found.publisher) == ("x:1", "Road closed", "https://x.org/a", "The Valley Post")
    assert one.found.published is not None and one.found.published.day == date(2024, 3, 4)
    assert PARAGRAPH in one.text and "<p>" not in one.text
    assert two.text == "Two men were held." and two.found.published is None and two.found.doubtful == ("04/03/2024",)


def test_an_atom_feed_with_content_and_an_update() -> None:
    entry = f"<entry><title>Road closed</title><updated>2024-03-05T01:00:00+05:00</updated><content type='html'>&lt;p&gt;{PARAGRAPH}&lt;/p&gt;</content><summary>Short.</summary></entry>"
    page = only(".atom", f"<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><title>Post</title>{entry}</feed>")
    assert PARAGRAPH in page.text and page.found.published is None
    assert page.found.updated is not None and page.found.updated.day == date(2024, 3, 5)


def test_marks_and_scripts_of_a_short_entry_go() -> None:
    page = only(".rss", papers.rss(papers.item(body="<p>Two men &amp; a boy were held.</p><script>alert('x')</script><p>More later.</p>")))
    assert "script" not in page.text and "alert" not in page.text and "Two men & a boy were held." in page.text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("<!DOCTYPE x [<!ENTITY a 'b'>]>" + papers.rss(papers.item()), "XML entities"),
        (papers.rss(), "no entries"),
        ("<a><b>not a feed</b></a>", "no RSS or Atom feed"),
        ("http://example.org/feed.xml", "no RSS or Atom feed"),
        ("/etc/passwd", "no RSS or Atom feed"),
        ("", "empty"),
    ],
)
def test_what_is_no_feed(data: str, said: str) -> None:
    assert said in refused(".xml", data)


def test_an_entry_without_words_is_named_and_the_rest_read() -> None:
    results = read(".xml", papers.rss(papers.item(body=""), papers.item()))
    assert [type(r) for r in results] == [EmptyInput, Page] and results[0].source == "x:1"


def test_a_very_long_entry_is_not_searched_for_an_article() -> None:
    page = only(".xml", papers.rss(papers.item(body=f"<p>{PARAGRAPH}</p>" + "<p>" * 200_000)))
    assert page.text == PARAGRAPH


def test_a_broken_feed_gives_what_it_holds() -> None:
    assert isinstance(read(".xml", papers.rss(papers.item())[:-40])[0], Page)


# Web archives


def test_an_archive_is_a_report_per_page() -> None:
    html = papers.page(PARAGRAPH, PARAGRAPH)
    data = papers.warc(
        ("https://x.org/a", "200 OK", "text/html; charset=utf-8", html),
        ("https://x.org/b", "404 Not Found", "text/html", html),
        ("https://x.org/c.png", "200 OK", "image/png", b"\x89PNG"),
        ("https://x.org/d", "200 OK", "text/html", papers.page(PARAGRAPH, title="Other road")),
    )
    for ending, packed in ((".warc.gz", data), (".warc", data)):
        one, two = read(ending, packed)
        assert isinstance(one, Page) and isinstance(two, Page)
        assert (one.source, one.found.url) == ("x:1 captured 2024-12-26", "https://x.org/a")
        assert one.found.published is None and PARAGRAPH in one.text and two.source.startswith("x:4")


def test_bad_archives() -> None:
    assert "no HTML page" in refused(".warc", papers.warc(("https://x.org/c", "200 OK", "image/png", b"x")))
    assert refused(".warc.gz", papers.zipped_bomb()) and refused(".warc", b"hello")
    page = papers.page(*[PARAGRAPH] * 2)
    cut = papers.warc(("https://x.org/a", "200 OK", "text/html", page), ("https://x.org/b", "200 OK", "text/html", page))
    assert isinstance(read(".warc.gz", cut[:-200])[0], Page)
    heads = gzip.compress(b"WARC/1.0\r\nWARC-Type: response\r\n" + b"X: a\r\n" * 2_000_000, 1)
    for endless in (papers.zipped_bomb(100_000_000), heads):
        assert refused(".warc.gz", endless)
    large = read(".warc.gz", papers.warc(("https://x.org/a", "200 OK", "text/html", b"<p>" + bytes(21_000_000))))
    assert "larger than 20 MB" in str(large[0])


# Parquet


def test_parquet_rows_and_their_metadata(tmp_path: Path) -> None:
    rows = [
        {"Text": PARAGRAPH, "title": "Road closed", "published": date(2024, 3, 4), "n": 1},
        {"Text": " ", "title": None, "published": None, "n": 2},
        {"Text": PARAGRAPH, "title": "x", "published": date(2024, 3, 5), "n": 3},
    ]
    one, two, three = read(".parquet", papers.parquet(tmp_path, rows))
    assert isinstance(one, Page) and isinstance(three, Page) and isinstance(two, EmptyInput)
    assert (one.source, one.text, one.found.title) == ("x:1", PARAGRAPH, "Road closed")
    assert one.found.published is not None and one.found.published.day == date(2024, 3, 4)


def test_parquet_without_reports(tmp_path: Path) -> None:
    assert "no column is named" in refused(".parquet", papers.parquet(tmp_path, [{"a": 1}]))
    assert "not a string" in refused(".parquet", papers.parquet(tmp_path, [{"text": 5}]))
    data = papers.parquet(tmp_path, [{"text": PARAGRAPH, "published": datetime(2024, 3, 4)}])
    assert isinstance(only(".parquet", data), Page)
    for bad in (data[:50], data[:-9] + b"\x00" * 9, b"PAR1" + bytes(60) + b"PAR1", b"text"):
        assert "Parquet" in refused(".parquet", bad)


# All of them


SAMPLES = {
    ".docx": papers.word("# Road closed", PARAGRAPH),
    ".pdf": papers.pdf(LINES, LINES),
    ".xml": papers.rss(papers.item(), papers.item("Other")).encode(),
    ".warc.gz": papers.warc(("https://x.org/a", "200 OK", "text/html", papers.page(PARAGRAPH))),
    ".warc": papers.warc(("https://x.org/a", "200 OK", "text/html", papers.page(PARAGRAPH)), packed=False),
}


@pytest.mark.parametrize("ending", sorted(SAMPLES))
@given(data=st.data())
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_damage_gives_pages_or_clear_errors(ending: str, data: st.DataObject) -> None:
    sample = bytearray(SAMPLES[ending])
    for at, byte in data.draw(st.lists(st.tuples(st.integers(0, len(sample) - 1), st.integers(0, 255)), max_size=8)):
        sample[at] = byte
    cut = data.draw(st.integers(0, len(sample)))
    for result in read(ending, bytes(sample[:cut]) if data.draw(st.booleans()) else bytes(sample)):
        assert isinstance(result, Page | InputError)
        if isinstance(result, Page):
            try:
                report_of(result, Given(), result.found)
            except InputError:
                continue


@pytest.mark.parametrize(("ending", "package"), [(".pdf", "pypdf"), (".docx", "docx"), (".xml", "feedparser"), (".warc", "warcio.archiveiterator")])
def test_a_missing_package_is_one_line_with_the_remedy(ending: str, package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, package, None)
    said = refused(ending, SAMPLES[ending])
    assert 'pip install "casus-events[formats]" (in a clone: pip install ".[formats]")' in said


def test_a_folder_of_all_of_them(tmp_path: Path) -> None:
    for ending, data in SAMPLES.items():
        (tmp_path / f"a{ending}").write_bytes(data)
    results = list(ingest([tmp_path]))
    assert {Path(r.source.split(" ")[0]).name for r in results if isinstance(r, Report)} >= {"a.docx", "a.pdf", "a.xml:1", "a.warc.gz:1", "a.warc:1"}


@pytest.mark.parametrize("ending", [".docx", ".pdf", ".xml", ".warc"])
def test_a_pipe_is_told_by_its_first_bytes(ending: str) -> None:
    assert reader_for_bytes(SAMPLES[ending]) is READERS[ending]
    assert isinstance(next(ingest(["-"], stdin=io.BytesIO(SAMPLES[ending]))), Report)
