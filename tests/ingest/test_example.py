from __future__ import annotations

from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

from casus.ingest import ingest, near_copies
from casus.model.text import Report


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    found = list(ingest([str(files("casus") / "example")]))
    assert all(isinstance(one, Report) for one in found)
    return [one for one in found if isinstance(one, Report)]


def test_eight_reports_with_dates_and_outlets(reports: list[Report]) -> None:
    assert len(reports) == 8
    assert len({r.published for r in reports}) == 8
    assert all(r.published and date(2024, 12, 10) <= r.published <= date(2024, 12, 29) for r in reports)
    assert all(r.publisher and r.publisher.endswith("(invented)") for r in reports)
    assert all(r.blocks[0].kind == "title" for r in reports)


def test_every_one_is_marked_as_illustrative_and_the_mark_is_no_report(reports: list[Report]) -> None:
    for report in reports:
        assert "Illustrative" not in report.text
        assert any("Illustrative text written for Casus." in r.written for r in report.repairs)


def test_its_length_is_that_of_a_short_report(reports: list[Report]) -> None:
    assert all(100 <= len(r.text.split()) <= 350 for r in reports)


def test_its_traps(reports: list[Report]) -> None:
    (copies,) = near_copies(reports)
    assert len(copies) == 2
    written = {r.written for report in reports for r in report.repairs}
    assert {"district16", "deportedand", "5,00,000"} <= written


def test_its_files_are_of_several_formats() -> None:
    endings = {Path(str(one)).suffix for one in (files("casus") / "example").iterdir()}
    assert {".txt", ".json", ".html", ".md"} <= endings
