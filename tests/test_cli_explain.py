"""`casus code --explain`: every value of an event with its words and what made it."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.console import Console
from typer.testing import CliRunner

from casus.cli.app import app
from casus.cli.explain import explain_lines
from casus.cli.terminal import show
from casus.model.picture import Picture
from casus.pipeline import Tools

BARMAL = (
    "Pakistani jets bombed a village in Barmal district of Paktika province on Tuesday, killing at least 46 people, a local official said. "
    "Pakistan's army denied the claims."
)


@pytest.fixture
def explained(code_text: Callable[..., Picture], tools: Tools) -> Callable[[str], str]:
    def text(words: str) -> str:
        screen = io.StringIO()
        show(explain_lines(code_text(words), table=tools.book.actors, low=True), Console(file=screen, width=80))
        return screen.getvalue()

    return text


@pytest.mark.parametrize(
    "line",
    [
        "actor           Pakistan Armed Forces (pak-mil)  “Pakistani jets”  <- bombing-by-a-state: actor; demonym",
        "date            2024-12-24 (day, UCDP 1, ACLED 1)  “on Tuesday”  <- weekday before publication",
        "“Barmal district of Paktika province”  <- in Paktika, as the text says",
        "container +6.0, unit +4.0",
        "“at least 46 people”  <- “at least”: a lower bound, open upwards",
        "<- sense “bombing-by-a-state” of ASSAULT: verb “bomb”",
        "status        denied  <- speech verb “say”; then denied in sentence 2 by Pakistan's army (claim)",
        "layer         news  <- the date in the act's own words",
        "merge           1.00  <- told once",
    ],
)
def test_each_value_stands_with_its_words_and_what_made_it(explained: Callable[[str], str], line: str) -> None:
    assert line in explained(BARMAL)


def test_moods_and_weak_keys_are_told(explained: Callable[[str], str]) -> None:
    said = explained("Police reportedly arrested a cleric in Quetta.\n\nA raid was reported.")
    assert "status        hedged  <- “reportedly”" in said


def test_who_else_has_the_name_is_told(explained: Callable[[str], str]) -> None:
    said = explained("The RSF shelled the market in El Fasher in Sudan.")
    taken, other = (
        next(x for x in said.split("\n") if f"({slug})" in x and "points" not in x and x.lstrip()[0].isdigit())
        for slug in ("rsf", "rsf-ngo")
    )
    assert "sentence +8.0" in taken and float(taken.split()[0]) > float(other.split()[0])


def test_the_command_prints_text_the_same_every_time(small_pipeline: None, folder: Path) -> None:
    once, again = (CliRunner().invoke(app, ["code", str(folder), "--explain"]) for _ in range(2))
    assert once.exit_code == 0 and once.stdout == again.stdout
    assert once.stdout.startswith("ASSAULT  ") and "\x1b" not in once.stdout and "account  sentence 1 of " in once.stdout


def test_records_and_an_explanation_are_not_asked_for_together(folder: Path) -> None:
    done = CliRunner().invoke(app, ["code", str(folder), "--explain", "--format", "csv"])
    assert done.exit_code == 2 and "leave out --format and --kind" in " ".join(done.stderr.split())
