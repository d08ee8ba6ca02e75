"""What people decided becomes a proposal for their own codebook: reviewable, well formed, and never more than they said."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

import casus
from casus.cli.app import app
from casus.codebook import read_own
from casus.pipeline import Tools

TEXT = (
    "Gunmen of the Golan Lions attacked a convoy near Brakhna on Monday. The troops later shot dead a teacher in Karachi. "
    "Villagers besieged the granary. Herders besieged the mill. Traders besieged the customs post."
)


@pytest.fixture
def case(tools: Tools, tmp_path: Path) -> casus.Case:
    case = casus.Case(tmp_path / "a.casus", tools=tools)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    case.read(tmp_path / "a.txt", published="2024-12-26")
    return case


def at(case: casus.Case, words: str) -> dict[str, object]:
    report = case.readings()[0].report
    start = report.text.index(words)
    return {"report": report.id, "start": start, "end": start + len(words), "words": words}


def decide(case: casus.Case) -> None:
    event = case.events(low=True)[0].id
    case.edit(event, "actors", [{"id": "isr-mil", "name": "Israel Defense Forces", "at": at(case, "the Golan Lions")}], coder="ada")
    haifa = case.tools.book.places.find("Haifa")[0]
    case.edit(event, "place", {"id": haifa.id, "name": haifa.name, "at": at(case, "Brakhna")}, coder="ada")


def test_names_and_places_are_suggested_with_who_set_them(case: casus.Case) -> None:
    decide(case)
    actors, places = case.suggestions(None)
    assert (actors.name, places.name) == ("actors.tsv", "places.tsv")
    assert "Golan Lions" in actors.after and actors.because[0].endswith("set by ada")
    assert any(line.startswith("+") and "Brakhna" in line for line in places.diff())


def test_what_was_suggested_is_read_from_then_on(case: casus.Case, tmp_path: Path) -> None:
    decide(case)
    folder = tmp_path / "mine"
    done = CliRunner().invoke(app, ["codebook", "suggest", str(case.path), "--codebook", str(folder)])
    assert done.exit_code == 0 and not folder.exists()
    done = CliRunner().invoke(app, ["codebook", "suggest", str(case.path), "--codebook", str(folder), "--apply"])
    assert done.exit_code == 0, done.output
    own = Tools.load(codebook=read_own(folder)).book
    assert [a.id for a in own.actors.find("Golan Lions")] == ["isr-mil"]
    assert own.places.find("Brakhna")[0].name == "Haifa"


def test_other_lines_of_a_table_stay(case: casus.Case, tmp_path: Path) -> None:
    decide(case)
    folder = tmp_path / "mine"
    folder.mkdir()
    mine = "id\tname\tkind\tcountry\tparent\taliases\toffices\tsource\n# by hand\nlions\tRed Lions\tarmed-group\tISR\t\tRL\t\tmine\n"
    (folder / "actors.tsv").write_text(mine, encoding="utf-8")
    actors = case.suggestions(read_own(folder))[0]
    assert actors.after.startswith(mine) and actors.before == mine


def test_descriptions_are_no_names_and_nothing_said_is_nothing_suggested(case: casus.Case) -> None:
    event = case.events(low=True)[0].id
    case.edit(event, "actors", [{"id": "pak-mil", "name": "Pakistan Armed Forces", "at": at(case, "The troops")}], coder="ada")
    assert case.suggestions(None) == []


def test_three_missed_events_of_a_type_become_a_draft(case: casus.Case) -> None:
    for who in ("Villagers besieged the granary", "Herders besieged the mill", "Traders besieged the customs post"):
        case.add({"type": "GRANARY-SIEGE", "act": at(case, who)}, coder="ada")
    (draft,) = case.suggestions(None)
    assert draft.name == "acts/granary-siege-missed.yaml" and "besiege" in draft.after
