"""A case reads, keeps what it read, and draws it anew only when it grew."""

from __future__ import annotations

from pathlib import Path

import pytest

import casus
from casus.model.errors import CaseError

pytestmark = pytest.mark.usefixtures("small_pipeline")


def test_a_case_reads_a_folder_and_tells_events(folder: Path, tmp_path: Path) -> None:
    case = casus.Case(tmp_path / "valley.casus")
    done = case.read(folder, published="2024-03-06")
    assert (done.added, done.known, done.failed) == (3, 0, ())
    assert sorted(e.killed.best for e in case.events() if e.killed) == [12, 20]
    assert len(case.events(low=True)) == len(case.claims(low=True)) == 3
    assert case.check() == ()


def test_reading_again_adds_nothing(folder: Path, tmp_path: Path) -> None:
    case = casus.Case(tmp_path / "valley.casus")
    case.read(folder)
    again = casus.Case(tmp_path / "valley.casus").read([folder, folder / "a.txt"])
    assert again.added == 0 and again.known >= 3


def test_what_fails_is_listed_and_the_rest_goes_on(folder: Path) -> None:
    seen = []
    case = casus.Case()
    done = case.read([folder, folder / "absent.txt"], watch=seen.append)
    assert done.added == 3 and [type(f).__name__ for f in done.failed] == ["MissingInput"]
    assert len(seen) == 4


def test_a_case_without_a_path_is_kept_in_memory(folder: Path) -> None:
    case = casus.Case()
    case.read(folder / "a.txt")
    assert len(case.events()) == 1
    case.read(folder / "b.txt")
    assert len(case.events()) == 2


def test_the_order_of_inputs_changes_no_byte(folder: Path, tmp_path: Path) -> None:
    for name, order in (("there", ["a", "b", "c"]), ("back", ["c", "b", "a"])):
        case = casus.Case(tmp_path / f"{name}.casus")
        for text in order:
            case.read(folder / f"{text}.txt")
        case.export("jsonl", tmp_path / f"{name}.jsonl", low=True)
    assert (tmp_path / "there.jsonl").read_bytes() == (tmp_path / "back.jsonl").read_bytes() != b""


def test_a_picture_is_drawn_anew_only_when_the_case_grew(folder: Path, tmp_path: Path) -> None:
    case = casus.Case(tmp_path / "valley.casus")
    case.read(folder / "a.txt")
    first = case.picture()
    assert case.picture() is first
    casus.Case(tmp_path / "valley.casus").read(folder / "b.txt")
    assert len(case.picture().readings) == 2


def test_an_absent_case_is_an_error_of_the_case(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="no such case"):
        casus.Case(tmp_path / "absent.casus").events()
