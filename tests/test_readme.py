"""The README's commands, the links of all pages, and what they say of tests, rules and files, are true, or this fails."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from casus.caution import figures
from casus.cli.app import app
from casus.codebook.frames import load_frames
from casus.coding.numbers import FLOORS
from casus.ingest import copies
from casus.merge.across import UNDECIDED
from casus.merge.compare import ACROSS, WEIGHTS
from casus.merge.in_report import WITHIN
from casus.merge.pairs import FEATURES
from casus.model.claim import EVENT_TYPES
from casus.resolve.denials import REACH
from casus.resolve.layers import BACKGROUND_DAYS, NEWS_DAYS
from casus.resolve.place_precision import NEAR_KM

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CODEBOOK = (ROOT / "docs" / "codebook.md").read_text(encoding="utf-8")
GUARANTEES = (ROOT / "docs" / "guarantees.md").read_text(encoding="utf-8")
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md"), *(ROOT / "casus").rglob("*.md"), *(ROOT / "training").glob("*.md")])
PAGES = [p for p in PAGES if "example" not in p.parts]
MAIN = (
    "python3 -m venv .venv || (apt-get update && apt-get install -y python3-venv && python3 -m venv .venv)"
    " && .venv/bin/pip install . && .venv/bin/casus brief casus/example -o brief.html"
)
TESTS = "python3 -m venv .venv && .venv/bin/pip install -q '.[test]' && .venv/bin/pytest"


@pytest.mark.parametrize("page", ["README.md", "docs/tutorial.md"])
def test_the_summary_a_page_shows_is_the_real_one(page: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(ROOT)
    text = (ROOT / page).read_text(encoding="utf-8")
    shown = next(b for b in re.findall(r"^```\n(.*?)\n```$", text, re.MULTILINE | re.DOTALL) if "near copy" in b)
    real = CliRunner().invoke(app, ["brief", "casus/example", "-o", str(tmp_path / "b.html")]).output.splitlines()
    told = [line for line in shown.splitlines() if line.strip() not in {"", "..."} and not line.startswith("$")]
    assert [line for line in told if line not in real] == []


def test_the_commands_of_the_readme() -> None:
    blocks = re.findall(r"^```sh\n(.*?)\n```$", README, re.MULTILINE | re.DOTALL)
    assert blocks == [MAIN, TESTS]


def test_the_test_command_is_the_one_that_is_run_on_every_change() -> None:
    assert TESTS in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


def _anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", re.sub(r"^```.*?^```$", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", h.lower()).strip().replace(" ", "-") for h in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
        if target.startswith(("http://", "https://", "mailto:")):
            continue
        path, _, anchor = target.partition("#")
        found = (page.parent / path).resolve() if path else page
        assert found.exists(), target
        assert not anchor or anchor in _anchors(found), target


@pytest.mark.parametrize("page", [*PAGES, ROOT / "NOTICE"], ids=lambda p: p.relative_to(ROOT).as_posix())
def test_no_page_names_a_path_of_one_machine(page: Path) -> None:
    assert not re.search(r"(?<![\w.])/(?:home|root|opt|work|tmp|Users|mnt|srv)/", page.read_text(encoding="utf-8"))


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_every_file_a_page_names_exists(page: Path) -> None:
    for path in re.findall(r"`((?:casus|tests|training|benchmarks|docs)/[\w/.-]+\.(?:py|yaml|tsv|md|gz|txt|json))`", page.read_text("utf-8")):
        assert (ROOT / path).exists(), path


def test_every_test_the_guarantees_name_exists() -> None:
    named = re.findall(r"`(test_\w+)` in `(tests/[\w/.]+)`", GUARANTEES)
    assert len(named) == GUARANTEES.count("`test_") > 50
    for test, place in named:
        files = [ROOT / place] if place.endswith(".py") else sorted((ROOT / place).rglob("test_*.py"))
        assert any(f"def {test}(" in file.read_text(encoding="utf-8") for file in files), f"{place}: {test}"


def test_the_codebook_page_lists_every_type_of_the_frames() -> None:
    told = re.findall(r"^\| ([A-Z]{3,}) \| [^|]+ \|$", CODEBOOK, re.MULTILINE)
    assert sorted(told) == sorted(EVENT_TYPES) == sorted({sense.type for sense in load_frames().senses})


def test_the_codebook_page_gives_the_weights_and_thresholds_of_merging() -> None:
    told = re.findall(r"^\| ([a-z]+) \| (0\.\d\d)? ?\| (0\.\d\d)? ?\|", CODEBOOK, re.MULTILINE)
    assert {name: inside for name, inside, _ in told if inside} == {f.test.__name__: f"{f.weight:.2f}" for f in FEATURES}
    assert {name: across for name, _, across in told if across} == {name: f"{weight:.2f}" for name, weight in WEIGHTS.items()}
    assert f"Inside a report {WITHIN} is enough, across reports {ACROSS}; from {UNDECIDED} to {ACROSS}" in CODEBOOK
    assert f"{copies.ALIKE:.0%} of all five-word runs" in CODEBOOK
    assert f"or {copies.INSIDE:.0%} of the shorter stand in the longer ({copies.LEAST_WORDS} words" in CODEBOOK


def test_the_codebook_page_gives_the_numbers_of_the_rules() -> None:
    assert f"at most {NEWS_DAYS} days before publication" in CODEBOOK
    assert f"at most {BACKGROUND_DAYS:,} days" in CODEBOOK
    assert f"up to {REACH} sentences" in CODEBOOK
    assert f"up to {NEAR_KM:g} km" in CODEBOOK
    assert f"more than {figures.KILLED_IN_ONE_ACT:,} killed" in CODEBOOK
    assert f"{figures.PEOPLE_IN_ONE_ACT:,} people" in CODEBOOK
    for word in ("tens", "dozens", "scores", "hundreds", "thousands"):
        assert f"{word} {FLOORS[word]:,}" in CODEBOOK


TOLD = ("one act of the coding", "type", "status", "act, type, status")


@pytest.mark.parametrize(
    ("row", "file", "part"),
    [("other news, first look", "spare", "first look, articles"), ("a second coder, for comparison", "agreement", "second by first")],
)
def test_what_news_coded_by_hand_gave_is_what_is_on_file(row: str, file: str, part: str) -> None:
    scores = json.loads((ROOT / "training" / f"{file}.json").read_text(encoding="utf-8"))[part]
    (told,) = [line for line in README.splitlines() if line.startswith(f"| {row} |")]
    assert re.findall(r"\d+%", told)[: len(TOLD)] == [f"{scores[measure][0]:.0%}" for measure in TOLD]
    assert str(scores[TOLD[0]][1]) in told
