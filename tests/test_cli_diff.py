import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from casus.cli.app import app

pytestmark = pytest.mark.usefixtures("small_pipeline")

Casus = Callable[..., Result]


@pytest.fixture
def casus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Casus:
    monkeypatch.chdir(tmp_path)
    return lambda *words: CliRunner().invoke(app, [str(w) for w in words])


def test_what_more_reports_change(casus: Casus, folder: Path) -> None:
    assert casus("read", folder / "a.txt", "--case", "a.casus").exit_code == 0
    assert casus("read", folder, "--case", "b.casus").exit_code == 0
    done = casus("diff", "a.casus", "b.casus")
    assert done.exit_code == 0 and "only in B" in done.stdout and "<- text: only B has" in done.stdout
    records = [json.loads(line) for line in casus("diff", "a.casus", "b.casus", "--format", "jsonl").stdout.splitlines()]
    assert {(r["kind"], r["change"]) for r in records} == {("report", "added"), ("event", "added")}
    assert {r["kind"] for r in records if r["why"] and r["why"][0]["cause"] == "text"} == {"event"}


def test_no_difference(casus: Casus, folder: Path) -> None:
    for name in ("a.casus", "b.casus"):
        casus("read", folder, "--case", name)
    assert casus("diff", "a.casus", "b.casus").stdout == "No difference.\n"
    assert casus("diff", "a.casus", "b.casus", "--format", "jsonl").stdout == ""


def test_a_decision_is_a_cause(casus: Casus, folder: Path) -> None:
    from casus import Case

    for name in ("a.casus", "b.casus"):
        casus("read", folder, "--case", name)
    case = Case("b.casus")
    case.reject(case.events()[0].id, coder="ada")
    found = Case("a.casus").diff(case)
    assert all(d.kind == "event" for d in found)


def test_bad_use(casus: Casus, folder: Path) -> None:
    casus("read", folder, "--case", "a.casus")
    assert casus("diff", "a.casus", "none.casus").exit_code == 1
    assert "none.casus" in casus("diff", "a.casus", "none.casus").stderr
    assert casus("diff", "a.casus", "a.casus", "--format", "xml").exit_code == 2
