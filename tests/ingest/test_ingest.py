from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path

import pytest

from casus.ingest import Given, ingest, report_from_text
from casus.model.errors import EmptyInput, ForeignLanguage, InputError, MissingInput, UnknownFormat, UnreadableInput
from casus.model.text import Report

TEXT = "The army said on Monday that it had closed the road to the town after a bomb killed two men there."
FRENCH = "Le ministère a annoncé lundi que douze soldats avaient été tués dans une attaque menée par des hommes armés. " * 5


def write(folder: Path, **files: str | bytes) -> Path:
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def run(*inputs: str | Path, given: Given | None = None, stdin: bytes | None = None) -> tuple[list[Report], list[InputError]]:
    stream = None if stdin is None else io.BytesIO(stdin)
    results = list(ingest(inputs, given=given or Given(), stdin=stream))
    return [r for r in results if isinstance(r, Report)], [r for r in results if isinstance(r, InputError)]


def test_a_folder_is_read_in_order_of_names(tmp_path: Path) -> None:
    write(tmp_path, b_txt=TEXT, a_txt=TEXT + " One.", sub__c_md=TEXT + " Two.")
    reports, errors = run(tmp_path)
    assert [Path(r.source).relative_to(tmp_path).as_posix() for r in reports] == ["a.txt", "b.txt", "sub/c.md"]
    assert errors == []


def test_the_order_and_repetition_of_inputs_does_not_matter(tmp_path: Path) -> None:
    write(tmp_path, b_txt=TEXT, a_txt=TEXT + " One.", c_jsonl=json.dumps({"text": TEXT + " Two."}))
    names = [tmp_path / "b.txt", tmp_path / "a.txt", tmp_path / "c.jsonl"]
    one = run(*names)[0]
    assert one == run(*reversed(names))[0] == run(tmp_path, *names)[0] == run(f"{tmp_path}/*")[0]


def test_one_bad_input_never_stops_the_rest(tmp_path: Path) -> None:
    write(
        tmp_path,
        a_txt=TEXT,
        b_txt="",
        c_txt=b"\x89PNG\r\n\x1a\n" + bytes(300),
        d_txt=TEXT + " One.",
        d_json="{broken",
        e_txt=FRENCH,
        f_csv="a,b\n1,2\n",
        g_txt="Share\nclose\n",
        h_html="<html><body></body></html>",
    )
    reports, errors = run(tmp_path, tmp_path / "none.txt", "x.xyz", tmp_path / "*.nothing", "http://example.org/a")
    assert [Path(r.source).name for r in reports] == ["a.txt"]
    kinds = {Path(e.source).name: type(e) for e in errors}
    assert kinds == {
        "b.txt": EmptyInput,
        "c.txt": UnreadableInput,
        "d.json": UnreadableInput,
        "e.txt": ForeignLanguage,
        "f.csv": UnreadableInput,
        "g.txt": EmptyInput,
        "h.html": EmptyInput,
        "none.txt": MissingInput,
        "x.xyz": MissingInput,
        "*.nothing": MissingInput,
        "a": MissingInput,
    }
    assert all("\n" not in str(e) and e.remedy for e in errors)


def test_unknown_endings(tmp_path: Path) -> None:
    write(tmp_path, a_txt=TEXT, b_odt="PK", c_png="x", _hidden="x", a_json="{}")
    _, errors = run(tmp_path / "b.odt", tmp_path / "a.txt")
    assert [type(e) for e in errors] == [UnknownFormat]
    reports, errors = run(tmp_path)
    assert len(reports) == 1
    assert [(type(e), e.reason) for e in errors] == [(UnknownFormat, "no reader for b.odt, c.png")]


def test_an_empty_folder(tmp_path: Path) -> None:
    assert [type(e) for e in run(tmp_path)[1]] == [MissingInput]


def test_a_sidecar_is_metadata(tmp_path: Path) -> None:
    sidecar = {
        "title": "Bomb in town",
        "publisher": "Outlet",
        "author": ["Jane Roe", "Ali Khan"],
        "published": "2024-12-26",
        "url": "https://x.org/a",
    }
    write(tmp_path, a_txt=TEXT + "\n\nPublished on: December 1, 2024", a_json=json.dumps(sidecar))
    (report,), errors = run(tmp_path / "a.txt", tmp_path / "a.json")
    assert errors == []
    assert (report.title, report.publisher, report.author, report.url) == (
        "Bomb in town",
        "Outlet",
        "Jane Roe, Ali Khan",
        "https://x.org/a",
    )
    assert (report.published, report.published_basis) == (date(2024, 12, 26), "sidecar")
    assert report.text.startswith("Bomb in town\n\nThe army")


def test_an_ambiguous_date_is_reported_not_taken(tmp_path: Path) -> None:
    write(tmp_path, a_txt=TEXT, a_json=json.dumps({"published": "03/04/2024"}))
    (report,), _ = run(tmp_path / "a.txt")
    assert report.published is None
    assert [(r.kind, r.written) for r in report.repairs] == [("date-missing", "03/04/2024")]


def test_the_command_line_wins(tmp_path: Path) -> None:
    write(tmp_path, a_txt=TEXT, a_json=json.dumps({"publisher": "Outlet", "published": "2024-12-26"}))
    (report,), _ = run(tmp_path / "a.txt", given=Given(published=date(2024, 12, 27), publisher="Other"))
    assert (report.published, report.published_basis, report.publisher) == (date(2024, 12, 27), "command line", "Other")


def test_standard_input() -> None:
    (report,), _ = run("-", stdin=TEXT.encode())
    assert (report.source, report.text) == ("-", TEXT)
    reports, _ = run("-", stdin=b'{"text": "%s", "title": "Bomb"}\n{"text": "%s Two."}\n' % (TEXT.encode(), TEXT.encode()))
    assert [r.source for r in reports] == ["-:1", "-:2"]
    page = f"<!doctype html><html><body><article><p>{TEXT}</p><p>{TEXT} It was cold.</p></article></body></html>"
    assert run("-", stdin=page.encode())[0][0].text.startswith("The army")
    assert [type(e) for e in run("-", stdin=b"")[1]] == [EmptyInput]
    assert [type(e) for e in run("-")[1]] == [MissingInput]


def test_two_like_reports_have_one_id(tmp_path: Path) -> None:
    write(tmp_path, a_txt=TEXT, b_txt=TEXT)
    reports, _ = run(tmp_path)
    assert len({r.id for r in reports}) == 1


def test_a_report_from_text() -> None:
    report = report_from_text(
        TEXT, published="26 December 2024", title="Bomb in town", publisher="Outlet", url="https://x.org", author="Jane Roe"
    )
    assert (report.published, report.published_basis, report.author, report.source) == (date(2024, 12, 26), "given", "Jane Roe", "text")
    assert report.raw_sha256


@pytest.mark.parametrize(("text", "published"), [("", None), ("  \n", None), (TEXT, "soon"), (TEXT, "03/04/2024"), ("close\nShare", None)])
def test_a_report_from_unusable_text(text: str, published: str | None) -> None:
    with pytest.raises(InputError):
        report_from_text(text, published=published)


def test_ids_depend_on_words_and_metadata_only(tmp_path: Path) -> None:
    write(tmp_path, a_txt=TEXT, b_txt=f"close\r\n\r\n{TEXT}\r\n")
    reports, _ = run(tmp_path)
    assert reports[0].id == reports[1].id
    assert reports[0].raw_sha256 != reports[1].raw_sha256


def test_a_date_that_cannot_be_read_is_reported(tmp_path: Path) -> None:
    write(tmp_path, a_txt=TEXT, a_json=json.dumps({"published": "last week"}))
    (report,), _ = run(tmp_path / "a.txt")
    assert [(r.kind, r.message) for r in report.repairs] == [("date-missing", "the date “last week” is not a full date; it was not taken")]
