import io
import zipfile
from dataclasses import replace
from datetime import datetime

import openpyxl
import pytest
import samples

from casus.export import COLUMNS, render, workbook
from casus.export.workbook import MOST_CHARACTERS
from casus.model.errors import ExportError
from casus.model.picture import Picture


def opened(picture: Picture | None = None, **options: object) -> openpyxl.Workbook:
    data = b"".join(render(picture or samples.picture(), "xlsx", low=True, **options))  # type: ignore[arg-type]
    return openpyxl.load_workbook(io.BytesIO(data))


def retold(**changes: object) -> Picture:
    picture = samples.picture()
    reading = picture.readings[0]
    return replace(picture, readings=(replace(reading, report=replace(reading.report, **changes)), *picture.readings[1:]))  # type: ignore[arg-type]


def test_sheets_columns_and_frozen_headers() -> None:
    book = opened()
    assert book.sheetnames == ["events", "claims", "sources", "reports", "cautions"]
    for name in ("events", "claims", "reports", "cautions"):
        assert [cell.value for cell in book[name][1]] == [c.name for c in COLUMNS[name]]
    assert all(sheet.freeze_panes == "B2" and sheet.auto_filter.ref for sheet in book)


def test_real_dates_numbers_and_empty_cells() -> None:
    rows = list(opened()["events"].iter_rows(min_row=2))
    first = {cell.value: rows[0][i].value for i, cell in enumerate(opened()["events"][1])}
    assert first["date_start"] == datetime(2024, 3, 4) and first["killed_low"] == 12
    assert first["killed_high"] is None and first["certain"] is True


def test_sources_have_a_sheet_with_their_figures() -> None:
    found = {row[3].value: row[8].value for row in opened()["sources"].iter_rows(min_row=2)}
    assert found["Red Hill Front"] == "12" and found["The defence ministry"] == "20"


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@x", "=HYPERLINK(\"http://x\")", "http://x.org/a", "{=SUM(A1)}"])
def test_no_cell_is_a_formula_or_a_link(words: str) -> None:
    sheet = opened(retold(title=words))["reports"]
    found = [cell for row in sheet.iter_rows() for cell in row if cell.value == words]
    assert found and all(cell.data_type == "s" and cell.hyperlink is None for cell in found)
    assert all(cell.quotePrefix for cell in found if words[0] in "=+-@")


def test_a_cell_holds_no_more_than_excel_does() -> None:
    lines: list[str] = []
    texts = [row[-1].value for row in opened(retold(text="😀" * 40_000), tell=lines.append)["reports"].iter_rows(min_row=2)]
    longest = max(texts, key=len)
    assert longest.endswith("…") and len(longest.encode("utf-16-le")) // 2 <= MOST_CHARACTERS
    assert lines == ["xlsx: 1 cells longer than Excel's 32767 characters were cut and end in “…”"]


def test_more_rows_than_a_sheet_holds_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", 3)
    book = opened()
    assert "claims 2" in book.sheetnames and book["claims"].max_row == 3
    assert [c.value for c in book["claims 2"][1]] == [c.value for c in book["claims"][1]]


@pytest.mark.parametrize("title", ["\x00\x0b", "\ud800 lone", "a\u2028b", "𐀀"])
def test_odd_characters_do_not_break_the_file(title: str) -> None:
    assert opened(retold(title=title))["reports"].max_row == 4


def test_without_text_and_without_reports() -> None:
    assert "text" not in [cell.value for cell in opened(text=False)["reports"][1]]
    assert opened(samples.picture(()))["events"].max_row == 1


def test_the_same_case_gives_the_same_bytes() -> None:
    one, two = (b"".join(render(samples.picture(), "xlsx")) for _ in range(2))
    assert one == two
    assert b"2000-01-01" in zipfile.ZipFile(io.BytesIO(one)).read("docProps/core.xml")


def test_without_the_package_one_line_names_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("casus.export.formats.find_spec", lambda name: None)
    with pytest.raises(ExportError, match=r'xlsx: the package xlsxwriter is not there; install it: pip install "casus-events\[formats\]"'):
        render(samples.picture(), "xlsx")
